import type { RegistrationReview } from '@shequtong/contract/registrations'
import { registrationTransitions } from '@shequtong/domain/registrations/registration'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import type { KeyHint } from '../ui/action/key-hints.tsx'

/** The keys that do something now. */
export const useReviewHints = (open: RegistrationReview | undefined): KeyHint[] => {
  const { keys } = useWords(workbenchWords)
  const move = { keys: ['j', 'k'], does: keys.move }
  if (open === undefined) return [move]
  const may = registrationTransitions[open.state]
  // nobody approves what they filed themselves
  const approves = may.approve !== undefined && open.filing?.byYou !== true
  return [
    move,
    ...(approves ? [{ keys: ['y'], does: keys.approve }] : []),
    ...(may.refuse === undefined ? [] : [{ keys: ['n'], does: keys.refuse }]),
    ...(may.askBack === undefined ? [] : [{ keys: ['q'], does: keys.check }]),
  ]
}
