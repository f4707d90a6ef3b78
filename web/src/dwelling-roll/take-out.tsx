import { useState } from 'preact/hooks'
import { addressOf } from '../api/address.ts'
import { client } from '../api/client.ts'
import { useMutation } from '../api/mutation.ts'
import { ConnectionError, ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { saveBlob } from '../files/save-blob.ts'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { ShortWords } from '../workbench/review-dialogs.tsx'
import { paramsOf, type RollPlace } from './place.ts'

/** The roll as a table: masked for anybody of the committee, in full for a reason that each person on it can read. */
export const TakeOut = ({
  place,
  onSay,
}: {
  readonly place: RollPlace
  readonly onSay: (sentence: string) => void
}) => {
  const { take: words } = useWords(rollWords)
  const params = paramsOf(place)
  const [asking, ask] = useState(false)
  const [fetching, setFetching] = useState(false)
  const [failure, setFailure] = useState<Failure | undefined>(undefined)
  const request = useMutation('requestFullRoll')
  const takeFull = async (reason: string) => {
    setFailure(undefined)
    const reply = await request.send({ params, body: { reason } })
    if (reply === undefined) return
    setFetching(true)
    try {
      const table = await client.request('exportFullRoll', { params, query: { ticket: reply.ticket } })
      saveBlob(table as Blob, words.fullName(place.name))
      ask(false)
      onSay(words.taken)
    } catch (error) {
      if (!(error instanceof ProblemError || error instanceof ConnectionError)) throw error
      setFailure(error)
    } finally {
      setFetching(false)
    }
  }
  return (
    <Section title={words.title} level={3}>
      <Rows>
        <RowLine
          title={words.masked}
          note={words.maskedNote}
          end={
            <a
              class="button button--plain button--normal"
              href={addressOf('exportRoll', { params })}
              download={words.maskedName(place.name)}
            >
              {words.maskedButton}
            </a>
          }
        />
        <RowLine
          title={words.full}
          note={words.fullNote}
          end={<Button onClick={() => ask(true)}>{words.fullButton}</Button>}
        />
      </Rows>
      <Dialog open={asking} title={words.dialogTitle} onClose={() => ask(false)}>
        {asking && (
          <div class="act-form">
            <p class="soft">{words.dialogText}</p>
            <ShortWords
              label={words.reason}
              hint={words.reasonHint}
              confirm={words.confirm}
              tooShort={words.short}
              maxCodePoints={300}
              pointer="/reason"
              busy={request.isPending || fetching}
              failure={request.error ?? failure}
              onSend={(reason) => void takeFull(reason)}
              onCancel={() => ask(false)}
            />
          </div>
        )}
      </Dialog>
    </Section>
  )
}
