import type { acceptReply, endorseReply } from '@shequtong/contract/service-requests'
import { acceptReply as accepts, endorseReply as endorses } from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Actor } from '../../sessions/actor.ts'
import { toAct } from '../access.ts'
import { carry } from '../carry.ts'
import { appendFact } from '../facts.ts'
import { lockParts } from '../merged.ts'
import { refuse } from '../refuse.ts'
import type { HeadRow } from '../rows-sql.ts'
import { save } from '../save.ts'
import { threadAfter } from '../thread.ts'

interface Reply {
  text: string
  membershipId: string | null
}

const replySql = `
  select e.text, e.by_membership_id as "membershipId" from service_request_entries e
  where e.community_id = $1 and e.service_request_id = $2 and e.entry_id = $3 and e.kind = 'reply'
    and not exists (select from neighbour_blocks nb where nb.person_id = $4 and nb.community_id = e.community_id
      and nb.blocked_membership_id = e.by_membership_id)`

/** The reply as far as the actor reads it: a member does not see what blocked neighbours say. */
const replyOf = async (tx: Tx, actor: Actor, { communityId, serviceRequestId }: HeadRow, entryId: string) => {
  const reader = actor.hat?.type === 'member' ? actor.personId : null
  const reply = await tx.maybe<Reply>(replySql, [communityId, serviceRequestId, entryId, reader])
  if (reply === undefined) throw notFound()
  return reply
}

type Taking = typeof acceptReply | typeof endorseReply

const taking =
  (action: 'acceptReply' | 'endorseReply'): Command<Taking> =>
  async (tx, { actor, now, place, input }) => {
    const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, action)
    const { text, membershipId } = await replyOf(tx, actor, row, input.body.entryId)
    const isNeighbours = membershipId !== null && membershipId !== row.byMembershipId
    const accepted = action === 'acceptReply'
    const rule = action === 'acceptReply' ? accepts : endorses
    if (accepted && row.mergedCount > 0 && (await lockParts(tx, place.communityId, [row.serviceRequestId])).length > 0)
      throw refuse({ code: 'stands-for-others' })
    const done = rule(request, { text, isNeighbours }, now)
    if (!done.ok) throw refuse(done.violation)
    const kind = accepted ? 'replyAccepted' : 'replyEndorsed'
    const saved = await save(tx, row, done.value, { kind, actor, text: '', handedTo: input.body.entryId }, now)
    await appendFact(tx, accepted ? 'service_request.reply_accepted' : 'service_request.reply_endorsed', done.value, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: actor.personId,
      at: now,
      more: { replierMembershipId: membershipId },
    })
    const carried = { kind: 'replyEndorsed', text: '' } as const
    if (!accepted) await carry(tx, { place, actor, now }, row, done.value, saved, carried)
    return threadAfter(tx, actor, place, row, saved)
  }

/** The asker's own word on a neighbour's answer. */
export const accept: Command<typeof acceptReply> = taking('acceptReply')

/** A responsible role's word on it. */
export const endorse: Command<typeof endorseReply> = taking('endorseReply')
