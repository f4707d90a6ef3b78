import './home.css'
import type { ServiceRequestCard } from '@shequtong/contract/service-requests'
import { homeWords } from '../messages/home.ts'
import { useWords } from '../messages/use-words.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { firstWords } from '../service-requests/first-words.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import { useVoiceName } from '../service-requests/use-voice.ts'
import { ButtonLink } from '../ui/action/button.tsx'
import { ReadAloud } from '../ui/action/read-aloud.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { Sheet } from '../ui/page/sheet.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'

interface Said {
  readonly title: string
  readonly note: string
  readonly at: string
  readonly action: string
}

/** What is wanted of the asker, in words. */
const useSaid = (): ((request: ServiceRequestCard) => Said) => {
  const words = useWords(homeWords)
  const nameOf = useVoiceName()
  return (request) => {
    const title = firstWords(request.text)
    const { resolvedAt, submittedAt } = request.times
    if (request.state !== 'resolved') {
      return {
        title,
        note: words.askedBy(words.someone),
        at: request.suspension?.since ?? submittedAt,
        action: words.answer,
      }
    }
    const by = request.answer?.by
    const who = by === undefined || by === null ? words.someone : nameOf(by)
    return { title, note: words.resolvedBy(who), at: resolvedAt ?? submittedAt, action: words.confirm }
  }
}

export interface WaitingProps {
  readonly requests: readonly ServiceRequestCard[]
  /** How the reader is called. */
  readonly name: string
}

/** What waits for the reader; the first has the one filled button of the screen. */
export const Waiting = ({ requests, name }: WaitingProps) => {
  const words = useWords(homeWords)
  const said = useSaid()
  const [{ mode }] = usePreferences()
  if (requests.length === 0) return null
  if (mode === 'elder') {
    return (
      <Section title={words.waitingElder(name, requests.length)}>
        {requests.map((request, at) => {
          const { title, note, at: since, action } = said(request)
          return (
            <Sheet key={request.serviceRequestId} padded>
              <p>
                <b>{title}</b>
              </p>
              <p class="soft">
                <Joined parts={[note, <RelativeTime key="at" at={since} plain />]} />
              </p>
              <ButtonLink look={at === 0 ? 'do' : 'plain'} size="big" wide href={threadPath(request)}>
                {action}
              </ButtonLink>
              <ReadAloud text={`${title}。${note}`} size="big" wide />
            </Sheet>
          )
        })}
      </Section>
    )
  }
  return (
    <Section title={words.waitingTitle} note={words.waitingCount(requests.length)}>
      <Rows>
        {requests.map((request, at) => {
          const { title, note, at: since, action } = said(request)
          const go = (
            <ButtonLink look={at === 0 ? 'do' : 'plain'} href={threadPath(request)} label={`${action}：${title}`}>
              {action}
            </ButtonLink>
          )
          return (
            <RowLine
              key={request.serviceRequestId}
              title={title}
              note={<Joined parts={[note, <RelativeTime key="at" at={since} plain />]} />}
              end={go}
            />
          )
        })}
      </Rows>
    </Section>
  )
}
