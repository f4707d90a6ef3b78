import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { FilingPart } from '../assisted/filing-part.tsx'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { ThreadBody } from '../service-requests/thread-body.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
import { useHotkeys } from '../ui/action/use-hotkeys.ts'
import { ActDialog } from './act-dialog.tsx'
import { addressOfThread, type DialogAct, type DoneAct } from './acts/act.ts'
import { AnswerBox } from './answer-box.tsx'
import { EarlierRequests } from './earlier-requests.tsx'
import { isWaiting } from './inbox-order.ts'
import { actKeys, type PanelAct, PanelActs } from './panel-acts.tsx'
import { ThreadTag, useThreadNote } from './panel-head.tsx'
import type { Work } from './use-desk.ts'
import { useWide } from './use-wide.ts'

/** What the list wants opened together with a matter: the box, or a dialog. */
export type Opening = 'answer' | DialogAct

export interface InboxPanelProps {
  readonly thread: ServiceRequestView
  readonly desk: Work
  readonly opening: Opening | undefined
  /** The reply of a write, and what it was; `read` needs no word to anybody. */
  readonly onDone: (act: DoneAct | 'read', reply: ServiceRequestView) => void
}

export const InboxPanel = ({ thread, desk, opening, onDone }: InboxPanelProps) => {
  const { panel, answer: words } = useWords(workbenchWords)
  const wide = useWide()
  const box = useRef<HTMLDivElement>(null)
  const [act, setAct] = useState<DialogAct | undefined>(undefined)
  const [writing, setWriting] = useState(false)
  const may = desk.may('role.grant') ? thread.may : thread.may.filter((one) => one !== 'assign')
  const mayAnswer = may.includes('answer')
  const boxOpen = mayAnswer && (writing || (wide && isWaiting(thread)))
  const note = useThreadNote(thread)

  const read = useMutation('markServiceRequestRead', { onDone: (reply) => onDone('read', reply) })
  const unread = thread.may.includes('read')
  useEffect(() => {
    if (unread) void read.send({ params: addressOfThread(thread), body: {} })
  }, [unread])

  const resume = useMutation('resumeServiceRequest', { onDone: (reply) => onDone('resume', reply) })
  const take = useMutation('acceptHandOver', { onDone: (reply) => onDone('acceptHandOver', reply) })
  const open = (chosen: PanelAct) => {
    if (chosen === 'acceptHandOver') void take.send({ params: addressOfThread(thread), body: {} })
    else if (chosen === 'resume') void resume.send({ params: addressOfThread(thread), body: {} })
    else setAct(chosen)
  }
  const write = () => {
    setWriting(true)
    setTimeout(() => box.current?.querySelector('textarea')?.focus())
  }
  useEffect(() => {
    if (opening === 'answer' && mayAnswer) write()
    else if (opening !== undefined && opening !== 'answer' && may.includes(opening)) setAct(opening)
  }, [opening])
  const keyed = Object.entries(actKeys).filter(([name]) => may.includes(name as DialogAct))
  useHotkeys({
    ...Object.fromEntries(keyed.map(([name, key]) => [key, () => setAct(name as DialogAct)])),
    ...(mayAnswer ? { a: write } : {}),
  })
  const others = (
    <PanelActs thread={thread} may={may} resultFirst={!boxOpen && !isWaiting(thread)} wide={wide} onAct={open} />
  )
  const foot = boxOpen ? (
    <AnswerBox thread={thread} desk={desk} box={box} onSent={onDone} onLeave={() => setWriting(false)}>
      {others}
    </AnswerBox>
  ) : (
    <div class="answer-box__acts">
      {mayAnswer && (
        <Button look={isWaiting(thread) ? 'do' : 'plain'} icon="reply" hotkey="a" onClick={write}>
          {words.send}
        </Button>
      )}
      {others}
    </div>
  )
  return (
    <Pane
      level={wide ? 3 : 2}
      title={
        <>
          <span class="visually-hidden">{panel.title}</span>
          <ThreadTag thread={thread} />
        </>
      }
      note={note}
      backHref={`${desk.inboxPath}${location.search}`}
      foot={foot}
    >
      <ThreadBody
        request={thread}
        pathOf={({ communityId, serviceRequestId }) => desk.itemPath(communityId, serviceRequestId)}
      />
      <FilingPart request={thread} first={thread.state === 'resolved'} />
      {desk.may('serviceRequest.direct') && <EarlierRequests thread={thread} />}
      <ActDialog
        act={act}
        thread={thread}
        onCancel={() => setAct(undefined)}
        onDone={(done, reply) => {
          setAct(undefined)
          onDone(done, reply)
        }}
      />
    </Pane>
  )
}
