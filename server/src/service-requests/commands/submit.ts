import type { submitServiceRequest } from '@shequtong/contract/service-requests'
import type { Command } from '../../http/call.ts'
import { Refusal } from '../../platform/refusal.ts'
import { participantOf } from '../access.ts'
import { fileRequest } from '../file.ts'
import { threadView } from '../view.ts'

/** Files a service request in the actor's own community. */
export const submit: Command<typeof submitServiceRequest> = async (tx, call) => {
  const { actor, place, input } = call
  if (actor.hat?.type !== 'member' || actor.membershipId === undefined) throw new Refusal('not-permitted')
  const { kind: memberKind, tenure, state: askerState } = actor.hat
  const asker = { membershipId: actor.membershipId, memberKind, tenure }
  const { row, photos } = await fileRequest(tx, call, asker, input.body)
  const by = { askerName: actor.shownName, askerParty: actor.party, askerState, filedByName: null, filedByRole: null }
  const filed = { ...row, ...by, photos, entries: [], assigneeName: null }
  return threadView(filed, participantOf(actor, row), actor.hatId, place)
}
