import type { ComponentType } from 'preact'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Dialog } from '../ui/action/dialog.tsx'
import type { ActProps, DialogAct } from './acts/act.ts'
import { Assign } from './acts/assign.tsx'
import { Escalate } from './acts/escalate.tsx'
import { HandOver } from './acts/hand-over.tsx'
import { AskBack, Note } from './acts/reason-act.tsx'
import { Resolve } from './acts/resolve.tsx'
import { Suspend } from './acts/suspend.tsx'

const forms: Record<DialogAct, ComponentType<ActProps>> = {
  askBack: AskBack,
  handOver: HandOver,
  escalate: Escalate,
  resolve: Resolve,
  assign: Assign,
  suspend: Suspend,
  note: Note,
}

export interface ActDialogProps extends ActProps {
  readonly act: DialogAct | undefined
}

/** One dialog for all that is done to a service request; what was typed goes when it closes. */
export const ActDialog = ({ act, ...given }: ActDialogProps) => {
  const { acts } = useWords(workbenchWords)
  const Form = act === undefined ? undefined : forms[act]
  return (
    <Dialog open={act !== undefined} title={act === undefined ? '' : acts[act].title} onClose={given.onCancel}>
      {Form !== undefined && <Form key={act} {...given} />}
    </Dialog>
  )
}
