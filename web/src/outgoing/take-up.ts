import { draftOfBody } from '../compose/draft.ts'
import { putIntoDraft } from '../compose/use-draft.ts'
import { putIntoChosen } from '../mentions/chosen.ts'
import { postPath } from '../posts/post-path.ts'
import { parseKeptWords, postReplyName, putIntoKept, replyName } from '../service-requests/kept-words.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import type { Outgoing } from './outgoing.ts'

/** Puts words that did not go out back where they were written, behind what stands there by now; the path of that place. */
export const takeUp = (item: Outgoing): string => {
  if (item.name === 'replyToServiceRequest') {
    const { communityId, serviceRequestId } = item.input.params
    putIntoKept(replyName(item.hatId, serviceRequestId), parseKeptWords(JSON.stringify(item.input.body)))
    return threadPath({ communityId: Number(communityId), serviceRequestId })
  }
  if (item.name === 'replyToPost') {
    const { communityId, postId } = item.input.params
    const name = postReplyName(item.hatId, postId)
    putIntoKept(name, parseKeptWords(JSON.stringify(item.input.body)))
    putIntoChosen(name, item.input.body.mentions)
    return postPath({ communityId: Number(communityId), postId })
  }
  if (item.name === 'publishPost') putIntoChosen(`compose.${item.hatId}`, item.input.body.mentions)
  putIntoDraft(item.hatId, draftOfBody(item.input.body))
  return '/compose'
}
