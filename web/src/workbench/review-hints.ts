import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import type { KeyHint } from '../ui/action/key-hints.tsx'

/** The keys that do something now. */
export const useReviewHints = (open: boolean): KeyHint[] => {
  const { keys } = useWords(workbenchWords)
  const move = { keys: ['j', 'k'], does: keys.move }
  if (!open) return [move]
  return [
    move,
    { keys: ['y'], does: keys.approve },
    { keys: ['n'], does: keys.refuse },
    { keys: ['q'], does: keys.check },
  ]
}
