import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import type { ServiceRequestAction } from '@shequtong/domain/service-requests/states'

/** What is done in a dialog; `answer` has its own box, `read` and `resume` need no words. */
export const dialogActs = [
  'askBack',
  'handOver',
  'returnHandOver',
  'escalate',
  'returnEscalation',
  'resolve',
  'assign',
  'suspend',
  'note',
  'merge',
] as const satisfies readonly ServiceRequestAction[]
export type DialogAct = (typeof dialogActs)[number]
export type DoneAct = DialogAct | 'answer' | 'receipt' | 'resume' | 'acceptHandOver'

/** After these the row has moved on and the next one is looked at; after the others the eye stays. */
export const movingActs: readonly DoneAct[] = [
  'answer',
  'askBack',
  'handOver',
  'returnHandOver',
  'escalate',
  'returnEscalation',
  'resolve',
  'assign',
  'suspend',
]

export interface ActProps {
  readonly thread: ServiceRequestView
  readonly onDone: (act: DoneAct, reply: ServiceRequestView) => void
  readonly onCancel: () => void
}

export const addressOfThread = ({ communityId, serviceRequestId }: ServiceRequestView) => ({
  communityId,
  serviceRequestId,
})
