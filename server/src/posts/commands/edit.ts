import type { editPost, editPostReply } from '@shequtong/contract/posts'
import * as rules from '@shequtong/domain/posts/post'
import { editReply, mayEditReply } from '@shequtong/domain/posts/reply-edit'
import type { Command } from '../../http/call.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hatOf, refuse, replyOf, toAct, toDomain, toRead } from '../access.ts'
import { appendFact } from '../facts.ts'
import { isAuthor, postView, readerOf, replyView } from '../view.ts'

const keepSql = `
  insert into post_edits (community_id, post_edit_id, post_id, title, text, replaced_at) values ($1, $2, $3, $4, $5, $6)`

const changeSql = `update posts set title = $3, text = $4, edited_at = $5 where community_id = $1 and post_id = $2`

/** What is not out yet was read by nobody, and keeps no history. */
const changeUnseenSql = `update posts set title = $3, text = $4 where community_id = $1 and post_id = $2`

/** New words in the place of the old, which stay readable; the same words change nothing. */
export const edit: Command<typeof editPost> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { title, text, editedAt } = input.body
  const hat = hatOf(actor)
  const row = await toAct(tx, actor, communityId, input.params.postId)
  if (!rules.isOpenTo(readerOf(actor, hat, row), 'edit')) throw new Refusal('not-permitted')
  const may = rules.edit(toDomain(row), {
    byRole: row.byRoleGrantId !== null,
    title,
    editedAt: editedAt === null ? undefined : new Date(editedAt),
  })
  if (!may.ok) throw refuse(may.violation)
  if (row.title !== title || row.text !== text) {
    const key = [communityId, row.postId]
    if (row.state === 'scheduled') await tx.run(changeUnseenSql, [...key, title, text])
    else {
      await tx.run(keepSql, [communityId, newId(), row.postId, row.title, row.text, now])
      await tx.run(changeSql, [...key, title, text, now])
      await appendFact(tx, 'post.edited', row, { place, byPersonId: actor.personId, at: now })
    }
  }
  return postView(await toRead(tx, actor, communityId, row.postId), actor, hat)
}

const keepReplySql = `
  insert into post_edits (community_id, post_edit_id, post_id, post_reply_id, text, replaced_at) values ($1, $2, $3, $4, $5, $6)`

const changeReplySql = `update post_replies set text = $3, edited_at = $4 where community_id = $1 and post_reply_id = $2`

/** The same of what was said below it. The post is the lock of everything below it. */
export const editBelow: Command<typeof editPostReply> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { postId, postReplyId } = input.params
  const { text, editedAt } = input.body
  const hat = hatOf(actor)
  const post = await toAct(tx, actor, communityId, postId)
  const row = await replyOf(tx, communityId, postId, postReplyId)
  const said = { post: toDomain(post), isRemoved: row.removedAt !== null, editedAt: row.editedAt ?? undefined }
  if (!isAuthor(row, actor.hatId)) throw new Refusal('not-permitted')
  const done = editReply(said, { editedAt: editedAt === null ? undefined : new Date(editedAt) })
  if (!done.ok) throw refuse(done.violation)
  if (!mayEditReply(hat, { ...said, isOwn: true })) throw new Refusal('not-permitted')
  if (row.text !== text) {
    await tx.run(keepReplySql, [communityId, newId(), postId, postReplyId, row.text, now])
    await tx.run(changeReplySql, [communityId, postReplyId, text, now])
    await appendFact(tx, 'post.edited', post, { place, byPersonId: actor.personId, at: now, more: { postReplyId } })
  }
  return replyView(post, await replyOf(tx, communityId, postId, postReplyId), actor, hat)
}
