import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import { addMs } from '@shequtong/domain/time'
import type { Handlers } from '../http/call.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { toManage } from './access.ts'
import { check } from './commands/check.ts'
import { importUploaded } from './commands/import.ts'
import { exportFull, exportMasked } from './export.ts'
import { issueTicket, ticketValidMs } from './full-ticket.ts'
import { withoutMembers } from './without-members.ts'

export const dwellingRollRoutes: Handlers<
  'checkRoll' | 'importRoll' | 'exportRoll' | 'requestFullRoll' | 'exportFullRoll' | 'listDwellingsWithoutMembers'
> = {
  checkRoll: check,
  importRoll: importUploaded,
  exportRoll: exportMasked,
  exportFullRoll: exportFull,
  listDwellingsWithoutMembers: withoutMembers,

  // The values themselves never pass through a write.
  requestFullRoll: async (tx, { actor, place, input, services, now }) => {
    const { compoundId } = await toManage(tx, place.communityId, input.params.compoundId)
    if (actor.roleGrantId === undefined) throw new Refusal('not-permitted')
    const expiresAt = addMs(now, ticketValidMs)
    const { personId, roleGrantId } = actor
    const { reason } = input.body
    if (!isStatedReason(reason)) throw invalid('/reason', 'reason-not-stated')
    return {
      ticket: issueTicket(services.settings.secret, {
        personId,
        roleGrantId,
        compoundId,
        reason,
        expiresAtMs: expiresAt.getTime(),
      }),
      expiresAt: expiresAt.toISOString(),
    }
  },
}
