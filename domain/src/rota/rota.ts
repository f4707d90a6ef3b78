import { ok, type Result, refused } from '../result.ts'
import type { WorkingCalendar } from '../time/working-days.ts'
import { addDays, type DateOn, dateOnIn, type Instant } from '../time.ts'
import { isNeeded, type Shift, shiftParts, spanOf } from './shifts.ts'

/** Who is named for a shift, by role grant. */
export interface Duty extends Shift {
  readonly holder: string
  readonly backup: string | undefined
}

/** From `firstOn` to `lastOn`, both included, `deputy` stands in for `absent` in every shift that begins on these days. */
export interface Absence {
  readonly absent: string
  readonly deputy: string
  readonly firstOn: DateOn
  readonly lastOn: DateOn
}

export type RotaViolation =
  | { readonly code: 'shift-over' }
  | { readonly code: 'shift-too-far'; readonly lastOn: DateOn }
  | { readonly code: 'backup-is-holder' }
  | { readonly code: 'deputy-is-absent' }
  | { readonly code: 'absence-over' | 'absence-reversed' }

/** How far ahead a rota may be set, in days. Our own bound: a year. */
export const rotaReachDays = 366

/** Names who has a shift; refuses one that is over or too far ahead, and a backup who is the same. */
export const nameFor = (duty: Duty, now: Instant): Result<Duty, RotaViolation> => {
  const lastOn = addDays(dateOnIn(now), rotaReachDays)
  if (spanOf(duty).endsAt <= now) return refused({ code: 'shift-over' })
  if (duty.on > lastOn) return refused({ code: 'shift-too-far', lastOn })
  if (duty.backup === duty.holder) return refused({ code: 'backup-is-holder' })
  return ok(duty)
}

/** A deputy for dates; refuses days that are over, an end before its beginning, and whoever would stand in for themselves. */
export const standIn = (absence: Absence, now: Instant): Result<Absence, RotaViolation> => {
  const today = dateOnIn(now)
  const furthestOn = addDays(today, rotaReachDays)
  if (absence.deputy === absence.absent) return refused({ code: 'deputy-is-absent' })
  if (absence.lastOn < absence.firstOn) return refused({ code: 'absence-reversed' })
  if (absence.lastOn < today) return refused({ code: 'absence-over' })
  if (absence.lastOn > furthestOn) return refused({ code: 'shift-too-far', lastOn: furthestOn })
  return ok(absence)
}

const deputiesOf = (holder: string, on: DateOn, absences: readonly Absence[]): readonly Absence[] =>
  absences.filter(({ absent, firstOn, lastOn }) => absent === holder && firstOn <= on && on <= lastOn)

/**
 * Who really stands there: of the holder and the backup, in this order, the first whose role lives and who is there; in place
 * of somebody away the deputy. Nobody: undefined.
 */
export const onDuty = (
  duty: Duty | undefined,
  absences: readonly Absence[],
  lives: (roleGrantId: string) => boolean,
): { readonly roleGrantId: string; readonly inPlaceOf: string | undefined } | undefined => {
  if (duty === undefined) return undefined
  for (const named of [duty.holder, duty.backup]) {
    if (named === undefined) continue
    const away = deputiesOf(named, duty.on, absences)
    if (away.length === 0) {
      if (lives(named)) return { roleGrantId: named, inPlaceOf: undefined }
      continue
    }
    // whoever is away as well that day stands in for nobody
    const deputy = away.find((one) => lives(one.deputy) && deputiesOf(one.deputy, duty.on, absences).length === 0)
    if (deputy !== undefined) return { roleGrantId: deputy.deputy, inPlaceOf: named }
  }
  return undefined
}

/** The needed shifts of `days` from `firstOn` on that nobody covers and that are not over at `now`. */
export const gapsIn = (
  firstOn: DateOn,
  days: number,
  isCovered: (shift: Shift) => boolean,
  now: Instant,
  calendar?: WorkingCalendar,
): Shift[] =>
  Array.from({ length: days }, (_, n) => addDays(firstOn, n))
    .flatMap((on) => shiftParts.map((part): Shift => ({ on, part })))
    .filter((shift) => isNeeded(shift, calendar) && spanOf(shift).endsAt > now && !isCovered(shift))

/** The Monday of the week in which `on` lies. */
export const weekOf = (on: DateOn): DateOn => addDays(on, -((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7))
