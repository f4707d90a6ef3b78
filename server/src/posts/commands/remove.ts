import type { removePost, removePostReply } from '@shequtong/contract/posts'
import * as rules from '@shequtong/domain/posts/post'
import type { Command } from '../../http/call.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hatOf, refuse, replyOf, toAct, toDomain, toRead } from '../access.ts'
import { appendFact } from '../facts.ts'
import { closeReports } from '../reports.ts'
import { postView, readerOf, replyView } from '../view.ts'

const removed = (reason: string, byAuthor: boolean) => (byAuthor || reason === '' ? null : reason)

/** Its author takes it back; the committee takes it away with a reason that the author reads. The words stay for whoever keeps order. */
export const remove: Command<typeof removePost> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const hat = hatOf(actor)
  const row = await toAct(tx, actor, communityId, input.params.postId)
  const who = readerOf(actor, hat, row)
  if (!rules.isOpenTo(who, 'remove')) throw new Refusal('not-permitted')
  const byAuthor = who.isAuthor
  const done = rules.remove(toDomain(row), { byAuthor, reason: input.body.reason })
  if (!done.ok) throw refuse(done.violation)
  await tx.run(
    `update posts set state = $3, pinned_at = null, removed_at = $4, removed_by_membership_id = $5,
       removed_by_role_grant_id = $6, removal_reason = $7 where community_id = $1 and post_id = $2`,
    [
      communityId,
      row.postId,
      done.value.state,
      now,
      actor.membershipId ?? null,
      actor.roleGrantId ?? null,
      removed(input.body.reason, byAuthor),
    ],
  )
  const after = { ...row, state: done.value.state }
  await appendFact(tx, 'post.removed', after, { place, byPersonId: actor.personId, at: now, more: { byAuthor } })
  await closeReports(tx, { post: after, postReplyId: null, outcome: 'removed' }, { place, actor, now })
  return postView(await toRead(tx, actor, communityId, row.postId), actor, hat)
}

export const removeReply: Command<typeof removePostReply> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { postId, postReplyId } = input.params
  const hat = hatOf(actor)
  // the post is the lock of everything below it
  const post = await toAct(tx, actor, communityId, postId)
  const row = await replyOf(tx, communityId, postId, postReplyId)
  const who = readerOf(actor, hat, row)
  if (!rules.isOpenTo(who, 'remove')) throw new Refusal('not-permitted')
  const byAuthor = who.isAuthor
  if (row.removedAt !== null) throw new Refusal('transition-refused', { from: 'removed', allowed: [] })
  const stated = rules.checkRemoval({ byAuthor, reason: input.body.reason })
  if (!stated.ok) throw refuse(stated.violation)
  await tx.run(
    `update post_replies set removed_at = $3, removed_by_membership_id = $4, removed_by_role_grant_id = $5,
       removal_reason = $6 where community_id = $1 and post_reply_id = $2`,
    [
      communityId,
      postReplyId,
      now,
      actor.membershipId ?? null,
      actor.roleGrantId ?? null,
      removed(input.body.reason, byAuthor),
    ],
  )
  await tx.run(`update posts set reply_count = reply_count - 1 where community_id = $1 and post_id = $2`, [
    communityId,
    postId,
  ])
  await appendFact(tx, 'post.reply_removed', post, {
    place,
    byPersonId: actor.personId,
    at: now,
    more: { postReplyId, byAuthor },
  })
  await closeReports(tx, { post, postReplyId, outcome: 'removed' }, { place, actor, now })
  return replyView(post, await replyOf(tx, communityId, postId, postReplyId), actor, hat)
}
