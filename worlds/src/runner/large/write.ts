import type { Tx } from '@shequtong/server/platform/database/db'
import { payloadOf } from '@shequtong/server/service-requests/facts'
import { columnsOf } from '@shequtong/server/service-requests/row'
import type { Cast } from '../../large/cast.ts'
import type { ToldRequest } from '../../large/life.ts'
import type { ToldPost } from '../../large/post-life.ts'
import type { Thing } from '../../large/things.ts'

type Row = Readonly<Record<string, unknown>>

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** All rows of one table in one statement; they have the same columns. */
const insert = async (tx: Tx, table: string, rows: readonly Row[]): Promise<void> => {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first).join(', ')
  await tx.run(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  )
}

const requestRow = (cast: Cast, told: ToldRequest): Row => ({
  community_id: cast.place.communityId,
  service_request_id: told.serviceRequestId,
  kind: told.request.kind,
  visibility: told.request.visibility,
  text: told.text,
  place: told.place,
  building_id: told.asker.buildingId,
  by_membership_id: told.asker.membershipId,
  submitted_at: told.request.submittedAt,
  entry_count: told.entries.length,
  supporter_count: told.supporters.length,
  answer_entry_id: told.answerEntryId,
  ...Object.fromEntries(Object.entries(columnsOf(told.request)).map(([name, value]) => [snake(name), value])),
})

const entryRows = (cast: Cast, told: ToldRequest): Row[] =>
  told.entries.map((entry) => ({
    community_id: cast.place.communityId,
    entry_id: entry.entryId,
    service_request_id: told.serviceRequestId,
    number: entry.number,
    kind: entry.kind,
    by_membership_id: entry.byMembershipId,
    by_role_grant_id: entry.byRoleGrantId,
    in_office_name: false,
    text: entry.text,
    handed_to: entry.handedTo,
    at: entry.at,
  }))

const supporterRows = (cast: Cast, told: ToldRequest): Row[] =>
  told.supporters.map(({ membershipId, at }) => ({
    community_id: cast.place.communityId,
    service_request_id: told.serviceRequestId,
    membership_id: membershipId,
    via_service_request_id: told.serviceRequestId,
    at,
  }))

const postRow = (cast: Cast, told: ToldPost): Row => ({
  community_id: cast.place.communityId,
  post_id: told.postId,
  board_id: cast.boardId,
  state: 'published',
  text: told.text,
  by_membership_id: told.author.membershipId,
  in_office_name: false,
  scope: 'community',
  written_at: told.at,
  published_at: told.at,
  reply_count: told.replies.length,
  version: 1,
})

const replyRows = (cast: Cast, told: ToldPost): Row[] =>
  told.replies.map((reply) => ({
    community_id: cast.place.communityId,
    post_reply_id: reply.postReplyId,
    post_id: told.postId,
    text: reply.text,
    by_membership_id: reply.by.membershipId,
    in_office_name: false,
    at: reply.at,
  }))

/** History: nobody is told of it any more, so it stands as relayed; the counters are made from it at the end. */
const eventRows = (cast: Cast, thing: Thing): Row[] => {
  const { communityId } = cast.place
  const row = (aggregateId: string, fact: (typeof thing.told.facts)[number], payload: unknown): Row => ({
    community_id: communityId,
    event_id: fact.eventId,
    type: fact.type,
    aggregate_id: aggregateId,
    by_person_id: fact.byPersonId ?? null,
    payload,
    at: fact.at,
    relayed_at: fact.at,
  })
  if (thing.is === 'request') {
    const { serviceRequestId, asker, facts } = thing.told
    return facts.map((fact) =>
      row(
        serviceRequestId,
        fact,
        payloadOf(fact.request, { place: cast.place, byMembershipId: asker.membershipId, more: fact.more }),
      ),
    )
  }
  const { postId, author, facts } = thing.told
  const { subdistrictId, districtId } = cast.place
  const post = { boardId: cast.boardId, state: 'published', scope: 'community', scopeId: null }
  const by = { byMembershipId: author.membershipId, byRoleGrantId: null }
  return facts.map((fact) => row(postId, fact, { subdistrictId, districtId, ...post, ...by, ...fact.more }))
}

/** Writes `things` as their commands would have left them. */
export const writeThings = async (tx: Tx, cast: Cast, things: readonly Thing[]): Promise<void> => {
  const requests = things.flatMap((thing) => (thing.is === 'request' ? [thing.told] : []))
  const posts = things.flatMap((thing) => (thing.is === 'post' ? [thing.told] : []))
  const of = <T>(told: readonly T[], rows: (cast: Cast, one: T) => Row[]) => told.flatMap((one) => rows(cast, one))
  await insert(
    tx,
    'service_requests',
    requests.map((told) => requestRow(cast, told)),
  )
  await insert(tx, 'service_request_entries', of(requests, entryRows))
  await insert(tx, 'service_request_supporters', of(requests, supporterRows))
  await insert(
    tx,
    'posts',
    posts.map((told) => postRow(cast, told)),
  )
  await insert(tx, 'post_replies', of(posts, replyRows))
  await insert(
    tx,
    'events',
    things.flatMap((thing) => eventRows(cast, thing)),
  )
}
