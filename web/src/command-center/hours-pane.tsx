import type { DistrictOverview } from '@shequtong/contract/command-center'
import { commandCenterWords } from '../messages/command-center.ts'
import { dayAndClock } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ChartTools } from './chart-tools.tsx'

type Hours = DistrictOverview['hours']

/** Every so many hours one is named below the bars. */
const namedEvery = 6

/** 这一昼夜，每个钟头: what was said and what was answered, hour by hour. */
export const HoursPane = ({ hours }: { readonly hours: Hours }) => {
  const words = useWords(commandCenterWords)
  const { time } = useCoreWords()
  const now = useNow()
  const { title, submitted, answered, peak, quiet, meanings, hour, bar } = words.hours
  const clockOf = (at: string) => dayAndClock(new Date(at), now, time)
  const most = hours.reduce((best, one) => (one.submitted > best.submitted ? one : best), {
    hour: '',
    submitted: 0,
    answered: 0,
  })
  const highest = Math.max(1, ...hours.flatMap((one) => [one.submitted, one.answered]))
  const rows = hours.map((one) => [clockOf(one.hour), one.submitted, one.answered])
  return (
    <CommandPane
      title={title}
      note={
        <span class="legend">
          <span class="legend__key legend__key--still">{submitted}</span>
          <span class="legend__key legend__key--done">{answered}</span>
          <span class="hours__peak">
            {most.submitted === 0 ? quiet : peak(clockOf(most.hour), words.exact(most.submitted))}
          </span>
        </span>
      }
      end={<ChartTools title={title} meanings={meanings} table={{ columns: [hour, submitted, answered], rows }} />}
    >
      <ol class="hours">
        {hours.map((one, at) => (
          <li key={one.hour} class="hour" title={bar(clockOf(one.hour), one.submitted, one.answered)}>
            <span class="visually-hidden">{bar(clockOf(one.hour), one.submitted, one.answered)}</span>
            <span class="hour__bars" aria-hidden="true">
              <i class="hour__bar" style={{ '--share': one.submitted / highest }} />
              <i class="hour__bar hour__bar--answered" style={{ '--share': one.answered / highest }} />
            </span>
            {at % namedEvery === 0 && (
              <span class="hour__clock" aria-hidden="true">
                {clockOf(one.hour)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </CommandPane>
  )
}
