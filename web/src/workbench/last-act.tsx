import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Icon } from '../ui/icon.tsx'
import type { DoneAct } from './acts/act.ts'
import type { Work } from './use-desk.ts'

export interface LastDone {
  readonly act: DoneAct
  readonly communityId: number
  readonly serviceRequestId: string
  readonly who: string
}

export interface LastActProps {
  readonly last: LastDone | undefined
  readonly desk: Work
}

/** What was done last, read out, with the way back to it: the row has moved on by then. */
export const LastAct = ({ last, desk }: LastActProps) => {
  const { done } = useWords(workbenchWords)
  return (
    <div role="status">
      {last !== undefined && (
        <p class="inbox-said">
          <Icon name={last.act === 'receipt' ? 'clock' : 'check'} size="small" />
          <span>{done[last.act](last.who)}</span>
          <a href={desk.itemPath(last.communityId, last.serviceRequestId)}>{done.look}</a>
        </p>
      )}
    </div>
  )
}
