import type { BlockView, blockNeighbour, blockPostAuthor, unblockNeighbour } from '@shequtong/contract/memberships'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { newId } from '../../platform/ids.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { replyOf, toReadPost } from '../../posts/public.ts'
import { thread } from '../../service-requests/public.ts'
import type { Actor } from '../../sessions/actor.ts'
import { blocksOf } from '../queries.ts'

const authorSql = `
  select coalesce(e.by_membership_id, case when $3::uuid is null then r.by_membership_id end) as "membershipId"
  from service_requests r
  left join service_request_entries e on e.community_id = r.community_id and e.service_request_id = r.service_request_id
    and e.entry_id = $3
  where r.community_id = $1 and r.service_request_id = $2`

interface Blocking {
  readonly actor: Actor
  readonly communityId: number
  readonly now: Date
}

/** Once for each neighbour, however often it is pressed. */
const keepBlock = async (
  tx: Tx,
  { actor, communityId, now }: Blocking,
  membershipId: string | null,
): Promise<BlockView> => {
  if (membershipId === null) throw new Refusal('rule-refused', { code: 'not-a-neighbour' })
  if (membershipId === actor.membershipId) throw new Refusal('rule-refused', { code: 'own-words' })
  const { blockId } = await tx.one<{ blockId: string }>(
    `insert into neighbour_blocks (person_id, community_id, blocked_membership_id, block_id, blocked_at)
     values ($1, $2, $3, $4, $5)
     on conflict (person_id, community_id, blocked_membership_id) do update set block_id = neighbour_blocks.block_id
     returning block_id as "blockId"`,
    [actor.personId, communityId, membershipId, newId(), now],
  )
  const [view] = await blocksOf(tx, actor.personId, blockId)
  if (view === undefined) throw notFound()
  return view
}

/** Blocks whoever wrote something that the actor can read. A role cannot be blocked: it has to be heard. */
export const block: Command<typeof blockNeighbour> = async (tx, { actor, input, now, place }) => {
  const { serviceRequestId, entryId } = input.body
  const seen = await thread(tx, actor, place, serviceRequestId)
  if (entryId !== null && !seen.entries.some((entry) => entry.entryId === entryId)) throw notFound()
  const author = await tx.one<{ membershipId: string | null }>(authorSql, [
    place.communityId,
    serviceRequestId,
    entryId,
  ])
  return keepBlock(tx, { actor, communityId: place.communityId, now }, author.membershipId)
}

/** The same for words on a board. */
export const blockPost: Command<typeof blockPostAuthor> = async (tx, { actor, input, now, place: { communityId } }) => {
  const { postId } = input.params
  const { postReplyId } = input.body
  const post = await toReadPost(tx, actor, communityId, postId)
  const said = postReplyId === null ? post : await replyOf(tx, communityId, postId, postReplyId)
  return keepBlock(tx, { actor, communityId, now }, said.byMembershipId)
}

export const unblock: Command<typeof unblockNeighbour> = async (tx, { actor, input }) => {
  const removed = await tx.run(`delete from neighbour_blocks where person_id = $1 and block_id = $2`, [
    actor.personId,
    input.params.blockId,
  ])
  if (removed === 0) throw notFound()
  return { done: true }
}
