import { ok, type Refused, type Result, refused } from '../result.ts'
import type { DateOn } from '../time.ts'

export type DateMalformed = { readonly code: 'date-malformed' }

const malformed: Refused<DateMalformed> = refused({ code: 'date-malformed' })

/** Reads `YYYY-MM-DD` (exactly, Gregorian, years 0000–9999). Refuses a day that no calendar has, such as 2025-02-29. */
export const checkDateOn = (text: string): Result<DateOn, DateMalformed> => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return malformed
  const at = new Date(`${text}T00:00:00.000Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) return malformed
  return ok(text as DateOn)
}
