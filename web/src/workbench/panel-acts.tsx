import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import type { ServiceRequestAction } from '@shequtong/domain/service-requests/states'
import { useState } from 'preact/hooks'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import type { DialogAct } from './acts/act.ts'
import { returnWords } from './acts/return-hand-over.tsx'

/** The key of each act, where it has one. */
export const actKeys = {
  askBack: 'q',
  handOver: 'h',
  escalate: 'e',
  resolve: 'r',
  note: 'n',
  merge: 'm',
} as const satisfies Partial<Record<DialogAct, string>>

/** What needs no words beside what is done in a dialog. */
export type PanelAct = DialogAct | 'resume' | 'acceptHandOver'

const icons: Record<PanelAct, IconName> = {
  askBack: 'ask',
  handOver: 'swap',
  acceptHandOver: 'check',
  returnHandOver: 'again',
  escalate: 'upLevel',
  returnEscalation: 'again',
  resolve: 'check',
  assign: 'person',
  suspend: 'pause',
  resume: 'clock',
  note: 'lock',
  merge: 'merge',
}

/** Beside the answer at a desk; everything else is behind "more", on a phone these too. */
const besideAtDesk: readonly PanelAct[] = [
  'resolve',
  'askBack',
  'handOver',
  'returnHandOver',
  'escalate',
  'returnEscalation',
]
const inMenu: readonly PanelAct[] = [
  'askBack',
  'handOver',
  'returnHandOver',
  'escalate',
  'returnEscalation',
  'assign',
  'suspend',
  'resume',
  'merge',
  'note',
]

export interface PanelActsProps {
  readonly thread: ServiceRequestView
  /** What may be done now: the server's word, less what this desk has no list for. */
  readonly may: readonly ServiceRequestAction[]
  /** The result is the one thing to do: someone has answered already. */
  readonly resultFirst: boolean
  readonly wide: boolean
  readonly onAct: (act: PanelAct) => void
}

export const PanelActs = ({ thread, may, resultFirst, wide, onAct }: PanelActsProps) => {
  const { acts, panel } = useWords(workbenchWords)
  const [open, setOpen] = useState(false)
  // whoever was asked to take it has this one thing to decide
  const isAsked = may.includes('acceptHandOver')
  const labelOf = (act: PanelAct) => (act === 'returnHandOver' ? returnWords(acts, thread.may) : acts[act]).button
  const beside = besideAtDesk.filter(
    (act) => may.includes(act) && (wide || act === 'resolve' || (act === 'returnHandOver' && isAsked)),
  )
  const menu = inMenu.filter((act) => may.includes(act) && !beside.includes(act))
  const choose = (act: PanelAct) => {
    setOpen(false)
    onAct(act)
  }
  return (
    <>
      {isAsked && (
        <Button look="do" icon="check" onClick={() => onAct('acceptHandOver')}>
          {acts.acceptHandOver.button}
        </Button>
      )}
      {beside.map((act) => (
        <Button
          key={act}
          look={act === 'resolve' && resultFirst ? 'do' : 'plain'}
          onClick={() => onAct(act)}
          {...(act in actKeys ? { hotkey: actKeys[act as keyof typeof actKeys] } : {})}
        >
          {labelOf(act)}
        </Button>
      ))}
      {menu.length > 0 && <IconButton icon="more" label={panel.more} onClick={() => setOpen(true)} />}
      <Dialog open={open} title={panel.more} onClose={() => setOpen(false)}>
        <div class="act-menu">
          {menu.map((act) => (
            <Button key={act} icon={icons[act]} wide size="big" onClick={() => choose(act)}>
              {labelOf(act)}
            </Button>
          ))}
        </div>
      </Dialog>
    </>
  )
}
