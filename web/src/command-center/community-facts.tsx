import type { Reply } from '../api/types.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { ChartTools } from './chart-tools.tsx'
import { Deeds } from './deeds.tsx'
import { PeriodSwitch } from './period-switch.tsx'
import { halfLine } from './spans.ts'
import { spansMeanings, spansTable, steps } from './spans-table.ts'
import { usePeriod } from './use-period.ts'

type Overview = Reply<'readCommunityOverview'>

interface Fact {
  readonly name: string
  readonly value: string
}

const Facts = ({ title, facts }: { readonly title?: string; readonly facts: readonly Fact[] }) => (
  <>
    {title !== undefined && <h3 class="facts__title">{title}</h3>}
    <dl class="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </>
)

/** Who lives here, what is unfinished now, and how long things took. */
export const CommunityFacts = ({ overview }: { readonly overview: Overview }) => {
  const words = useWords(commandCenterWords)
  const { community, figures, spans } = words
  const counted = (kind: keyof Overview['backlog'] | 'households' | 'members', value: number): Fact => ({
    name: figures[kind].name,
    value: `${words.exact(value)} ${figures[kind].unit}`.trim(),
  })
  const { backlog } = overview
  const who = [
    counted('households', overview.households),
    counted('members', overview.members),
    ...(overview.subAreas.length > 0 ? [{ name: community.subAreas, value: overview.subAreas.join(' ') }] : []),
  ]
  const waits = (['waiting', 'overdue', 'inHand', 'awaitingConfirmation'] as const).map((kind) =>
    counted(kind, backlog[kind]),
  )
  const meanings = (['households', 'members', 'waiting', 'overdue', 'inHand', 'awaitingConfirmation'] as const).map(
    (kind) => words.colon(figures[kind].name, figures[kind].meaning),
  )
  const { counted: days } = overview
  const { time } = useCoreWords()
  const now = useNow()
  const chosen = usePeriod()
  const took = steps.map((step) => ({ name: spans[step], value: halfLine(days[step], spans) }))
  const shown = spansTable(days, words)
  const rows = [...who, ...waits].map(({ name, value }) => [name, '', value, ...(days.before === null ? [] : [''])])
  return (
    <CommandPane
      title={community.facts}
      end={
        <ChartTools
          title={overview.name}
          meanings={[...community.definition, ...meanings, ...spansMeanings(days, words, time, now)]}
          table={{ columns: shown.columns, rows: [...rows, ...shown.rows] }}
        />
      }
      foot={community.noRanking}
    >
      <Facts facts={who} />
      <Facts title={community.waits} facts={waits} />
      <div class="facts__days" aria-busy={chosen !== days.period}>
        <PeriodSwitch period={chosen} />
        <Deeds counted={days} />
        <Facts facts={took} />
      </div>
    </CommandPane>
  )
}
