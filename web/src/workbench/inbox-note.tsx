import type { ComponentChildren } from 'preact'
import type { Reply } from '../api/types.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { ActingHat } from './acting-hat.tsx'
import type { Desk } from './use-desk.ts'

/** As whom, how many wait, how many are overdue. */
export const useInboxNote = (desk: Desk, page: Reply<'listInbox'> | undefined): ComponentChildren[] => {
  const { inbox } = useWords(workbenchWords)
  const hat = <ActingHat key="hat" desk={desk} />
  if (page === undefined) return [hat]
  if (page.waiting === 0) return [hat, inbox.allAnswered]
  return [hat, inbox.waiting(page.waiting), page.overdue === 0 ? null : inbox.overdue(page.overdue)]
}
