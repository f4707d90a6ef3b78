import { colleagueWords } from '../messages/colleagues.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { Dialog } from '../ui/action/dialog.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { EndForm } from './end-form.tsx'
import type { GrantAct } from './grant-act.ts'
import { GrantForm } from './grant-form.tsx'
import { HandOverForm } from './hand-over-form.tsx'

export interface GrantActDialogProps {
  readonly act: GrantAct | undefined
  readonly desk: Desk
  readonly onClose: () => void
  readonly onDone: (sentence: string) => void
}

export const GrantActDialog = ({ act, desk, onClose, onDone }: GrantActDialogProps) => {
  const words = useWords(colleagueWords)
  const { role: roles } = useWords(roleWords)
  const ends = { onCancel: onClose, onDone }
  const title =
    act === undefined
      ? ''
      : act.kind === 'grant'
        ? words.grantTitle
        : (act.kind === 'end' ? words.endTitle : words.handOverTitle)(act.grant.shownName, roles[act.grant.role])
  return (
    <Dialog open={act !== undefined} title={title} onClose={onClose}>
      {act?.kind === 'grant' && <GrantForm desk={desk} {...ends} />}
      {act?.kind === 'end' && <EndForm grant={act.grant} {...ends} />}
      {act?.kind === 'handOver' && <HandOverForm grant={act.grant} mine={act.mine} {...ends} />}
    </Dialog>
  )
}
