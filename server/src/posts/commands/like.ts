import type { likePost } from '@shequtong/contract/posts'
import * as rules from '@shequtong/domain/posts/post'
import type { Command } from '../../http/call.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hatOf, refuse, toAct, toDomain, toRead } from '../access.ts'
import { appendFact } from '../facts.ts'
import { postView, readerOf } from '../view.ts'

const likeSql = `insert into post_likes (community_id, post_id, hat_id, at) values ($1, $2, $3, $4) on conflict do nothing`
const unlikeSql = `delete from post_likes where community_id = $1 and post_id = $2 and hat_id = $3`
const countSql = `update posts set like_count = like_count + $3 where community_id = $1 and post_id = $2`

/** Once per hat; the lock of the post makes its counter exact, however many press at once. */
export const like: Command<typeof likePost> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { isLiked } = input.body
  const hat = hatOf(actor)
  const row = await toAct(tx, actor, communityId, input.params.postId)
  if (!rules.isOpenTo(readerOf(actor, hat, row), 'like')) throw new Refusal('not-permitted')
  const may = rules.like(toDomain(row))
  if (!may.ok) throw refuse(may.violation)
  const key = [communityId, row.postId, actor.hatId]
  const changed = isLiked ? await tx.run(likeSql, [...key, now]) : await tx.run(unlikeSql, key)
  if (changed > 0) {
    await tx.run(countSql, [communityId, row.postId, isLiked ? 1 : -1])
    await appendFact(tx, isLiked ? 'post.liked' : 'post.unliked', row, { place, byPersonId: actor.personId, at: now })
  }
  return postView(await toRead(tx, actor, communityId, row.postId), actor, hat)
}
