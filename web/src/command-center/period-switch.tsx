import './period.css'
import { type Period, periods } from '@shequtong/domain/rollups/periods'
import { useLocation } from 'preact-iso'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { searchOf } from './period.ts'
import { useWall } from './use-wall.ts'

/** Which days the figures are of. Links, so that what one sees can be sent to a colleague. */
export const PeriodSwitch = ({ period }: { readonly period: Period }) => {
  const { period: words } = useWords(commandCenterWords)
  const { path } = useLocation()
  if (useWall()) return <span class="small soft">{words[period]}</span>
  return (
    <nav class="periods" aria-label={words.title}>
      {periods.map((one) => (
        <a
          key={one}
          class="periods__one"
          href={`${path}${searchOf(one)}`}
          aria-current={one === period ? 'true' : undefined}
        >
          {words[one]}
        </a>
      ))}
    </nav>
  )
}
