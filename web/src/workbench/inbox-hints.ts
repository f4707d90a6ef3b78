import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { bulkWords } from '../messages/bulk.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import type { KeyHint } from '../ui/action/key-hints.tsx'
import type { DialogAct } from './acts/act.ts'
import { actKeys } from './panel-acts.tsx'

/** The keys that do something now: those of the list, and those that the thread in sight allows. */
export const useInboxHints = (thread: ServiceRequestView | undefined): KeyHint[] => {
  const { keys } = useWords(workbenchWords)
  const { key: chooses } = useWords(bulkWords)
  const may = thread?.may ?? []
  const acts = Object.entries(actKeys)
    .filter(([act]) => may.includes(act as DialogAct))
    .map(([act, key]) => ({ keys: [key], does: keys[act as keyof typeof actKeys] }))
  return [
    { keys: ['j', 'k'], does: keys.move },
    ...(may.includes('answer') ? [{ keys: ['a'], does: keys.answer }] : []),
    ...acts,
    { keys: ['x'], does: chooses },
    { keys: ['/'], does: keys.find },
  ]
}
