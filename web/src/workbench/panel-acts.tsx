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

/** The key of each act, where it has one. */
export const actKeys = {
  askBack: 'q',
  handOver: 'h',
  escalate: 'e',
  resolve: 'r',
  note: 'n',
  merge: 'm',
} as const satisfies Partial<Record<DialogAct, string>>

const icons: Record<DialogAct | 'resume', IconName> = {
  askBack: 'ask',
  handOver: 'swap',
  escalate: 'upLevel',
  resolve: 'check',
  assign: 'person',
  suspend: 'pause',
  resume: 'clock',
  note: 'lock',
  merge: 'merge',
}

/** Beside the answer at a desk; everything else is behind "more", on a phone these too. */
const besideAtDesk: readonly DialogAct[] = ['resolve', 'askBack', 'handOver', 'escalate']
const inMenu: readonly (DialogAct | 'resume')[] = [
  'askBack',
  'handOver',
  'escalate',
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
  readonly onAct: (act: DialogAct | 'resume') => void
}

export const PanelActs = ({ may, resultFirst, wide, onAct }: PanelActsProps) => {
  const { acts, panel } = useWords(workbenchWords)
  const [open, setOpen] = useState(false)
  const beside = besideAtDesk.filter((act) => may.includes(act) && (wide || act === 'resolve'))
  const menu = inMenu.filter((act) => may.includes(act) && !(wide && beside.includes(act as DialogAct)))
  const choose = (act: DialogAct | 'resume') => {
    setOpen(false)
    onAct(act)
  }
  return (
    <>
      {beside.map((act) => (
        <Button
          key={act}
          look={act === 'resolve' && resultFirst ? 'do' : 'plain'}
          onClick={() => onAct(act)}
          {...(act in actKeys ? { hotkey: actKeys[act as keyof typeof actKeys] } : {})}
        >
          {acts[act].button}
        </Button>
      ))}
      {menu.length > 0 && <IconButton icon="more" label={panel.more} onClick={() => setOpen(true)} />}
      <Dialog open={open} title={panel.more} onClose={() => setOpen(false)}>
        <div class="act-menu">
          {menu.map((act) => (
            <Button key={act} icon={icons[act]} wide size="big" onClick={() => choose(act)}>
              {acts[act].button}
            </Button>
          ))}
        </div>
      </Dialog>
    </>
  )
}
