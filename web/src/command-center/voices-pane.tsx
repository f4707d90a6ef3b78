import './lines.css'
import type { Reply } from '../api/types.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { duration, relativeTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { NotYet, type VoicesQuery } from './not-yet.tsx'
import { itemPath } from './paths.ts'
import { Place } from './place.tsx'

type Voice = Reply<'listDistrictVoices'>['latest'][number]

/** How far it is, in one word with its colour. */
const Reached = ({ times }: Pick<Voice, 'times'>) => {
  const { voices } = useWords(commandCenterWords)
  const { time } = useCoreWords()
  const now = useNow()
  const since = Date.parse(times.submittedAt)
  const took = (at: string) => duration(Date.parse(at) - since, time)
  if (times.resolvedAt !== null) return <span class="jade">{voices.resolved(took(times.resolvedAt))}</span>
  if (times.answeredAt !== null) return <span class="jade">{voices.answered(took(times.answeredAt))}</span>
  if (times.readAt !== null) return <span>{voices.heard(relativeTime(new Date(times.readAt), now, time))}</span>
  return <span class="line-item__running">{voices.unheard(duration(now.getTime() - since, time))}</span>
}

/** 此刻的声音: what was said last, anywhere in the district. A time stands beside the matter and its place, never beside a name. */
export const VoicesPane = ({ query }: { readonly query: VoicesQuery }) => {
  const words = useWords(commandCenterWords)
  const voices = query.data?.latest ?? []
  return (
    <CommandPane title={words.voices.title} note={words.voices.note}>
      <NotYet query={query} />
      {query.data?.latest.length === 0 && <p class="soft">{words.voices.empty}</p>}
      <ul class="lines">
        {voices.map((voice) => (
          <li key={voice.serviceRequestId}>
            <Place class="line-item" href={itemPath(voice.communityId, voice.serviceRequestId)}>
              <span class="line-item__title">{voice.text}</span>
              <span class="line-item__below">
                <Joined parts={[voice.communityName, voice.place]} />
                <Reached times={voice.times} />
              </span>
            </Place>
          </li>
        ))}
      </ul>
    </CommandPane>
  )
}
