import type { Tenure } from './member-kinds.ts'

export const comparisonFields = ['name', 'idNumber', 'phone', 'dwelling', 'tenure'] as const
export type ComparisonField = (typeof comparisonFields)[number]

export const comparisonVerdicts = ['same', 'different', 'not-on-roll', 'not-claimed'] as const
export type ComparisonVerdict = (typeof comparisonVerdicts)[number]

/** One line of the review, side by side. `claimed` and `onRoll` are what may be shown: masks, a dwelling's label, a tenure. */
export interface ComparisonRow {
  readonly field: ComparisonField
  readonly claimed: string | null
  readonly onRoll: string | null
  readonly verdict: ComparisonVerdict
}

export interface DwellingRef {
  readonly dwellingId: string
  readonly label: string
}

/** What the applicant states. The name and the masks come from the identity vault; null: not stated. */
export interface RegistrationClaim {
  readonly nameShown: string | null
  readonly idNumberMask: string | null
  readonly phoneMask: string | null
  readonly dwelling: DwellingRef | null
  readonly tenure: Tenure | null
}

/**
 * What the roll says about the person at the claimed dwelling; null: the roll is silent. The `…Same` facts are the vault's blind
 * equality, for the plain values never leave it: they count only where both sides have the value.
 */
export interface RollRow {
  readonly nameShown: string | null
  readonly idNumberMask: string | null
  readonly phoneMask: string | null
  readonly dwelling: DwellingRef | null
  readonly tenure: Tenure | null
  readonly nameSame?: boolean
  readonly idNumberSame?: boolean
  readonly phoneSame?: boolean
}

const row = (field: ComparisonField, claimed: string | null, onRoll: string | null, same: boolean): ComparisonRow => ({
  field,
  claimed,
  onRoll,
  verdict: claimed === null ? 'not-claimed' : onRoll === null ? 'not-on-roll' : same ? 'same' : 'different',
})

/**
 * Claim and roll side by side, in the order of `comparisonFields`. A blind fact that is absent counts as different: unknown is
 * never a match. `exact` is what may be approved in bulk: a roll row exists, nothing differs, and name, dwelling and one of ID
 * number or phone are the same, so that who only knows a neighbour's name and door is looked at by a person.
 */
export const compareWithRoll = (
  claim: RegistrationClaim,
  rollRow: RollRow | undefined,
): { readonly rows: readonly ComparisonRow[]; readonly exact: boolean } => {
  const sameDwelling = claim.dwelling?.dwellingId === rollRow?.dwelling?.dwellingId
  const rows = [
    row('name', claim.nameShown, rollRow?.nameShown ?? null, rollRow?.nameSame === true),
    row('idNumber', claim.idNumberMask, rollRow?.idNumberMask ?? null, rollRow?.idNumberSame === true),
    row('phone', claim.phoneMask, rollRow?.phoneMask ?? null, rollRow?.phoneSame === true),
    row('dwelling', claim.dwelling?.label ?? null, rollRow?.dwelling?.label ?? null, sameDwelling),
    row('tenure', claim.tenure, rollRow?.tenure ?? null, claim.tenure === rollRow?.tenure),
  ]
  const isSame = (field: ComparisonField) => rows.some((line) => line.field === field && line.verdict === 'same')
  const exact =
    rows.every((line) => line.verdict !== 'different') &&
    isSame('name') &&
    isSame('dwelling') &&
    (isSame('idNumber') || isSame('phone'))
  return { rows, exact }
}
