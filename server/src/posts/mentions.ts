import type { EventType } from '@shequtong/contract/events'
import {
  answersMention,
  checkMentions,
  clockOf,
  type Mention,
  type MentionTarget,
} from '@shequtong/domain/mentions/mentions'
import type { CommunityRole } from '@shequtong/domain/roles/roles'
import { nextAlert } from '@shequtong/domain/service-requests/clock-alerts'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/refusal.ts'
import { rolesHeld } from '../roles/public.ts'
import type { Actor } from '../sessions/actor.ts'
import { hatOf } from './access.ts'
import { appendFact } from './facts.ts'
import { namedMembers } from './mentionable.ts'
import type { PostRow } from './rows-sql.ts'

type Fact = Parameters<typeof appendFact>[2]

interface Moment {
  readonly place: CommunityPlace
  readonly actor: Actor
  readonly now: Date
}

/** What was sent, as one of the two it may be; refuses what names both or nobody. */
const mentionOf = (sent: { words: string; membershipId: string | null; role: CommunityRole | null }): Mention => {
  const { words, membershipId, role } = sent
  if (membershipId !== null && role === null) return { words, membershipId, role }
  if (role !== null && membershipId === null) return { words, membershipId, role }
  throw invalid('/mentions', 'mention-unknown')
}

const insertSql = `
  insert into mentions (community_id, mention_id, post_id, post_reply_id, words, membership_id, role, started_at, deadline_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

/** Checks whom the words name and keeps it beside them; asks nothing where they name nobody. `startsAt`: when they are out. */
export const keepMentions = async (
  tx: Tx,
  { place, actor }: Moment,
  said: {
    readonly post: Pick<PostRow, 'postId' | 'scopeId'>
    readonly postReplyId: string | null
    readonly text: string
    readonly sent: readonly Parameters<typeof mentionOf>[0][]
    readonly startsAt: Date
  },
): Promise<void> => {
  const { post, postReplyId, text, startsAt } = said
  if (said.sent.length === 0) return
  const mentions = said.sent.map(mentionOf)
  const hat = hatOf(actor)
  const ids = mentions.flatMap(({ membershipId }) => (membershipId === null ? [] : [membershipId]))
  const [members, roles] = await Promise.all([
    namedMembers(tx, actor, place.communityId, post.scopeId, ids),
    rolesHeld(tx, place.communityId, startsAt),
  ])
  const done = checkMentions(text, mentions, {
    author: hat.type === 'role' ? hat.role : (actor.membershipId ?? ''),
    mentionable: {
      members: new Map(members.map(({ membershipId, shownName }) => [membershipId, shownName])),
      roles: new Set(roles.map(({ role }) => role)),
    },
  })
  if (!done.ok) throw invalid('/mentions', done.violation.code)
  for (const mention of mentions)
    tx.send(insertSql, [
      place.communityId,
      newId(),
      post.postId,
      postReplyId,
      mention.words,
      mention.membershipId,
      mention.role,
      startsAt,
      clockOf(mention, startsAt)?.deadlineAt ?? null,
    ])
}

const keptSql = `
  select mention_id as "mentionId", membership_id as "membershipId", role from mentions
  where community_id = $1 and post_id = $2 and post_reply_id is not distinct from $3::uuid order by mention_id`

const restartSql = `
  update mentions set started_at = $3, deadline_at = $4, alert_at = $5 where community_id = $1 and mention_id = $2`

/** The words are out: whoever is named in them is told, and the clock runs from now. */
export const startMentions = async (
  tx: Tx,
  post: Fact,
  at: { readonly place: CommunityPlace; readonly byPersonId: string | undefined; readonly now: Date },
  postReplyId: string | null = null,
): Promise<void> => {
  const { communityId } = at.place
  const kept = await tx.many<MentionTarget & { mentionId: string }>(keptSql, [communityId, post.postId, postReplyId])
  for (const { mentionId, ...target } of kept) {
    const clock = clockOf(target, at.now)
    const alertAt = clock === undefined ? null : (nextAlert(clock)?.at ?? null)
    tx.send(restartSql, [communityId, mentionId, at.now, clock?.deadlineAt ?? null, alertAt])
    await appendFact(tx, 'post.mentioned', post, {
      place: at.place,
      byPersonId: at.byPersonId,
      at: at.now,
      more: { mentionId, postReplyId, ...target },
    })
  }
}

const waitingSql = `
  select mention_id as "mentionId", role from mentions
  where community_id = $1 and post_id = $2 and role = $3 and answered_at is null for update`

const stampSql = {
  read: `update mentions set read_at = $3 where community_id = $1 and mention_id = $2`,
  answered: `update mentions set answered_at = $3, read_at = coalesce(read_at, $3), alert_at = null
    where community_id = $1 and mention_id = $2`,
}

/** Keeps when a mention was read or answered, with the fact of it. */
export const stampMention = async (
  tx: Tx,
  stamp: 'read' | 'answered',
  { post, mentionId }: { readonly post: Fact; readonly mentionId: string },
  { place, actor, now }: Moment,
): Promise<void> => {
  tx.send(stampSql[stamp], [place.communityId, mentionId, now])
  const type: EventType = stamp === 'read' ? 'post.mention_read' : 'post.mention_answered'
  await appendFact(tx, type, post, { place, byPersonId: actor.personId, at: now, more: { mentionId } })
}

/** Words of a role below a post stop the clocks that named it there, when they say something. */
export const answerMentions = async (tx: Tx, post: Fact, text: string, moment: Moment): Promise<void> => {
  const hat = hatOf(moment.actor)
  if (hat.type !== 'role') return
  const waiting = await tx.many<{ mentionId: string; role: CommunityRole }>(waitingSql, [
    moment.place.communityId,
    post.postId,
    hat.role,
  ])
  for (const { mentionId, role } of waiting)
    if (answersMention(role, { role: hat.role, text })) await stampMention(tx, 'answered', { post, mentionId }, moment)
}
