import type { cancelPost, publishPostNow } from '@shequtong/contract/posts'
import * as rules from '@shequtong/domain/posts/post'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { TerritoryDirectory } from '../../territory/directory.ts'
import { hatOf, refuse, toAct, toDomain, toRead } from '../access.ts'
import { appendFact } from '../facts.ts'
import { startMentions } from '../mentions.ts'
import { type PostRow, postAuthor, postColumns } from '../rows-sql.ts'
import { postView, readerOf } from '../view.ts'

const changedSql = `update posts set state = $3, published_at = $4 where community_id = $1 and post_id = $2`

const decided =
  (
    rule: (post: rules.Post, now: Date) => ReturnType<typeof rules.cancel>,
    event: 'post.canceled' | 'post.published',
  ): Command<typeof cancelPost | typeof publishPostNow> =>
  async (tx, { actor, place, input, now }) => {
    const { communityId } = place
    const hat = hatOf(actor)
    const row = await toAct(tx, actor, communityId, input.params.postId)
    if (!rules.isOpenTo(readerOf(actor, hat, row), 'cancel')) throw new Refusal('not-permitted')
    const done = rule(toDomain(row), now)
    if (!done.ok) throw refuse(done.violation)
    const { state, publishedAt } = done.value
    await tx.run(changedSql, [communityId, row.postId, state, publishedAt])
    await appendFact(tx, event, { ...row, state }, { place, byPersonId: actor.personId, at: now })
    if (state === 'published') await startMentions(tx, row, { place, byPersonId: actor.personId, now })
    return postView(await toRead(tx, actor, communityId, row.postId), actor, hat)
  }

/** Called off before its time; nobody but its author and the committee ever saw it. */
export const cancel = decided(rules.cancel, 'post.canceled')

export const publishNow = decided(rules.publishNow, 'post.published')

const dueSql = `
  select ${postColumns} from posts p ${postAuthor}
  where p.state = 'scheduled' and p.published_at <= $1 order by p.published_at limit $2 for update of p skip locked`

/** Publishes what is due, up to `limit`, each exactly once: the row is locked, and what is published is scheduled no more. */
export const publishScheduled = async (
  tx: Tx,
  territory: TerritoryDirectory,
  now: Date,
  limit: number,
): Promise<number> => {
  const rows = await tx.many<PostRow>(dueSql, [now, limit])
  for (const row of rows) {
    const done = rules.publishDue(toDomain(row), now)
    const place = await territory.community(row.communityId)
    if (!done.ok || place === undefined) continue
    const { state, publishedAt } = done.value
    await tx.run(changedSql, [row.communityId, row.postId, state, publishedAt])
    await appendFact(tx, 'post.published', { ...row, state }, { place, byPersonId: undefined, at: now })
    await startMentions(tx, { ...row, state }, { place, byPersonId: undefined, now })
  }
  return rows.length
}
