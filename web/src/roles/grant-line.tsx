import type { RoleGrantView } from '@shequtong/contract/roles'
import { colleagueWords } from '../messages/colleagues.ts'
import { roleWords } from '../messages/roles.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Who } from '../ui/people/who.tsx'
import { useNow } from '../ui/time/use-now.ts'
import type { GrantAct } from './grant-act.ts'

export interface GrantLineProps {
  readonly grant: RoleGrantView
  /** The role that the reader wears now. */
  readonly mine: boolean
  readonly onAct: (act: GrantAct) => void
}

export const GrantLine = ({ grant, mine, onAct }: GrantLineProps) => {
  const words = useWords(colleagueWords)
  const { role: roles } = useWords(roleWords)
  const { time } = useCoreWords()
  const now = useNow()
  const role = roles[grant.role]
  const day = (instant: string) => calendarDate(new Date(instant), now, time)
  const dayOn = (date: string) => day(`${date}T12:00:00+08:00`)
  const name = grant.shownName
  const span = grant.living
    ? [
        words.since(day(grant.grantedAt)),
        grant.endsOn === null ? words.open : words.until(dayOn(grant.endsOn)),
        grant.grantedBy === null ? words.byOperator : words.grantedBy(grant.grantedBy),
      ]
    : [
        words.since(day(grant.grantedAt)),
        grant.endedAt !== null
          ? words.endedOn(day(grant.endedAt))
          : grant.endsOn === null
            ? null
            : words.endedOn(dayOn(grant.endsOn)),
        grant.endReason === null ? null : words.reasons[grant.endReason],
        grant.endedBy === null ? null : words.endedBy(grant.endedBy),
      ]
  return (
    <li class="grant-line">
      <Who
        name={name}
        duty
        badges={[{ label: role, duty: grant.living }, ...(mine ? [{ label: words.you }] : [])]}
        meta={<Joined parts={[grant.buildingName, ...span]} />}
      />
      {(grant.mayEnd || grant.mayHandOver) && (
        <div class="grant-line__acts">
          {grant.mayHandOver && (
            <Button
              icon="swap"
              label={words.handOverOf(name, role)}
              onClick={() => onAct({ kind: 'handOver', grant, mine })}
            >
              {words.handOver}
            </Button>
          )}
          {grant.mayEnd && (
            <Button look="quiet" label={words.endOf(name, role)} onClick={() => onAct({ kind: 'end', grant })}>
              {words.end}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
