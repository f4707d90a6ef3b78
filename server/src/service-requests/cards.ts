import type { ReadCards } from '../http/card-pages.ts'
import { pageOfCards, pageSize } from '../http/card-pages.ts'
import type { Rendered } from '../http/rendered.ts'
import { cursorDate, cursorId, decodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import type { ViewCache } from '../platform/view-cache.ts'
import type { Actor } from '../sessions/actor.ts'
import { asker, blockedBy, type CardRow, cardColumns, stampIn } from './rows-sql.ts'
import { cardView } from './view.ts'

const cardsSql = `
  select ${cardColumns} from service_requests r ${asker} where r.community_id = $1 and r.service_request_id = any($2)`

const speakersOf = (row: CardRow): string[] =>
  [row.byMembershipId, row.answer?.membershipId, row.answer?.roleGrantId].filter((id) => id != null)

/** Cards of service requests by their ids; their keys begin with `s`. */
export const readRequestCards =
  (db: Db, communityId: number): ReadCards =>
  async (ids) =>
    (await db.many<CardRow>(cardsSql, [communityId, ids])).map((row) => ({
      id: row.serviceRequestId,
      at: row.submittedAt,
      stamp: row.stamp,
      json: JSON.stringify(cardView(row, undefined)),
      speakers: speakersOf(row),
      viewFor: (hatId) => cardView(row, hatId),
    }))

/** Where a page of keys begins: the texts of the instant and the id after which it goes on; absent on the first. */
export interface After {
  readonly at: string
  readonly id: string
}

/** The keys of the newest, one more than a page shows: `at`, `id` and `key` of each. `community` is a text of SQL, as is `where`. */
const keysSql = (community: string, where: string, after: After | undefined) => `
  select r.submitted_at as at, r.service_request_id as id, 's' || r.service_request_id || ' ' || ${stampIn(community)} as key
  from service_requests r where r.community_id = ${community} and ${where}
    ${after === undefined ? '' : `and (r.submitted_at, r.service_request_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
  order by r.submitted_at desc, r.service_request_id desc limit ${pageSize + 1}`

/** What neighbours asked; private requests never stand in a feed. `reader` is the person whose list of blocked neighbours counts. */
export const requestsInFeed = (
  at: { readonly community: string; readonly board: string | undefined },
  reader: string,
  after: After | undefined,
): string =>
  keysSql(
    at.community,
    `r.visibility = 'community' and r.state <> 'withdrawn' and r.merged_into_id is null ${at.board === undefined ? '' : `and r.board_id = ${at.board}::uuid`}
       and r.by_membership_id <> all (array${blockedBy(reader, at.community)})`,
    after,
  )

const mineSql = (after: After | undefined) => `
  select string_agg(p.key, ',') as keys from (${keysSql('$2', 'r.by_membership_id = $1', after)}) as p`
const mineFirst = mineSql(undefined)
const mineNext = mineSql({ at: '$3', id: '$4' })

/** What the actor said in this community, newest first. */
export const mine = async (
  db: Db,
  views: ViewCache,
  actor: Actor,
  communityId: number,
  cursor: string | undefined,
): Promise<Rendered> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const whose = [actor.membershipId ?? null, communityId]
  const { keys } =
    after === undefined
      ? await db.one<{ keys: string | null }>(mineFirst, whose)
      : await db.one<{ keys: string | null }>(mineNext, [...whose, cursorDate(after[0]), cursorId(after[1])])
  return pageOfCards(views, { s: readRequestCards(db, communityId) }, keys, actor.hatId)
}
