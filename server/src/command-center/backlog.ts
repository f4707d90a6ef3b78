import type { Db } from '../platform/database/db.ts'

export interface Backlog {
  waiting: number
  overdue: number
  inHand: number
  awaitingConfirmation: number
}

export interface TerritoryBacklog {
  readonly backlog: Backlog
  readonly oldestWaitingSince: string | null
}

type Row = Backlog & { territoryId: number; oldestWaitingSince: Date | null }

/**
 * `waiting`: no substantive answer yet, a paused one included; `overdue`: of these, strictly past the deadline, where a pause
 * holds the time; `inHand`: answered, no result yet; `awaitingConfirmation`: a result is stated, the asker has the word.
 */
const countSql = (group: string, within: string) => `
  select ${group} as "territoryId",
    (count(*) filter (where state <> 'resolved' and stopped_at is null))::int as waiting,
    (count(*) filter (where state <> 'resolved' and stopped_at is null and coalesce(paused_at, $2) > deadline_at))::int as overdue,
    (count(*) filter (where state <> 'resolved' and stopped_at is not null))::int as "inHand",
    (count(*) filter (where state = 'resolved'))::int as "awaitingConfirmation",
    min(waiting_since) filter (where state <> 'resolved' and stopped_at is null) as "oldestWaitingSince"
  from open_items where ${within} = $1 group by ${group}`

const bySubdistrictSql = countSql('subdistrict_id', 'district_id')
const byCommunitySql = countSql('community_id', 'subdistrict_id')
const oneCommunitySql = countSql('community_id', 'community_id')

export const noBacklog: TerritoryBacklog = {
  backlog: { waiting: 0, overdue: 0, inHand: 0, awaitingConfirmation: 0 },
  oldestWaitingSince: null,
}

const read = async (db: Db, sql: string, id: number, now: Date): Promise<Map<number, TerritoryBacklog>> => {
  const rows = await db.many<Row>(sql, [id, now])
  return new Map(
    rows.map(({ territoryId, oldestWaitingSince, ...backlog }) => [
      territoryId,
      { backlog, oldestWaitingSince: oldestWaitingSince?.toISOString() ?? null },
    ]),
  )
}

export const backlogBySubdistrict = (db: Db, districtId: number, now: Date) =>
  read(db, bySubdistrictSql, districtId, now)

export const backlogByCommunity = (db: Db, subdistrictId: number, now: Date) =>
  read(db, byCommunitySql, subdistrictId, now)

export const backlogOfCommunity = async (db: Db, communityId: number, now: Date): Promise<TerritoryBacklog> =>
  (await read(db, oneCommunitySql, communityId, now)).get(communityId) ?? noBacklog

const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a)

/** The backlog of the territory above several. */
export const sumOf = (parts: Iterable<TerritoryBacklog>): TerritoryBacklog => {
  let sum = noBacklog
  for (const { backlog, oldestWaitingSince } of parts)
    sum = {
      backlog: {
        waiting: sum.backlog.waiting + backlog.waiting,
        overdue: sum.backlog.overdue + backlog.overdue,
        inHand: sum.backlog.inHand + backlog.inHand,
        awaitingConfirmation: sum.backlog.awaitingConfirmation + backlog.awaitingConfirmation,
      },
      oldestWaitingSince: earlier(sum.oldestWaitingSince, oldestWaitingSince),
    }
  return sum
}
