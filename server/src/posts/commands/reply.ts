import type { replyToPost } from '@shequtong/contract/posts'
import * as rules from '@shequtong/domain/posts/post'
import type { Command } from '../../http/call.ts'
import { newId } from '../../platform/ids.ts'
import { invalid } from '../../platform/refusal.ts'
import { hatOf, refuse, replyOf, toAct, toDomain } from '../access.ts'
import { appendFact } from '../facts.ts'
import { answerMentions, keepMentions, startMentions } from '../mentions.ts'
import { attachPhotos } from '../photos.ts'
import { replyView } from '../view.ts'

/** A word below a post: a neighbour's, or that of somebody in a role. A clock starts for a role it names, and stops for the one it is of. */
export const reply: Command<typeof replyToPost> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { text, photoIds, inOfficeName, mentions } = input.body
  const hat = hatOf(actor)
  if (hat.type === 'member' && inOfficeName) throw invalid('/inOfficeName', 'no-office')
  const row = await toAct(tx, actor, communityId, input.params.postId)
  const may = rules.reply(toDomain(row))
  if (!may.ok) throw refuse(may.violation)
  const postReplyId = newId()
  tx.send(
    `insert into post_replies (community_id, post_reply_id, post_id, text, by_membership_id, by_role_grant_id,
       in_office_name, at, region) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      communityId,
      postReplyId,
      row.postId,
      text,
      actor.membershipId ?? null,
      actor.roleGrantId ?? null,
      inOfficeName,
      now,
      actor.region ?? null,
    ],
  )
  tx.send(`update posts set reply_count = reply_count + 1 where community_id = $1 and post_id = $2`, [
    communityId,
    row.postId,
  ])
  await attachPhotos(tx, actor.personId, { communityId, postId: row.postId, postReplyId }, photoIds)
  await appendFact(tx, 'post.replied', row, { place, byPersonId: actor.personId, at: now, more: { postReplyId } })
  if (mentions.length > 0) {
    const said = { post: row, postReplyId, text, sent: mentions, startsAt: now }
    await keepMentions(tx, { place, actor, now }, said)
    await startMentions(tx, row, { place, byPersonId: actor.personId, now }, postReplyId)
  }
  await answerMentions(tx, row, text, { place, actor, now })
  return replyView(row, await replyOf(tx, communityId, row.postId, postReplyId), actor, hat)
}
