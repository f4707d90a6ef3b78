import { ok, type Result, refused } from '../result.ts'
import { addMs, type Instant, msPerDay } from '../time.ts'

/** Copies within 24 hours that somebody may take of what is theirs (PIPL art. 45: in time, not at will). Our default. */
export const exportsPerDay = 3

export interface ExportViolation {
  readonly code: 'too-many-exports'
  /** From this instant on another may be taken. */
  readonly againAt: Instant
}

/** `earlier`: the instants of copies taken so far, in any order. The 24 hours slide; a copy exactly 24 hours old counts no more. */
export const checkExport = (earlier: readonly Instant[], now: Instant): Result<undefined, ExportViolation> => {
  const since = addMs(now, -msPerDay)
  const recent = earlier.filter((at) => at.getTime() > since.getTime()).toSorted((a, b) => b.getTime() - a.getTime())
  const blocking = recent[exportsPerDay - 1]
  return blocking === undefined
    ? ok(undefined)
    : refused({ code: 'too-many-exports', againAt: addMs(blocking, msPerDay) })
}
