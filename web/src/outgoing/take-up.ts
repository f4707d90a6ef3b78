import { draftOfBody } from '../compose/draft.ts'
import { putIntoDraft } from '../compose/use-draft.ts'
import { parseKeptWords, putIntoKept, replyName } from '../service-requests/kept-words.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import type { Outgoing } from './outgoing.ts'

/** Puts words that did not go out back where they were written, behind what stands there by now; the path of that place. */
export const takeUp = (item: Outgoing): string => {
  if (item.name === 'replyToServiceRequest') {
    const { communityId, serviceRequestId } = item.input.params
    putIntoKept(replyName(item.hatId, serviceRequestId), parseKeptWords(JSON.stringify(item.input.body)))
    return threadPath({ communityId: Number(communityId), serviceRequestId })
  }
  putIntoDraft(item.hatId, draftOfBody(item.input.body))
  return '/compose'
}
