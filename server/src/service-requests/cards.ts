import type { listFeed } from '@shequtong/contract/service-requests'
import { type ReadAhead, readAhead } from '../http/call.ts'
import { Rendered } from '../http/rendered.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { bytesPerCharacter, type ViewCache } from '../platform/view-cache.ts'
import type { Actor } from '../sessions/actor.ts'
import { asker, blockedBy, type CardRow, cardColumns, readerOfSession, stampIn } from './rows-sql.ts'
import { cardView } from './view.ts'

export const pageSize = 20

/** A card as most see it; whoever speaks in it themselves gets one of their own. */
interface Card {
  readonly json: string
  readonly row: CardRow
}

/** A whole page as most see it. */
interface Page {
  readonly rendered: Rendered
  /** Who speaks in it: memberships and role grants. */
  readonly speakers: ReadonlySet<string>
}

const cardsSql = `
  select ${cardColumns} from service_requests r ${asker} where r.community_id = $1 and r.service_request_id = any($2)`

/** Cards by their keys (id, space, stamp), from memory where they are there in this state already; the others in one read. */
const cardsOf = async (db: Db, views: ViewCache, communityId: number, keys: readonly string[]): Promise<Card[]> => {
  const found = keys.map((key) => views.get<Card>(`card ${key}`))
  const idOf = (key: string) => key.slice(0, key.indexOf(' '))
  const missing = keys.filter((_, n) => found[n] === undefined).map(idOf)
  if (missing.length === 0) return found as Card[]
  const read = new Map<string, Card>()
  for (const row of await db.many<CardRow>(cardsSql, [communityId, missing])) {
    const card = { row, json: JSON.stringify(cardView(row, undefined)) }
    views.set(`card ${row.serviceRequestId} ${row.stamp}`, card, card.json.length * bytesPerCharacter)
    read.set(row.serviceRequestId, card)
  }
  return keys.flatMap((key, n) => found[n] ?? read.get(idOf(key)) ?? [])
}

const speakersOf = ({ row }: Card): string[] =>
  [row.byMembershipId, row.answer?.membershipId, row.answer?.roleGrantId].filter((id) => id != null)

const render = (cards: readonly Card[], hasMore: boolean, hatId: string | undefined): Rendered => {
  const items = cards.map((card) =>
    hatId !== undefined && speakersOf(card).includes(hatId) ? JSON.stringify(cardView(card.row, hatId)) : card.json,
  )
  const last = cards.at(-1)?.row
  const nextCursor =
    hasMore && last !== undefined ? encodeCursor([last.submittedAt.getTime(), last.serviceRequestId]) : null
  return new Rendered(`{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`)
}

/** The page of these keys, one more of them than it shows when there are more. Neighbours who see the same share it. */
const pageOf = async (
  db: Db,
  views: ViewCache,
  communityId: number,
  keys: string | null,
  hatId: string | undefined,
): Promise<Rendered> => {
  if (keys === null) return render([], false, hatId)
  const speaksIn = ({ speakers }: Page) => hatId !== undefined && speakers.has(hatId)
  const known = views.get<Page>(keys)
  if (known !== undefined && !speaksIn(known)) return known.rendered
  const each = keys.split(',')
  const cards = await cardsOf(db, views, communityId, each.slice(0, pageSize))
  const hasMore = each.length > pageSize
  if (known === undefined) {
    const page: Page = { rendered: render(cards, hasMore, undefined), speakers: new Set(cards.flatMap(speakersOf)) }
    views.set(keys, page, page.rendered.bytes.length + keys.length * bytesPerCharacter)
    if (!speaksIn(page)) return page.rendered
  }
  return render(cards, hasMore, hatId)
}

/**
 * The keys of a page, newest first, as one text. `$n` says in which community, `$n+1` and `$n+2` after which one; the first page has
 * a text of its own, so that every page begins with one look into the index.
 */
const pageSql = (where: (community: string) => string, n: number, isFirst: boolean) => `
  (select string_agg(p.key, ',') from (
    select r.service_request_id || ' ' || ${stampIn(`$${n}`)} as key from service_requests r
    where r.community_id = $${n} and ${where(`$${n}`)}
      ${isFirst ? '' : `and (r.submitted_at, r.service_request_id) < ($${n + 1}::timestamptz, $${n + 2}::uuid)`}
    order by r.submitted_at desc, r.service_request_id desc limit ${pageSize + 1}) as p)`

const pagesSql = (where: (community: string) => string, n: number) => ({
  first: pageSql(where, n, true),
  next: pageSql(where, n, false),
})

/** What neighbours said; private requests never stand in a feed. */
const inFeed = (reader: string) => (community: string) =>
  `r.visibility = 'community' and r.state <> 'withdrawn' and r.by_membership_id <> all (array${blockedBy(reader, community)})`

const feedOfSession = pagesSql(inFeed(readerOfSession), 3)
const feedOfPerson = pagesSql(inFeed('$1::uuid'), 2)
const ofMember = pagesSql(() => 'r.by_membership_id = $1', 2)

const withCursor = ({ first, next }: typeof ofMember, communityId: number, cursor: string | undefined) => {
  const after = decodeCursor(cursor, ['number', 'string'])
  return after === undefined
    ? { sql: first, values: [communityId] }
    : { sql: next, values: [communityId, cursorDate(after[0]), cursorId(after[1])] }
}

const keysOf = async (
  db: Db,
  pages: typeof ofMember,
  whose: string | null,
  communityId: number,
  cursor: string | undefined,
): Promise<string | null> => {
  const { sql, values } = withCursor(pages, communityId, cursor)
  return (await db.one<{ keys: string | null }>(`select ${sql} as keys`, [whose, ...values])).keys
}

/** What neighbours said, newest first. */
export const feed: ReadAhead<typeof listFeed> = readAhead(
  async ({ db, actor, place, input, services }) => {
    const reader = actor.hat?.type === 'member' ? actor.personId : null
    const keys = await keysOf(db, feedOfPerson, reader, place.communityId, input.query.cursor)
    return pageOf(db, services.views, place.communityId, keys, actor.hatId)
  },
  {
    ahead: ({ params, query }) => withCursor(feedOfSession, params.communityId, query.cursor),
    view: (keys, { db, place, actor, services }) => pageOf(db, services.views, place.communityId, keys, actor.hatId),
  },
)

/** What the actor said in this community, newest first. */
export const mine = async (
  db: Db,
  views: ViewCache,
  actor: Actor,
  communityId: number,
  cursor: string | undefined,
): Promise<Rendered> => {
  const keys = await keysOf(db, ofMember, actor.membershipId ?? null, communityId, cursor)
  return pageOf(db, views, communityId, keys, actor.hatId)
}
