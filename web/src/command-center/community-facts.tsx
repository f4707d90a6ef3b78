import type { Reply } from '../api/types.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { ChartTools } from './chart-tools.tsx'
import { type Distribution, halfLine } from './spans.ts'

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
  const now = (['waiting', 'overdue', 'inHand', 'awaitingConfirmation'] as const).map((kind) =>
    counted(kind, backlog[kind]),
  )
  const span = (name: string, distribution: Distribution) => ({ name, value: halfLine(distribution, spans) })
  const took = [
    span(spans.heard, overview.heard),
    span(spans.answered, overview.answered),
    span(spans.resolved, overview.resolved),
  ]
  return (
    <CommandPane
      title={community.facts}
      end={
        <ChartTools
          title={overview.name}
          meanings={[...community.definition, ...spans.meanings]}
          table={{
            columns: [community.fact, community.value],
            rows: [...who, ...now, ...took].map(({ name, value }) => [name, value]),
          }}
        />
      }
      foot={community.noRanking}
    >
      <Facts facts={who} />
      <Facts title={community.waits} facts={now} />
      <Facts title={community.spans} facts={took} />
    </CommandPane>
  )
}
