import type { ServiceRequestCard } from '@shequtong/contract/service-requests'
import type { ServiceRequestWords } from '../messages/service-requests.ts'
import type { TagTone } from '../ui/time/tag.tsx'

type Stated = Pick<ServiceRequestCard, 'state' | 'suspension' | 'by'>

/** The asker is waited for: a result to confirm or a question to answer. */
export const waitsForAsker = ({ state, suspension }: Stated): boolean =>
  state === 'resolved' || suspension?.kind === 'askedBack'

const still: readonly Stated['state'][] = ['withdrawn', 'unconfirmed', 'answered', 'merged']

/** The state in a word and a tone, as the asker or as anybody else reads it. */
export const stateOf = (
  request: Stated,
  words: ServiceRequestWords,
): { readonly word: string; readonly tone: TagTone } => {
  const { state, by } = request
  if (request.suspension?.kind === 'askedBack') {
    return { word: by.you ? words.ownState.askedBack : words.suspension.askedBack, tone: 'plain' }
  }
  const word = by.you ? words.ownState[state] : words.state[state]
  if (state === 'confirmed') return { word, tone: 'done' }
  if (state === 'resolved') return { word, tone: 'plain' }
  return { word, tone: still.includes(state) ? 'still' : 'time' }
}
