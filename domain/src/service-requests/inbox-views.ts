import { ok, type Result, refused } from '../result.ts'
import { countCodePoints } from '../text/characters.ts'
import type { InboxShow } from './inbox-filters.ts'
import type { ServiceRequestKind } from './states.ts'

/** Our own bounds: names that stand side by side on a phone, and a row of them that is read at a glance. */
export const inboxViewNameMaxCodePoints = 10
export const mostInboxViews = 8

/** A part of an inbox; undefined: not narrowed by it. */
export interface InboxViewPart {
  readonly show: InboxShow | undefined
  readonly kind: ServiceRequestKind | undefined
  readonly q: string | undefined
}

export type InboxViewViolation =
  | { readonly code: 'view-not-named' | 'view-is-whole' }
  | { readonly code: 'too-many-views'; readonly atMost: number }

/**
 * Whether a part may be kept under a name: it narrows something, the name is one to `inboxViewNameMaxCodePoints` code points, and there
 * is room beside the `beside` that have other names. A name that is there already is given to the new part.
 */
export const keepInboxView = (name: string, part: InboxViewPart, beside: number): Result<true, InboxViewViolation> => {
  const length = countCodePoints(name.trim())
  if (length === 0 || length > inboxViewNameMaxCodePoints) return refused({ code: 'view-not-named' })
  if (part.show === undefined && part.kind === undefined && part.q === undefined)
    return refused({ code: 'view-is-whole' })
  return beside >= mostInboxViews ? refused({ code: 'too-many-views', atMost: mostInboxViews }) : ok(true)
}
