import { addMissingBoards } from '../boards/public.ts'
import type { Tx } from '../platform/database/db.ts'
import type { DirectoryRow } from './read-directory.ts'

export interface ImportedTerritory {
  readonly districtId: number
  readonly added: number
  /** Known by their code and not the same as before; those that are the same do not count. */
  readonly renamed: number
}

const communitiesSql = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality
      as g (subdistrict_code, code, name, short_name, kind, position)),
  base as (select coalesce(max(community_id), 0) as highest from communities),
  written as (
    insert into communities (community_id, subdistrict_id, district_id, code, name, short_name, kind, position)
    select base.highest + g.position, s.subdistrict_id, s.district_id, g.code, g.name, g.short_name, g.kind, g.position
    from given g cross join base join subdistricts s on s.code = g.subdistrict_code
    on conflict (code) do update set name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
      subdistrict_id = excluded.subdistrict_id, position = excluded.position
    where (communities.name, communities.short_name, communities.kind, communities.subdistrict_id, communities.position)
      is distinct from (excluded.name, excluded.short_name, excluded.kind, excluded.subdistrict_id, excluded.position)
    returning (xmax = 0) as added)
  select (count(*) filter (where added))::int as added, (count(*) filter (where not added))::int as renamed from written`

/**
 * Writes the directory of one district: adds what is new, renames what is known by its code, removes nothing. The ids of
 * district and subdistrict are their own statistical codes; a community's code has twelve digits and gets a number instead.
 * Runs as the owner of the database: the program's role may only read the reference tables.
 */
export const importTerritory = async (
  tx: Tx,
  district: { readonly name: string },
  entries: readonly DirectoryRow[],
): Promise<ImportedTerritory> => {
  const districtCode = entries[0]?.subdistrictCode.slice(0, 6) ?? ''
  const districtId = Number(districtCode)
  await tx.run(`select pg_advisory_xact_lock(7301)`)
  await tx.run(
    `insert into districts (district_id, code, name) values ($1, $2, $3) on conflict (district_id) do update set name = excluded.name`,
    [districtId, districtCode, district.name],
  )
  const subdistricts = [...new Map(entries.map((entry) => [entry.subdistrictCode, entry])).values()]
  await tx.run(
    `insert into subdistricts (subdistrict_id, district_id, code, name, kind, position)
     select g.code::int, $1, g.code, g.name, g.kind, g.position
     from unnest($2::text[], $3::text[], $4::text[]) with ordinality as g (code, name, kind, position)
     on conflict (subdistrict_id) do update set name = excluded.name, kind = excluded.kind, position = excluded.position`,
    [
      districtId,
      subdistricts.map((s) => s.subdistrictCode),
      subdistricts.map((s) => s.subdistrictName),
      subdistricts.map((s) => s.subdistrictKind),
    ],
  )
  const counts = await tx.one<{ added: number; renamed: number }>(communitiesSql, [
    entries.map((entry) => entry.subdistrictCode),
    entries.map((entry) => entry.communityCode),
    entries.map((entry) => entry.communityName),
    entries.map((entry) => entry.displayName),
    entries.map((entry) => entry.communityKind),
  ])
  await addMissingBoards(tx)
  return { districtId, ...counts }
}
