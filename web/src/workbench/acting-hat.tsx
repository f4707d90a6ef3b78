import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import type { Work } from './use-desk.ts'

/** As whom one works: on a phone, where the shell has no room for it, below the title. */
export const ActingHat = ({ desk }: { readonly desk: Work }) => {
  const { inbox } = useWords(workbenchWords)
  const { role: roles } = useWords(roleWords)
  return <span class="only-phone acting-hat">{inbox.actor(desk.hat.shownName, roles[desk.role])}</span>
}
