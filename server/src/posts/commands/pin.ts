import type { pinPost } from '@shequtong/contract/posts'
import * as rules from '@shequtong/domain/posts/post'
import type { Command } from '../../http/call.ts'
import { hatOf, refuse, toAct, toDomain, toRead } from '../access.ts'
import { appendFact } from '../facts.ts'
import { postView } from '../view.ts'

/** The row of the board is the lock: two who pin at once never make a fourth. */
const lockBoardSql = `select 1 from boards where community_id = $1 and board_id = (
  select board_id from posts where community_id = $1 and post_id = $2) for update`

export const pin: Command<typeof pinPost> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const hat = hatOf(actor)
  await tx.many(lockBoardSql, [communityId, input.params.postId])
  const row = await toAct(tx, actor, communityId, input.params.postId)
  const { beside } = await tx.one<{ beside: number }>(
    `select count(*)::int as beside from posts
     where community_id = $1 and board_id = $2 and pinned_at is not null and post_id <> $3`,
    [communityId, row.boardId, row.postId],
  )
  const post = toDomain(row)
  const done = input.body.isPinned ? rules.pin(post, beside, now) : rules.unpin(post)
  if (!done.ok) throw refuse(done.violation)
  if (done.value.pinnedAt?.getTime() !== post.pinnedAt?.getTime()) {
    await tx.run(`update posts set pinned_at = $3 where community_id = $1 and post_id = $2`, [
      communityId,
      row.postId,
      done.value.pinnedAt ?? null,
    ])
    const type = input.body.isPinned ? 'post.pinned' : 'post.unpinned'
    await appendFact(tx, type, row, { place, byPersonId: actor.personId, at: now })
  }
  return postView(await toRead(tx, actor, communityId, row.postId), actor, hat)
}
