import type { RotaView } from '@shequtong/contract/rota'
import { type DateOn, dateOnIn } from '@shequtong/domain/time'
import type { ComponentChildren } from 'preact'
import { rotaWords } from '../messages/rota.ts'
import { useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { Face } from '../ui/people/face.tsx'
import { RoleBadge } from '../ui/people/role-badge.tsx'
import { useNow } from '../ui/time/use-now.ts'
import type { Chosen } from './shift-dialog.tsx'

type Shift = RotaView['days'][number]['shifts'][number]

/** 周一 23 */
export const useDayName = (): ((on: string) => string) => {
  const { weekdays } = useWords(rotaWords)
  return (on) => {
    const date = new Date(`${on}T00:00:00Z`)
    return `${weekdays[date.getUTCDay()] ?? ''} ${date.getUTCDate()}`
  }
}

const Filled = ({ shift, ownGrantId }: { readonly shift: Shift; readonly ownGrantId: string }) => {
  const words = useWords(rotaWords)
  const { onDuty, holder, backup } = shift
  if (onDuty === null)
    return shift.needed && !shift.over ? (
      <span class="rota-gap">
        <Icon name="clock" size="small" />
        <span>{words.nobody}</span>
      </span>
    ) : (
      <span class="soft small">{shift.needed ? words.nobody : words.notNeeded}</span>
    )
  const inPlace = holder !== null && holder.roleGrantId !== onDuty.roleGrantId
  const below = inPlace ? words.inPlaceOf(holder.shownName) : backup === null ? '' : words.backup(backup.shownName)
  return (
    <span class="rota-who">
      <Face name={onDuty.shownName} duty size="small" />
      <span class="rota-who__words">
        <span>
          <strong>{onDuty.shownName}</strong>
          {onDuty.roleGrantId === ownGrantId && <RoleBadge label={words.you} />}
        </span>
        <span class="soft small">{below}</span>
      </span>
    </span>
  )
}

export interface WeekProps {
  readonly rota: RotaView
  readonly ownGrantId: string
  /** Absent: only to read. */
  readonly onChoose: ((chosen: Chosen) => void) | undefined
}

/** Seven days, each with its two shifts: columns at a desk, rows on a phone. */
export const Week = ({ rota, ownGrantId, onChoose }: WeekProps) => {
  const words = useWords(rotaWords)
  const dayName = useDayName()
  const today: DateOn = dateOnIn(useNow())
  const cell = (on: string, shift: Shift): ComponentChildren => {
    const what = <Filled shift={shift} ownGrantId={ownGrantId} />
    if (onChoose === undefined || shift.over) return what
    return (
      <button
        type="button"
        class="rota-cell__do"
        aria-haspopup="dialog"
        onClick={() => onChoose({ on, part: shift.part })}
      >
        <span class="visually-hidden">{words.set(dayName(on), words.part[shift.part])}</span>
        {what}
      </button>
    )
  }
  return (
    <ol class="rota sheet">
      {rota.days.map(({ on, kind, shifts }) => (
        <li key={on} class={on === today ? 'rota-day rota-day--today' : 'rota-day'}>
          <h3 class="rota-day__name">
            {dayName(on)} {kind !== 'workday' && <RoleBadge label={words.kind[kind]} />}
            {on === today && <span class="soft small">{words.today}</span>}
          </h3>
          <dl class="rota-day__shifts">
            {shifts.map((shift) => (
              <div key={shift.part} class={shift.over ? 'rota-cell rota-cell--over' : 'rota-cell'}>
                <dt class="soft small" title={words.hours[shift.part]}>
                  {words.part[shift.part]}
                </dt>
                <dd>{cell(on, shift)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
