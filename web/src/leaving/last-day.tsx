import { dateOnIn } from '@shequtong/domain/time'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { leavingWords } from '../messages/leaving.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { Section } from '../ui/page/section.tsx'
import { useNow } from '../ui/time/use-now.ts'

/** The refusal of the day itself, said at its field. */
const useDayRefusal = (failure: Failure | undefined): string | undefined => {
  const { refusals } = useWords(leavingWords).lease
  const code = failure instanceof ProblemError ? failure.code : undefined
  return code === 'last-day-passed' || code === 'last-day-too-far' ? refusals[code] : undefined
}

/** A tenant states the last day of the lease, changes it or takes it back. */
export const LastDay = ({ leaving }: { readonly leaving: Reply<'readLeaving'> }) => {
  const { lease: words } = useWords(leavingWords)
  const { time } = useCoreWords()
  const failureWords = useFailure()
  const now = useNow()
  // the instant at which it ends is the day after the last one
  const last = leaving.leavesAt === null ? undefined : new Date(Date.parse(leaving.leavesAt) - 1)
  const [lastDayOn, choose] = useState<string>(last === undefined ? '' : dateOnIn(last))
  const [tried, setTried] = useState(false)
  const onDone = () => void invalidate('readLeaving')
  const state = useMutation('stateLastDay', { onDone })
  const stay = useMutation('stayInCommunity', { onDone })
  const params = { membershipId: leaving.membershipId }
  const refused = useDayRefusal(state.error)
  const error = state.error ?? stay.error
  const send = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (lastDayOn !== '') void state.send({ params, body: { lastDayOn } })
  }
  const cancel = async () => {
    if ((await stay.send({ params, body: {} })) === undefined) return
    choose('')
    setTried(false)
  }
  return (
    <Section title={last === undefined ? words.title : words.stated(calendarDate(last, now, time))}>
      <form class="stack" onSubmit={send} noValidate>
        <p>{last === undefined ? words.text : words.statedText}</p>
        <TextField
          label={words.day}
          type="date"
          icon="calendar"
          value={lastDayOn}
          onInput={(day) => {
            choose(day)
            setTried(false)
          }}
          error={tried ? (lastDayOn === '' ? words.missing : refused) : undefined}
        />
        <Button look={last === undefined ? 'do' : 'plain'} size="big" wide type="submit" busy={state.isPending}>
          {last === undefined ? words.state : words.change}
        </Button>
        {last !== undefined && (
          <Button size="big" wide busy={stay.isPending} onClick={() => void cancel()}>
            {words.cancel}
          </Button>
        )}
        {error !== undefined && refused === undefined && <FieldError>{failureWords(error).title}</FieldError>}
      </form>
    </Section>
  )
}
