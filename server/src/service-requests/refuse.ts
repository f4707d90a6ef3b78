import type { MergeViolation } from '@shequtong/domain/service-requests/merging'
import { Refusal } from '../platform/refusal.ts'

/** A rule's violation as a registered problem. */
export const refuse = (violation: MergeViolation): Refusal =>
  violation.code === 'transition-refused'
    ? new Refusal('transition-refused', { from: violation.from, allowed: violation.allowed })
    : new Refusal('rule-refused', { code: violation.code })
