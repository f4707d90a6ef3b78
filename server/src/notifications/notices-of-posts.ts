import { toldOneByOne } from '@shequtong/domain/posts/scope'
import { accountableRoles, committeeRoles } from '@shequtong/domain/roles/roles'
import type { ClockAlert } from '@shequtong/domain/service-requests/states'
import type { Tx } from '../platform/database/db.ts'
import type { OutboxEvent } from '../platform/outbox/consumer.ts'
import { holderOfGrant, holdersOf } from '../roles/public.ts'
import { titleOf } from '../service-requests/public.ts'
import type { Notice } from './notices.ts'
import { committeeOf, officersAbove } from './recipients.ts'

interface Words {
  readonly title: string | null
  readonly text: string
}

const wordsSql = `select title, text from posts where community_id = $1 and post_id = $2`

/** A few words of the post itself: of what was said below it nothing is repeated. */
const titleIn = ({ title, text }: Words): string => title ?? titleOf(text)

const livesIn: Readonly<Record<string, string>> = {
  building: 's.building_id = $2',
  staircase: 's.staircase_id = $2',
}

/** Whoever lives in the building or staircase now. */
const neighboursIn = (tx: Tx, communityId: number, scope: string, placeId: string): Promise<{ personId: string }[]> =>
  tx.many(
    `select m.person_id as "personId" from staircases s
     join dwellings d on d.community_id = s.community_id and d.staircase_id = s.staircase_id
     join memberships m on m.community_id = d.community_id and m.dwelling_id = d.dwelling_id and m.state <> 'ended'
     where s.community_id = $1 and ${livesIn[scope]}`,
    [communityId, placeId],
  )

/** The person behind the words: a neighbour who still lives here, or whoever holds the role now. */
const authorOf = async (
  tx: Tx,
  communityId: number,
  { byMembershipId, byRoleGrantId }: { readonly byMembershipId: unknown; readonly byRoleGrantId: unknown },
  now: Date,
): Promise<string[]> => {
  if (typeof byRoleGrantId === 'string') {
    const holder = await holderOfGrant(tx, byRoleGrantId, now)
    return holder === undefined ? [] : [holder.personId]
  }
  if (typeof byMembershipId !== 'string') return []
  const member = await tx.maybe<{ personId: string }>(
    `select person_id as "personId" from memberships where community_id = $1 and membership_id = $2 and state <> 'ended'`,
    [communityId, byMembershipId],
  )
  return member === undefined ? [] : [member.personId]
}

interface Reply {
  readonly byMembershipId: string | null
  readonly byRoleGrantId: string | null
  /** The author of the post does not read whoever wrote it. */
  readonly blocked: boolean
}

const replySql = `
  select r.by_membership_id as "byMembershipId", r.by_role_grant_id as "byRoleGrantId",
    exists (select from posts p
      join memberships m on m.community_id = p.community_id and m.membership_id = p.by_membership_id
      join neighbour_blocks b on b.person_id = m.person_id and b.community_id = p.community_id
        and b.blocked_membership_id = r.by_membership_id
      where p.community_id = r.community_id and p.post_id = r.post_id) as blocked
  from post_replies r where r.community_id = $1 and r.post_reply_id = $2`

const namedSql = `
  select m.person_id as "personId" from memberships m
  where m.community_id = $1 and m.membership_id = $2 and m.state <> 'ended' and not exists (
    select from neighbour_blocks b where b.person_id = m.person_id and b.community_id = $1 and b.blocked_membership_id = (
      select case when r.post_reply_id is null then p.by_membership_id else r.by_membership_id end from posts p
      left join post_replies r on r.community_id = p.community_id and r.post_reply_id = $4::uuid
      where p.community_id = $1 and p.post_id = $3))`

/** Whoever is named: the neighbour, unless they do not read whoever named them, or who holds the role now. */
const namedIn = async (tx: Tx, { communityId, aggregateId, payload }: OutboxEvent, now: Date): Promise<string[]> => {
  const { role, membershipId, postReplyId } = payload
  const named =
    typeof role === 'string'
      ? await holdersOf(tx, communityId, [role], now)
      : await tx.many<{ personId: string }>(namedSql, [communityId, membershipId, aggregateId, postReplyId])
  return named.map(({ personId }) => personId)
}

