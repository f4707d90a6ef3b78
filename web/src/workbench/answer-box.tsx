import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { blanksIn } from '@shequtong/domain/text/blanks'
import { isSubstantiveAnswer } from '@shequtong/domain/text/substantive-answer'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { answerTemplateWords } from '../messages/answer-templates.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { isSending, PhotoAdder } from '../photos/photo-adder.tsx'
import { usePhotoUploads } from '../photos/use-photo-uploads.ts'
import { useKeptWords } from '../service-requests/kept-words.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError, Hint } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { addressOfThread } from './acts/act.ts'
import { SaidArea } from './said-area.tsx'
import { TemplatesDialog } from './templates-dialog.tsx'
import type { Work } from './use-desk.ts'
import { useRefusal } from './use-refusal.ts'
import { useSaid } from './use-said.ts'

export interface AnswerBoxProps {
  readonly thread: ServiceRequestView
  readonly desk: Work
  readonly box: RefObject<HTMLDivElement | null>
  readonly onSent: (act: 'answer' | 'receipt', reply: ServiceRequestView) => void
  readonly onLeave: () => void
  /** The other things that can be done, beside the button. */
  readonly children: ComponentChildren
}

/** The one place to answer: in whose name, what it says, and whether it will stop the clock, told while typing. */
export const AnswerBox = ({ thread, desk, box, onSent, onLeave, children }: AnswerBoxProps) => {
  const { answer: words } = useWords(workbenchWords)
  const templates = useWords(answerTemplateWords)
  const { office } = useWords(roleWords)
  const [draft, keep] = useKeptWords(`answer.${desk.hat.hatId}.${thread.serviceRequestId}`)
  const [inOfficeName, setInOfficeName] = useState(false)
  const uploads = usePhotoUploads({
    communityId: thread.communityId,
    photoIds: draft.photoIds,
    onChange: (photoIds) => keep({ photoIds }),
  })
  const refusal = useRefusal()
  const { send, isPending, error } = useMutation('answerServiceRequest', {
    onDone: (reply, { body }) => {
      keep({ text: '', photoIds: [] })
      uploads.restart()
      onSent(isSubstantiveAnswer(body.text) ? 'answer' : 'receipt', reply)
    },
  })
  const said = useSaid({ failure: error, pointer: '/text', initial: draft.text })
  const [picking, pick] = useState(false)
  const isPut = useRef(false)
  // the first blank is marked, so that typing fills it; behind the closing of the dialog, which gives the focus back to its button
  useEffect(() => {
    if (picking || !isPut.current) return
    isPut.current = false
    const area = box.current?.querySelector('textarea')
    const [first] = blanksIn(area?.value ?? '')
    if (!area || first === undefined) return
    area.focus()
    area.setSelectionRange(first.start, first.end)
  }, [picking, box])
  const put = (template: string) => {
    const text = [said.text.trimEnd(), template].filter((one) => one !== '').join('\n')
    said.onInput(text)
    keep({ text })
    isPut.current = true
  }
  const typed = said.text.trim() !== ''
  const isBlank = blanksIn(said.text).length > 0
  const counts = isSubstantiveAnswer(said.text)
  const submit = () => {
    if (!said.check() || isSending(uploads) || isPending) return
    const body = { text: said.text, photoIds: [...uploads.photoIds], inOfficeName }
    void send({ params: addressOfThread(thread), body })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (event.key === 'Escape') {
      ;(event.target as HTMLElement).blur()
      onLeave()
    } else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys typed in the box; every one has its button
    <div class="answer-box" ref={box} onKeyDown={onKeyDown}>
      <div class="answer-box__top">
        <KindPicker
          legend={words.asWho}
          legendHidden
          choices={[
            { value: 'person', label: words.asPerson(desk.hat.shownName) },
            { value: 'office', label: words.asOffice(office[desk.role]) },
          ]}
          value={inOfficeName ? 'office' : 'person'}
          onChange={(name) => setInOfficeName(name === 'office')}
        />
        <PhotoAdder uploads={uploads} />
        {desk.may('inbox.view') && (
          <Button look="quiet" size="small" icon="text" onClick={() => pick(true)}>
            {templates.open}
          </Button>
        )}
      </div>
      <SaidArea
        said={said}
        label={words.label}
        labelHidden
        placeholder={words.placeholder}
        rows={2}
        onText={(text) => keep({ text })}
      />
      <div role="status">
        {typed && !counts && said.error === undefined && (
          <Hint tone="look">{isBlank ? templates.blankLeft : words.receipt}</Hint>
        )}
        {!typed && <Hint>{words.keep}</Hint>}
      </div>
      {error !== undefined && said.error === undefined && <FieldError>{refusal(error)}</FieldError>}
      <TemplatesDialog communityId={thread.communityId} open={picking} onClose={() => pick(false)} onPick={put} />
      <div class="answer-box__acts">
        <Button look="do" busy={isPending || isSending(uploads)} hotkey="a" onClick={submit}>
          {typed && !counts ? words.sendReceipt : words.send}
        </Button>
        {children}
        {counts && <span class="answer-box__keys only-desk">{words.keys}</span>}
      </div>
    </div>
  )
}
