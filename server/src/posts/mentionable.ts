import type {
  listMentionable,
  listWaitingMentions,
  MentionableView,
  WaitingMention,
} from '@shequtong/contract/mentions'
import { maxMentionableShown } from '@shequtong/domain/mentions/mentions'
import type { Read } from '../http/call.ts'
import { pageSize } from '../http/card-pages.ts'
import { keysetPage, pageSql } from '../http/keyset-page.ts'
import type { Db } from '../platform/database/db.ts'
import { rolesHeld } from '../roles/public.ts'
import { blockedBy, titleOf } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import { hatOf, toRead } from './access.ts'
import { type PostRow, placesOf } from './rows-sql.ts'
import { voiceIn } from './view.ts'

/** `$2`: the part of the community the words are for; `$3`: who writes, and blocked whom. */
const reached = `
  m.community_id = $1 and m.state = 'active'
  and ($2::uuid is null or $2 = any(${placesOf('m.membership_id', 'm.community_id')}))
  and m.membership_id <> all (array${blockedBy('$3::uuid')})`

const memberColumns = `m.membership_id as "membershipId", m.shown_name as "shownName"`

interface Named {
  readonly membershipId: string
  readonly shownName: string
}

const namedSql = `select ${memberColumns} from memberships m where ${reached} and m.membership_id = any($4)`

/** Which of `membershipIds` may be named in words for `scopeId`. */
export const namedMembers = async (
  db: Db,
  actor: Actor,
  communityId: number,
  scopeId: string | null,
  membershipIds: readonly string[],
): Promise<Named[]> =>
  membershipIds.length === 0 ? [] : db.many(namedSql, [communityId, scopeId, actor.personId, membershipIds])

const beginsSql = (name: string) => `
  (select ${memberColumns} from memberships m where ${reached} and m.person_id <> $3 and ${name} like $4
   order by ${name}, m.membership_id limit ${maxMentionableShown})`

/** By the whole shown name, or by what follows the building: each takes its first few from an index. */
const foundSql = `
  select "membershipId", "shownName" from (
    ${beginsSql('lower(m.shown_name)')} union ${beginsSql(`lower(split_part(m.shown_name, ' ', -1))`)}) found
  order by "shownName", "membershipId" limit ${maxMentionableShown}`

const escaped = (q: string): string => `${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

/** Whom the actor may name here. A post that does not reach them is not-found. */
export const mentionable: Read<typeof listMentionable> = async ({
  db,
  actor,
  place,
  input,
  now,
}): Promise<MentionableView> => {
  const { communityId } = place
  const { q, postId } = input.query
  const hat = hatOf(actor)
  const scopeId = postId === undefined ? null : (await toRead(db, actor, communityId, postId)).scopeId
  const [roles, members] = await Promise.all([
    rolesHeld(db, communityId, now),
    q === undefined ? [] : db.many<Named>(foundSql, [communityId, scopeId, actor.personId, escaped(q)]),
  ])
  return { roles: roles.filter(({ role }) => hat.type !== 'role' || hat.role !== role), members }
}

type WaitingRow = Pick<
  PostRow,
  | 'postId'
  | 'byMembershipId'
  | 'byRoleGrantId'
  | 'inOfficeName'
  | 'shownName'
  | 'party'
  | 'memberState'
  | 'role'
  | 'region'
> & {
  mentionId: string
  text: string
  startedAt: Date
  deadlineAt: Date
  readAt: Date | null
}

const waitingSql = pageSql(
  (after) => `
  select mn.mention_id as "mentionId", mn.post_id as "postId", mn.started_at as "startedAt", mn.deadline_at as "deadlineAt",
    mn.read_at as "readAt", coalesce(r.text, p.title, p.text) as text, said.by_membership_id as "byMembershipId",
    said.by_role_grant_id as "byRoleGrantId", said.in_office_name as "inOfficeName", said.region,
    coalesce(m.shown_name, g.shown_name, p.signed_by) as "shownName", m.party, m.state as "memberState", g.role
  from mentions mn
  join posts p on p.community_id = mn.community_id and p.post_id = mn.post_id and p.state = 'published'
  left join post_replies r on r.community_id = mn.community_id and r.post_reply_id = mn.post_reply_id
  cross join lateral (select
    case when r.post_reply_id is null then p.by_membership_id else r.by_membership_id end as by_membership_id,
    case when r.post_reply_id is null then p.by_role_grant_id else r.by_role_grant_id end as by_role_grant_id,
    case when r.post_reply_id is null then p.in_office_name else r.in_office_name end as in_office_name,
    case when r.post_reply_id is null then p.region else r.region end as region) said
  left join memberships m on m.community_id = mn.community_id and m.membership_id = said.by_membership_id
  left join role_grants g on g.role_grant_id = said.by_role_grant_id
  where mn.community_id = $1 and mn.role = $2 and mn.answered_at is null and r.removed_at is null ${after}
  order by mn.deadline_at, mn.mention_id limit ${pageSize + 1}`,
  'and (mn.deadline_at, mn.mention_id) > ($3::timestamptz, $4::uuid)',
)

const waitingView = (row: WaitingRow, hatId: string | undefined): WaitingMention => ({
  mentionId: row.mentionId,
  postId: row.postId,
  by: voiceIn(row, hatId),
  title: titleOf(row.text),
  at: row.startedAt.toISOString(),
  deadlineAt: row.deadlineAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
})

/** Where the role that is worn was named and has not answered, most urgent first. */
export const waitingMentions: Read<typeof listWaitingMentions> = ({ db, actor, place, input }) => {
  const hat = hatOf(actor)
  const values = [place.communityId, hat.type === 'role' ? hat.role : null]
  return keysetPage<WaitingRow, WaitingMention>(db, waitingSql, values, input.query.cursor, {
    view: (row) => waitingView(row, actor.hatId),
    at: ({ deadlineAt }) => deadlineAt,
    id: ({ mentionId }) => mentionId,
  })
}
