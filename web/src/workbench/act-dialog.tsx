import type { ComponentType } from 'preact'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Dialog } from '../ui/action/dialog.tsx'
import type { ActProps, DialogAct } from './acts/act.ts'
import { AskBack } from './acts/ask-back.tsx'
import { Assign } from './acts/assign.tsx'
import { Escalate } from './acts/escalate.tsx'
import { HandOver } from './acts/hand-over.tsx'
import { Merge } from './acts/merge.tsx'
import { Note } from './acts/note.tsx'
import { Resolve } from './acts/resolve.tsx'
import { ReturnEscalation } from './acts/return-escalation.tsx'
import { ReturnHandOver, returnWords } from './acts/return-hand-over.tsx'
import { Suspend } from './acts/suspend.tsx'

const forms: Record<DialogAct, ComponentType<ActProps>> = {
  askBack: AskBack,
  handOver: HandOver,
  returnHandOver: ReturnHandOver,
  escalate: Escalate,
  returnEscalation: ReturnEscalation,
  resolve: Resolve,
  assign: Assign,
  suspend: Suspend,
  note: Note,
  merge: Merge,
}

export interface ActDialogProps extends ActProps {
  readonly act: DialogAct | undefined
}

/** One dialog for all that is done to a service request; each form keeps or drops what was typed. */
export const ActDialog = ({ act, ...given }: ActDialogProps) => {
  const { acts } = useWords(workbenchWords)
  const Form = act === undefined ? undefined : forms[act]
  const title =
    act === undefined ? '' : act === 'returnHandOver' ? returnWords(acts, given.thread.may).title : acts[act].title
  return (
    <Dialog open={act !== undefined} title={title} onClose={given.onCancel}>
      {Form !== undefined && <Form key={act} {...given} />}
    </Dialog>
  )
}
