import { ok, refused } from '../result.ts'
import { isStatedReason } from '../text/stated-reason.ts'
import type { Instant } from '../time.ts'
import { guard, heard, type Outcomes, type ServiceRequest } from './service-request.ts'
import { type HandlingLevel, handlingLevels } from './states.ts'

/** 升级: one level up, never down; what the committee cannot solve it reports upward (上海市居民委员会工作条例 art. 30). */
export const escalate = (
  request: ServiceRequest,
  input: { readonly toLevel: HandlingLevel; readonly reason: string },
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'escalate')
  if (!allowed.ok) return allowed
  if (!isStatedReason(input.reason)) return refused({ code: 'reason-not-stated' })
  if (handlingLevels.indexOf(input.toLevel) <= handlingLevels.indexOf(request.level))
    return refused({ code: 'level-not-higher', level: request.level })
  return ok({ ...heard(request, now), level: input.toLevel })
}

/** 退回: a lower level can do it itself, and reads why; the clock runs on as it was. */
export const returnEscalation = (
  request: ServiceRequest,
  input: { readonly toLevel: HandlingLevel; readonly reason: string },
  now: Instant,
): Outcomes => {
  const allowed = guard(request, 'returnEscalation')
  if (!allowed.ok) return allowed
  if (!isStatedReason(input.reason)) return refused({ code: 'reason-not-stated' })
  if (handlingLevels.indexOf(input.toLevel) >= handlingLevels.indexOf(request.level))
    return refused({ code: 'level-not-lower', level: request.level })
  return ok({ ...heard(request, now), level: input.toLevel })
}