const alerts = {
  half: 'mentionHalfTime',
  mostly: 'mentionTimeNearlyUp',
  breached: 'mentionOverdue',
} as const satisfies Record<ClockAlert, Notice['kind']>

/** Beside the role: who leads the committee, and whoever named it. */
const overdueTo = async (tx: Tx, { communityId, payload }: OutboxEvent, now: Date): Promise<string[]> => {
  const { postReplyId } = payload
  const said = postReplyId === null ? payload : await tx.maybe<Reply>(replySql, [communityId, postReplyId])
  const leads = await holdersOf(tx, communityId, accountableRoles, now)
  const author = said === undefined ? [] : await authorOf(tx, communityId, said as never, now)
  return [...leads.map(({ personId }) => personId), ...author]
}

/** As a breach of a request is seen by the level above. */
const subdistrictOf = (tx: Tx, { communityId, payload }: OutboxEvent, now: Date): Promise<string[]> => {
  const [subdistrictId, districtId] = [Number(payload.subdistrictId), Number(payload.districtId)]
  return officersAbove(tx, { communityId, subdistrictId, districtId }, 'subdistrict', now)
}

/** Whoever reported what one decision ended, as far as they still wear that hat. */
const reportersOf = async (tx: Tx, communityId: number, decisionId: string, now: Date): Promise<string[]> => {
  const rows = await tx.many<{ byMembershipId: string | null; byRoleGrantId: string | null }>(
    `select m.membership_id as "byMembershipId", g.role_grant_id as "byRoleGrantId" from post_reports r
     left join memberships m on m.community_id = r.community_id and m.membership_id = r.hat_id
     left join role_grants g on g.role_grant_id = r.hat_id
     where r.community_id = $1 and r.decision_id = $2`,
    [communityId, decisionId],
  )
  return (await Promise.all(rows.map((row) => authorOf(tx, communityId, row, now)))).flat()
}

/**
 * Whom a post concerns in person. What is for the whole community, a compound or a sub-area is told by the home page, which says what is
 * new since the last visit: one row is read by all, and nobody's inbox gets a line that thousands of others get as well.
 */
export const noticesOfPost = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice[]> => {
  const { communityId, aggregateId: postId, payload } = event
  const told = async (kind: Notice['kind'], to: () => Promise<string[]>): Promise<Notice[]> => {
    const words = await tx.maybe<Words>(wordsSql, [communityId, postId])
    return words === undefined ? [] : [{ kind, to: await to(), title: titleIn(words), subjectId: postId }]
  }
  const reply = () => tx.maybe<Reply>(replySql, [communityId, String(payload.postReplyId)])
  if (event.type === 'post.published' && (toldOneByOne as readonly unknown[]).includes(payload.scope))
    return told('postPublished', async () =>
      (await neighboursIn(tx, communityId, String(payload.scope), String(payload.scopeId))).map(
        ({ personId }) => personId,
      ),
    )
  if (event.type === 'post.mentioned')
    return told(payload.role === null ? 'memberMentioned' : 'roleMentioned', () => namedIn(tx, event, now))
  if (event.type === 'post.mention_alerted') {
    const kind = alerts[payload.alert as ClockAlert]
    const isOverdue = kind === 'mentionOverdue'
    return [
      ...(await told(kind, async () => [
        ...(await namedIn(tx, event, now)),
        ...(isOverdue ? await overdueTo(tx, event, now) : []),
      ])),
      ...(isOverdue ? await told('mentionOverdueBelow', () => subdistrictOf(tx, event, now)) : []),
    ]
  }
  if (event.type === 'post.replied') {
    const said = await reply()
    if (said === undefined || said.blocked) return []
    return told('postReplied', () => authorOf(tx, communityId, payload as never, now))
  }
  if (event.type === 'post.reported')
    return told('postReported', () => committeeOf(tx, communityId, committeeRoles, now))
  if (event.type === 'post.report_decided')
    return told(payload.outcome === 'removed' ? 'reportedRemoved' : 'reportedKept', () =>
      reportersOf(tx, communityId, String(payload.decisionId), now),
    )
  if (event.type === 'post.removed' && payload.byAuthor !== true)
    return told('postRemoved', () => authorOf(tx, communityId, payload as never, now))
  if (event.type === 'post.reply_removed' && payload.byAuthor !== true) {
    const said = await reply()
    return said === undefined ? [] : told('postReplyRemoved', () => authorOf(tx, communityId, said, now))
  }
  return []
}
