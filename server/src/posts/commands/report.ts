import type { keepReported, reportPost } from '@shequtong/contract/reports'
import * as rules from '@shequtong/domain/posts/report'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hatOf, refuse, replyOf, toAct, toDomain } from '../access.ts'
import { appendFact } from '../facts.ts'
import { closeReports } from '../reports.ts'
import type { PostRow, ReplyRow } from '../rows-sql.ts'
import { isAuthor } from '../view.ts'

const insertSql = `
  insert into post_reports (community_id, post_report_id, post_id, post_reply_id, hat_id, reason, words, reported_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`

const wordsIn = async (tx: Tx, post: PostRow, postReplyId: string | null): Promise<PostRow | ReplyRow> =>
  postReplyId === null ? post : replyOf(tx, post.communityId, post.postId, postReplyId)

/** Told to the committee; while one of the same hat waits, another changes nothing. */
export const report: Command<typeof reportPost> = async (tx, { actor, place, input, now }) => {
  const { postReplyId, reason, words } = input.body
  const { communityId } = place
  const post = await toAct(tx, actor, communityId, input.params.postId)
  const said = await wordsIn(tx, post, postReplyId)
  const may = rules.report(
    {
      post: toDomain(post),
      isOwn: isAuthor(said, actor.hatId),
      isReplyRemoved: postReplyId !== null && said.removedAt !== null,
    },
    { reason, words },
  )
  if (!may.ok) throw refuse(may.violation)
  const key = [communityId, newId(), post.postId, postReplyId, actor.hatId]
  if ((await tx.run(insertSql, [...key, reason, words, now])) > 0)
    await appendFact(tx, 'post.reported', post, {
      place,
      byPersonId: actor.personId,
      at: now,
      more: { postReplyId, reason },
    })
  return { done: true }
}

/** Looked at and left. Nobody decides about the own words. */
export const keep: Command<typeof keepReported> = async (tx, { actor, place, input, now }) => {
  const post = await toAct(tx, actor, place.communityId, input.params.postId)
  const { postReplyId } = input.body
  const said = await wordsIn(tx, post, postReplyId)
  if (!rules.mayDecideReport(hatOf(actor), isAuthor(said, actor.hatId))) throw new Refusal('not-permitted')
  await closeReports(tx, { post, postReplyId, outcome: 'kept' }, { place, actor, now })
  return { done: true }
}
