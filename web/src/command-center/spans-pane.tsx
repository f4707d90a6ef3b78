import './spans.css'
import type { PeriodCounted } from '@shequtong/contract/command-center'
import { commandCenterWords } from '../messages/command-center.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ChartTools } from './chart-tools.tsx'
import { Deeds } from './deeds.tsx'
import { PeriodSwitch } from './period-switch.tsx'
import { bucketLabel, type Distribution, halfLine, mostLine } from './spans.ts'
import { spansMeanings, spansTable, steps } from './spans-table.ts'
import { usePeriod } from './use-period.ts'

interface SpanChartProps {
  readonly title: string
  readonly distribution: Distribution
  /** The same of the days before, as one line. */
  readonly before: string | undefined
}

const SpanChart = ({ title, distribution, before }: SpanChartProps) => {
  const { spans, exact } = useWords(commandCenterWords)
  const longest = Math.max(1, ...distribution.map(({ count }) => count))
  return (
    <div class="span">
      <h3>{title}</h3>
      {[halfLine(distribution, spans), mostLine(distribution, spans), before].map(
        (line) =>
          line && (
            <p key={line} class="small soft">
              {line}
            </p>
          ),
      )}
      <dl class="span__bars">
        {distribution.map(({ uptoMinutes, count }) => (
          <div key={uptoMinutes} class="span__row">
            <dt>{bucketLabel(uptoMinutes, spans)}</dt>
            <dd>
              <span class="span__track">
                {count > 0 && (
                  <i
                    class={uptoMinutes === null ? 'span__bar span__bar--later' : 'span__bar'}
                    style={{ '--share': count / longest }}
                  />
                )}
              </span>
              <span>{exact(count)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** 多久被听到、回应、解决: what happened in the days chosen, and three distributions over items. */
export const SpansPane = ({ counted }: { readonly counted: PeriodCounted }) => {
  const words = useWords(commandCenterWords)
  const { spans, period } = words
  const { before } = counted
  const { time } = useCoreWords()
  const now = useNow()
  const chosen = usePeriod()
  return (
    <CommandPane
      title={spans.title}
      end={
        <ChartTools
          title={spans.title}
          meanings={spansMeanings(counted, words, time, now)}
          table={spansTable(counted, words)}
        />
      }
    >
      <div aria-busy={chosen !== counted.period}>
        <PeriodSwitch period={chosen} />
        <Deeds counted={counted} />
        <div class="spans">
          {steps.map((step) => (
            <SpanChart
              key={step}
              title={spans[step]}
              distribution={counted[step]}
              before={
                before === null
                  ? undefined
                  : period.compared(period.before[counted.period], halfLine(before[step], spans))
              }
            />
          ))}
        </div>
      </div>
    </CommandPane>
  )
}
