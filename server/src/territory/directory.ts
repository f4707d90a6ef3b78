import type { CommunityKind, CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'

export interface CommunityEntry extends CommunityPlace {
  readonly name: string
  readonly shortName: string
  readonly kind: CommunityKind
  readonly subdistrictName: string
  readonly districtName: string
}

/** The reference tables of the territory in memory: a few hundred rows that change once a year. */
export interface TerritoryDirectory {
  community(communityId: number): Promise<CommunityEntry | undefined>
  all(): Promise<readonly CommunityEntry[]>
  /** After an import in this process. */
  forget(): void
}

/** An unknown id asks the database again, but not more often than this. */
const reloadEveryMs = 5_000

/** An import in another process is seen by the first question after this time, and shown from the second on. */
const defaultFreshForMs = 60_000

export const createTerritoryDirectory = (db: Db, freshForMs = defaultFreshForMs): TerritoryDirectory => {
  let loaded: Promise<Map<number, CommunityEntry>> | undefined
  let loadedAtMs = 0
  const load = () => {
    loadedAtMs = performance.now()
    loaded = db
      .many<CommunityEntry>(
        `select c.community_id as "communityId", c.subdistrict_id as "subdistrictId", c.district_id as "districtId",
                c.name, c.short_name as "shortName", c.kind, s.name as "subdistrictName", d.name as "districtName"
         from communities c join subdistricts s using (subdistrict_id) join districts d on d.district_id = c.district_id
         order by s.position, c.position`,
      )
      .then((rows) => new Map(rows.map((row) => [row.communityId, row])))
    loaded.catch(() => {
      loaded = undefined
    })
    return loaded
  }
  const current = async () => {
    const known = loaded ?? load()
    // nobody waits for the renewal: this answer is the old one, the next is new; a failed one asks again
    if (performance.now() - loadedAtMs > freshForMs) void renew(known)
    return known
  }
  const renew = async (former: Promise<Map<number, CommunityEntry>>) => {
    const renewed = await load().catch(() => undefined)
    if (renewed === undefined) loaded = former
  }
  return {
    async community(communityId) {
      const known = (await current()).get(communityId)
      if (known !== undefined || performance.now() - loadedAtMs < reloadEveryMs) return known
      return (await load()).get(communityId)
    },
    async all() {
      return [...(await current()).values()]
    },
    forget() {
      loaded = undefined
    },
  }
}
