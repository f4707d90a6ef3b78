import { findPersonalData } from '@shequtong/domain/text/personal-data'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { type Naming, WordsArea } from '../mentions/mention-area.tsx'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { PhotoAdder } from '../photos/photo-adder.tsx'
import { usePhotoUploads } from '../photos/use-photo-uploads.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { VoiceInput } from '../ui/action/voice-input.tsx'
import { useKeptWords } from './kept-words.ts'

export interface SayDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly action: string
  /** Under which name half-written words are kept. */
  readonly keep: string
  readonly refusal: string | undefined
  readonly busy: boolean
  /** The community where photos that go with it are uploaded; absent where none do. */
  readonly photosTo?: number
  /** Whom the words may name with an @; absent where they name nobody. */
  readonly naming?: Naming
  /** What else is asked beside the words. */
  readonly children?: ComponentChildren
  /** True when it was taken. */
  readonly onSay: (text: string, photoIds: readonly string[]) => Promise<boolean>
}

/** Code points that the server takes. */
const limit = 2_000

/** One text and one button: a reply, an answer, what is still wrong. */
export const SayDialog = (props: SayDialogProps) => {
  const { open, onClose, title, label, hint, placeholder, action, keep, refusal, busy, onSay } = props
  const { thread } = useWords(serviceRequestWords)
  const [{ text, photoIds }, keepWords] = useKeptWords(keep)
  const setText = (next: string) => keepWords({ text: next })
  const uploads = usePhotoUploads({
    communityId: props.photosTo ?? 0,
    photoIds,
    onChange: (arrived) => keepWords({ photoIds: arrived }),
  })
  const [isWaiting, wait] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const before = useRef<string | undefined>(undefined)
  const marks = findPersonalData(text).map(({ at }) => at)
  const error = marks.length > 0 ? thread.personalData : isEmpty ? thread.empty : refusal
  const type = (next: string) => {
    before.current = undefined
    setEmpty(false)
    setText(next)
  }
  const say = async (event: Event) => {
    event.preventDefault()
    setEmpty(text.trim() === '')
    if (text.trim() === '' || marks.length > 0) return
    wait(true)
    const settled = await uploads.settled()
    wait(false)
    if (!(await onSay(text, settled))) return
    keepWords({ text: '', photoIds: [] })
    uploads.restart()
    onClose()
  }
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {thread.cancel}
          </Button>
          <Button look="do" size="big" type="submit" form={keep} busy={busy || isWaiting}>
            {action}
          </Button>
        </>
      }
    >
      <form id={keep} class="stack" onSubmit={(event) => void say(event)} noValidate>
        <WordsArea
          naming={props.naming}
          label={label}
          value={text}
          onInput={type}
          limit={limit}
          rows={4}
          marks={marks}
          {...(hint === undefined ? {} : { hint })}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(error === undefined ? {} : { error })}
        />
        <VoiceInput
          wide
          onHeard={(heard) => {
            before.current ??= text
            setEmpty(false)
            setText(before.current + heard)
          }}
        />
        {props.photosTo !== undefined && <PhotoAdder uploads={uploads} />}
        {props.children}
      </form>
    </Dialog>
  )
}
