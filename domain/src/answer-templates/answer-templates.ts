import { ok, type Result, refused } from '../result.ts'
import { committeeRoles, type Role } from '../roles/roles.ts'
import { hasBlank } from '../text/blanks.ts'

/** Who shares prepared answers: the committee as one, every other office by itself. */
export const templateDesks = [
  'committee',
  'buildingLead',
  'propertyManager',
  'ownersCommittee',
  'policeOfficer',
  'familyDoctor',
] as const
export type TemplateDesk = (typeof templateDesks)[number]

/** The desk of a role; undefined: it answers from none. */
export const templateDeskOf = (role: Role): TemplateDesk | undefined =>
  committeeRoles.includes(role) ? 'committee' : templateDesks.find((desk) => desk === role)

/** Our own bounds: what is read at a glance, and a list that is found through without a search. */
export const templateMaxCodePoints = 200
export const mostTemplatesPerDesk = 30

export type TemplateViolation =
  | { readonly code: 'blank-missing' }
  | { readonly code: 'too-many-templates'; readonly atMost: number }

/**
 * Whether a prepared answer may be kept: it leaves at least one blank (`____`) for what this one asker has to know, so that sent as
 * it is it never stops a clock (`whyNotSubstantive`). `beside`: how many the desk has besides it.
 */
export const keepTemplate = (text: string, beside: number): Result<true, TemplateViolation> => {
  if (!hasBlank(text)) return refused({ code: 'blank-missing' })
  return beside >= mostTemplatesPerDesk
    ? refused({ code: 'too-many-templates', atMost: mostTemplatesPerDesk })
    : ok(true)
}
