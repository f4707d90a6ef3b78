import type { listBoardFeed, listFeed } from '@shequtong/contract/feed'
import { type ReadAhead, readAhead } from '../http/call.ts'
import { pageOfCards, pageSize } from '../http/card-pages.ts'
import type { Rendered } from '../http/rendered.ts'
import type { Services } from '../http/services.ts'
import { cursorDate, cursorId, decodeCursor } from '../platform/cursor.ts'
import { notFound } from '../platform/refusal.ts'
import { postsInFeed, readPostCards } from '../posts/public.ts'
import { readRequestCards, requestsInFeed } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'

/** Texts of SQL that give the person whose blocked neighbours count, and the membership that says where the reader lives. */
interface Reader {
  readonly person: string
  readonly membership: string
}

/** A role has to hear everybody, and serves the whole community. */
const ofSession: Reader = {
  person: 'case when s.acting_community_id is not null then s.person_id end',
  membership: 'case when s.acting_community_id is not null then s.acting_hat_id end',
}
const ofPerson: Reader = { person: '$1::uuid', membership: '$2::uuid' }

interface Texts {
  readonly first: string
  readonly next: string
}

/**
 * The keys of a page as one text, newest first: two looks into two indexes, merged. The first page has a text of its own. `$3` is the
 * community; the board follows where there is one, then the cursor.
 */
const pageSql = (reader: Reader, hasBoard: boolean, isFirst: boolean) => {
  const at = { community: '$3', board: hasBoard ? '$4' : undefined }
  const n = hasBoard ? 5 : 4
  const after = isFirst ? undefined : { at: `$${n}`, id: `$${n + 1}` }
  const keys = `(select string_agg(p.key, ',' order by p.at desc, p.id desc) from (
    (${requestsInFeed(at, reader.person, after)}) union all (${postsInFeed(at, reader, after)})
    order by at desc, id desc limit ${pageSize + 1}) as p)`
  return hasBoard
    ? `(select coalesce(${keys}, '') from boards fb where fb.community_id = $3 and fb.board_id = $4::uuid)`
    : keys
}

const textsOf = (reader: Reader, hasBoard: boolean): Texts => ({
  first: pageSql(reader, hasBoard, true),
  next: pageSql(reader, hasBoard, false),
})

const feedOfSession = textsOf(ofSession, false)
const feedOfPerson = textsOf(ofPerson, false)
const boardOfSession = textsOf(ofSession, true)
const boardOfPerson = textsOf(ofPerson, true)

const withCursor = ({ first, next }: Texts, where: readonly unknown[], cursor: string | undefined) => {
  const after = decodeCursor(cursor, ['number', 'string'])
  return after === undefined
    ? { sql: first, values: where }
    : { sql: next, values: [...where, cursorDate(after[0]), cursorId(after[1])] }
}

const keysFor = async (
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  texts: Texts,
  where: readonly unknown[],
  cursor: string | undefined,
): Promise<string | null> => {
  const { sql, values } = withCursor(texts, where, cursor)
  const isMember = actor.hat?.type === 'member'
  const whose = isMember ? [actor.personId, actor.membershipId ?? null] : [null, null]
  return (await db.one<{ keys: string | null }>(`select ${sql} as keys`, [...whose, ...values])).keys
}

const shown = ({ db, views }: Pick<Services, 'db' | 'views'>, communityId: number, keys: string | null, actor: Actor) =>
  pageOfCards(views, { s: readRequestCards(db, communityId), p: readPostCards(db, communityId) }, keys, actor.hatId)

/** What neighbours and offices said, newest first. */
export const feed: ReadAhead<typeof listFeed> = readAhead(
  async ({ actor, place, input, services }): Promise<Rendered> => {
    const keys = await keysFor(services, actor, feedOfPerson, [place.communityId], input.query.cursor)
    return shown(services, place.communityId, keys, actor)
  },
  {
    ahead: ({ params, query }) => withCursor(feedOfSession, [params.communityId], query.cursor),
    view: (keys, { place, actor, services }) => shown(services, place.communityId, keys, actor),
  },
)

const shownBoard = (services: Services, communityId: number, keys: string | null, actor: Actor): Promise<Rendered> => {
  if (keys === null) throw notFound()
  return shown(services, communityId, keys, actor)
}

/** The same of one board. */
export const boardFeed: ReadAhead<typeof listBoardFeed> = readAhead(
  async ({ actor, place, input, services }): Promise<Rendered> => {
    const where = [place.communityId, input.params.boardId]
    const keys = await keysFor(services, actor, boardOfPerson, where, input.query.cursor)
    return shownBoard(services, place.communityId, keys, actor)
  },
  {
    ahead: ({ params, query }) => withCursor(boardOfSession, [params.communityId, params.boardId], query.cursor),
    view: async (keys, { place, actor, services }) => shownBoard(services, place.communityId, keys, actor),
  },
)
