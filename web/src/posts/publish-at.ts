import type { DateOn } from '@shequtong/domain/time'
import { msPerHour, startOf } from '@shequtong/domain/time'

/** The instant (ISO) of a day and a clock in Asia/Shanghai, as two fields give them; undefined where one is not filled in. */
export const instantOf = (on: string, clock: string): string | undefined => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? []
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || hours === undefined || minutes === undefined) return undefined
  const at = startOf(on as DateOn).getTime() + (Number(hours) + Number(minutes) / 60) * msPerHour
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
