import type { readMention } from '@shequtong/contract/mentions'
import type { Command } from '../../http/call.ts'
import { notFound } from '../../platform/refusal.ts'
import { hatOf, toRead } from '../access.ts'
import { stampMention } from '../mentions.ts'

const lockedSql = `
  select post_id as "postId", read_at as "readAt" from mentions
  where community_id = $1 and mention_id = $2 and (membership_id = $3 or role = $4) for update`

/** Whoever is named, or somebody of the role, looked at it; not-found for everybody else. */
export const readOwnMention: Command<typeof readMention> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { mentionId } = input.params
  const hat = hatOf(actor)
  const role = hat.type === 'role' ? hat.role : null
  const row = await tx.maybe<{ postId: string; readAt: Date | null }>(lockedSql, [
    communityId,
    mentionId,
    actor.membershipId ?? null,
    role,
  ])
  if (row === undefined) throw notFound()
  const post = await toRead(tx, actor, communityId, row.postId)
  if (row.readAt === null) await stampMention(tx, 'read', { post, mentionId }, { place, actor, now })
  return { done: true }
}
