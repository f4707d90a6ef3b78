import { type Presence, presences } from '@shequtong/domain/memberships/helping'
import { findPersonalData } from '@shequtong/domain/text/personal-data'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { useRefusal } from '../service-requests/use-thread.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { TextArea } from '../ui/form/text-area.tsx'

/** Code points that the server takes. */
const limit = 200

export interface Awaited {
  readonly serviceRequestId: string
  readonly shownName: string
}

interface WordDialogProps {
  readonly communityId: number
  /** Whose word on which result; undefined: closed. */
  readonly about: Awaited | undefined
  readonly onClose: () => void
}

const useWordRefusal = (): ((failure: Failure | undefined) => string | undefined) => {
  const { word } = useWords(assistedWords)
  const plain = useRefusal()
  return (failure) => {
    if (!(failure instanceof ProblemError) || failure.slug === 'invalid-input') return plain(failure)
    const known: Readonly<Record<string, string>> = word.refused
    return (failure.code === undefined ? undefined : known[failure.code]) ?? word.changed
  }
}

/** They said that it is solved: how that was heard, and their own words where they left some. */
export const WordDialog = ({ communityId, about, onClose }: WordDialogProps) => {
  const { word, presenceName } = useWords(assistedWords)
  const refusalOf = useWordRefusal()
  const [presence, setPresence] = useState<Presence>('present')
  const [text, setText] = useState('')
  const confirm = useMutation('confirmOnTheirWord')
  const marks = findPersonalData(text).map(({ at }) => at)
  const refusal = refusalOf(confirm.error)
  const close = () => {
    confirm.reset()
    onClose()
  }
  const send = async () => {
    if (about === undefined || marks.length > 0) return
    const { serviceRequestId } = about
    const done = await confirm.send({ params: { communityId, serviceRequestId }, body: { presence, words: text } })
    if (done === undefined) return
    setText('')
    setPresence('present')
    void invalidate('listAwaitingWord', { communityId })
    void invalidate('readRequestFiling', { communityId, serviceRequestId })
    void invalidate('readServiceRequest', { communityId, serviceRequestId })
    onClose()
  }
  return (
    <Dialog
      open={about !== undefined}
      title={word.ask(about?.shownName ?? '')}
      onClose={close}
      actions={
        <>
          <Button size="big" onClick={close}>
            {word.cancel}
          </Button>
          <Button look="do" size="big" busy={confirm.isPending} onClick={() => void send()}>
            {word.confirm}
          </Button>
        </>
      }
    >
      <div class="stack">
        <KindPicker
          legend={word.how}
          choices={presences.map((value) => ({ value, label: presenceName[value] }))}
          value={presence}
          onChange={setPresence}
        />
        <TextArea
          label={word.words}
          hint={word.wordsHint}
          rows={2}
          limit={limit}
          value={text}
          onInput={(next) => {
            confirm.reset()
            setText(next)
          }}
          marks={marks}
        />
        {refusal !== undefined && <FieldError>{refusal}</FieldError>}
        <p class="small soft">{word.notYet}</p>
      </div>
    </Dialog>
  )
}
