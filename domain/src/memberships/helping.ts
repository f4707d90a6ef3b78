import { guardianBelowAgeYears } from '../identity/age.ts'
import { ok, type Result, refused } from '../result.ts'
import type { MembershipState } from '../roles/hats.ts'

/** How the person took part when somebody filed for them: at the counter, visited at home, on the telephone. */
export const presences = ['present', 'atHome', 'byPhone'] as const
export type Presence = (typeof presences)[number]

/** Age in completed years from which somebody may stand for a child: full age (Civil Code art. 17, 18). */
export const guardianFromAgeYears = 18

export interface GuardianClaim {
  /** Completed years of the person who joins. */
  readonly ageYears: number
  /** Null: nobody was named. */
  readonly guardian: {
    readonly state: MembershipState
    /** Null: the vault does not know. */
    readonly ageYears: number | null
    readonly sameDwelling: boolean
  } | null
}

export type GuardianViolation = {
  readonly code: 'guardian-needed' | 'guardian-not-needed' | 'guardian-not-fit'
}

/**
 * Below 14 a person joins only through a guardian (PIPL art. 31): an active member of full age in the same dwelling. From
 * 14 on nobody joins in another's hand, so that a grown-up cannot be registered by a flatmate.
 */
export const checkGuardian = (claim: GuardianClaim): Result<GuardianClaim, GuardianViolation> => {
  const isChild = claim.ageYears < guardianBelowAgeYears
  const { guardian } = claim
  if (guardian === null) return isChild ? refused({ code: 'guardian-needed' }) : ok(claim)
  if (!isChild) return refused({ code: 'guardian-not-needed' })
  const isFit =
    guardian.state === 'active' &&
    guardian.sameDwelling &&
    guardian.ageYears !== null &&
    guardian.ageYears >= guardianFromAgeYears
  return isFit ? ok(claim) : refused({ code: 'guardian-not-fit' })
}

export interface Helping {
  readonly helper: 'committee' | 'family'
  readonly asker: MembershipState
  readonly sameDwelling: boolean
  /** A recorded consent that has not ended, or guardianship. */
  readonly hasConsent: boolean
}

export type HelpingViolation = { readonly code: 'asker-not-active' | 'not-same-dwelling' | 'consent-needed' }

/**
 * Who may speak for a member: the committee at its counter; family only from the same dwelling and with a consent on record
 * (PIPL art. 14). Never for somebody suspended or gone.
 */
export const checkHelping = (helping: Helping): Result<Helping, HelpingViolation> => {
  if (helping.asker !== 'active') return refused({ code: 'asker-not-active' })
  if (helping.helper === 'committee') return ok(helping)
  if (!helping.sameDwelling) return refused({ code: 'not-same-dwelling' })
  return helping.hasConsent ? ok(helping) : refused({ code: 'consent-needed' })
}

export type ConfirmingViolation = { readonly code: 'not-filed-on-behalf' | 'own-result' }

/** A helper confirms on the asker's word what was filed on their behalf, never the result that they stated themselves. */
export const checkConfirming = (confirming: {
  readonly filedOnBehalf: boolean
  readonly helperStatedResult: boolean
}): Result<undefined, ConfirmingViolation> => {
  if (!confirming.filedOnBehalf) return refused({ code: 'not-filed-on-behalf' })
  return confirming.helperStatedResult ? refused({ code: 'own-result' }) : ok(undefined)
}
