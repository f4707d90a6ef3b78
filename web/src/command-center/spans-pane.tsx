import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { ChartTools } from './chart-tools.tsx'
import { bucketLabel, type Distribution, halfLine, mostLine, totalOf } from './spans.ts'

export interface Spans {
  readonly heard: Distribution
  readonly answered: Distribution
  readonly resolved: Distribution
}

const steps = ['heard', 'answered', 'resolved'] as const

const SpanChart = ({ title, distribution }: { readonly title: string; readonly distribution: Distribution }) => {
  const { spans, exact } = useWords(commandCenterWords)
  const longest = Math.max(1, ...distribution.map(({ count }) => count))
  return (
    <div class="span">
      <h3>{title}</h3>
      <p class="small soft">
        {halfLine(distribution, spans)}
        <br />
        {mostLine(distribution, spans)}
      </p>
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

/** 多久被听到、回应、解决: three distributions over items. */
export const SpansPane = (spans: Spans) => {
  const words = useWords(commandCenterWords)
  const { title, note, meanings, step, howLong, count } = words.spans
  const rows = steps.flatMap((key) =>
    spans[key].map(
      ({ uptoMinutes, count: items }) => [words.spans[key], bucketLabel(uptoMinutes, words.spans), items] as const,
    ),
  )
  return (
    <CommandPane
      title={title}
      note={note(words.exact(totalOf(spans.heard)))}
      end={<ChartTools title={title} meanings={meanings} table={{ columns: [step, howLong, count], rows }} />}
    >
      <div class="spans">
        {steps.map((key) => (
          <SpanChart key={key} title={words.spans[key]} distribution={spans[key]} />
        ))}
      </div>
    </CommandPane>
  )
}
