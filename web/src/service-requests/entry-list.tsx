import './entries.css'
import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { committeeRoles } from '@shequtong/domain/roles/roles'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { dayAndClock } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Section } from '../ui/page/section.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { EntryEvent } from './entry-event.tsx'
import { EntryVoice } from './entry-voice.tsx'

const voices = ['answer', 'receipt', 'askBack', 'reply', 'note', 'result'] as const
type VoiceKind = (typeof voices)[number]
const isVoice = (kind: string): kind is VoiceKind => (voices as readonly string[]).includes(kind)

/** Everything said and done since, oldest first. */
export const EntryList = ({ request }: { readonly request: ServiceRequestView }) => {
  const words = useWords(serviceRequestWords)
  const { office: offices } = useWords(roleWords)
  const { time } = useCoreWords()
  const now = useNow()
  const { entries, clock, level, responsibleRole } = request
  if (entries.length === 0) {
    const isOthers = level === 'community' && !committeeRoles.includes(responsibleRole)
    const who = isOthers ? offices[responsibleRole] : words.entries.committee
    const due = new Date(clock.deadlineAt)
    const promised = clock.stoppedAt === null && clock.pausedAt === null && due > now
    return (
      <Section title={words.entries.title}>
        <p class="soft">
          {promised
            ? words.entries.noneWithDeadline(who, time.before(dayAndClock(due, now, time)))
            : words.entries.none}
        </p>
      </Section>
    )
  }
  const firstAnswer = entries.find(({ kind }) => kind === 'answer' || kind === 'result')
  const latestResult = entries.findLast(({ kind }) => kind === 'result')
  return (
    <Section title={words.entries.title} note={words.entries.count(entries.length)}>
      <ol class="entries sheet">
        {entries.map((entry) => (
          <li key={entry.entryId} class={entry.kind === 'note' ? 'entry entry--note' : 'entry'}>
            {isVoice(entry.kind) ? (
              <EntryVoice
                entry={entry}
                request={request}
                isFirstAnswer={entry === firstAnswer}
                isLatestResult={entry === latestResult}
              />
            ) : (
              <EntryEvent entry={entry} kind={entry.kind} communityId={request.communityId} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
