import type { PeriodCounted } from '@shequtong/contract/command-center'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'

/** What happened in the days chosen, each beside the same of the days before. Counts of items. */
export const Deeds = ({ counted }: { readonly counted: PeriodCounted }) => {
  const { deeds, exact, period } = useWords(commandCenterWords)
  return (
    <dl class="deeds">
      {counted.deeds.map(({ kind, count }, at) => (
        <div key={kind}>
          <dt>{deeds[kind].name}</dt>
          <dd class="deeds__count">{exact(count)}</dd>
          {counted.before !== null && (
            <dd class="deeds__before">
              {period.compared(period.before[counted.period], exact(counted.before.deeds[at]?.count ?? 0))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
