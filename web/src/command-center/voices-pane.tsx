import './lines.css'
import { commandCenterWords } from '../messages/command-center.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ChartTools } from './chart-tools.tsx'
import { NotYet, type VoicesQuery } from './not-yet.tsx'
import { itemPath } from './paths.ts'
import { Place } from './place.tsx'
import { type Reached, reachedBy } from './reached.ts'

const looks: Readonly<Record<Reached['step'], string>> = {
  resolved: 'jade',
  answered: 'jade',
  heard: '',
  unheard: 'line-item__running',
}

/** 此刻的声音: what was said last, anywhere here. A time stands beside the matter and its place, never beside a name. */
export const VoicesPane = ({ query }: { readonly query: VoicesQuery }) => {
  const words = useWords(commandCenterWords)
  const { time } = useCoreWords()
  const now = useNow()
  const { voices } = words
  const lines = (query.data?.latest ?? []).map((voice) => ({ voice, reached: reachedBy(voice, now, words, time) }))
  const today = query.data?.today
  const table = {
    columns: [voices.said, words.oldest.where, voices.at, voices.reached],
    rows: lines.map(({ voice, reached }) => [
      voice.text,
      [voice.communityName, voice.place].join(' ').trim(),
      exactTime(new Date(voice.times.submittedAt), time),
      reached.said,
    ]),
  }
  return (
    <CommandPane
      title={voices.title}
      note={today && voices.today(words.exact(today.submitted), today.privately)}
      end={query.data && <ChartTools title={voices.title} meanings={voices.meanings} table={table} />}
    >
      <NotYet query={query} />
      {query.data?.latest.length === 0 && <p class="soft">{voices.empty}</p>}
      <ul class="lines">
        {lines.map(({ voice, reached }) => (
          <li key={voice.serviceRequestId}>
            <Place class="line-item" href={itemPath(voice.communityId, voice.serviceRequestId)}>
              <span class="line-item__title">{voice.text}</span>
              <span class="line-item__below">
                <Joined parts={[voice.communityName, voice.place]} />
                <span class={looks[reached.step]}>{reached.said}</span>
              </span>
            </Place>
          </li>
        ))}
      </ul>
    </CommandPane>
  )
}
