import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import type { IdentityField, LookUpField } from '@shequtong/domain/identity/identity-fields'
import type { DateOn } from '@shequtong/domain/time'

/** A pool, a client or a transaction: what the vault does takes part in the caller's transaction, if there is one. */
export interface VaultClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/** Checked by the domain before it comes here. */
export interface Identity {
  readonly trueName: string
  readonly documentKind: DocumentKind
  readonly documentNumber: string
  readonly birthOn: DateOn | null
}

export interface OwnIdentity {
  readonly identity: Identity | null
  readonly phone: string | null
  readonly phoneVerifiedAt: Date | null
}

/** What may be shown beside a claim without a look-up: 李××, 310113********2047, 138****6612. */
export interface Masks {
  readonly name: string | null
  readonly documentNumber: string | null
  readonly phone: string | null
}

export interface PersonMasks extends Masks {
  readonly personId: string
  readonly documentKind: DocumentKind | null
  readonly phoneVerifiedAt: Date | null
}

export interface Openid {
  readonly appId: string
  readonly openid: string
  readonly unionid: string | null
}

export interface DeliveryAddresses {
  readonly phone: string | null
  readonly openids: readonly { readonly appId: string; readonly openid: string }[]
}

/** One person of the dwelling roll, registered here or not; null: the roll is silent. */
export interface RollEntry {
  readonly entryId: string
  readonly name: string | null
  /** Null counts as a citizen's ID number: what rolls hold. */
  readonly documentKind: DocumentKind | null
  readonly documentNumber: string | null
  readonly phone: string | null
}

/** Blind equality of a claim and one roll entry; null where one of the two holds no value. */
export interface ClaimComparison {
  readonly entryId: string
  readonly nameMatches: boolean | null
  readonly documentMatches: boolean | null
  readonly phoneMatches: boolean | null
  readonly rollMasks: Masks
}

export const lookUpOccasions = ['screen', 'export'] as const
export type LookUpOccasion = (typeof lookUpOccasions)[number]

/** Who looks, as what, and why. `now` is when. */
export interface Looker {
  readonly personId: string
  readonly asRole: string
  /** The community acted in; null for an officer above communities. */
  readonly communityId: number | null
  readonly reason: string
  readonly now: Date
}

export type LookUpRefused = {
  readonly code: 'reason-too-short' | 'reason-too-long' | 'reason-not-stated' | 'unknown-field'
}
export type Taken = { readonly code: 'document-taken' | 'phone-taken' | 'openid-taken' }

export interface Revealed {
  readonly lookUpId: string
  readonly documentKind: DocumentKind | null
  /** The fields asked for and no other; null: the vault holds none. */
  readonly values: Partial<Record<IdentityField, string | null>>
}

export type RollField = 'trueName' | 'documentNumber' | 'phone'

export interface RevealedRollEntry {
  readonly entryId: string
  readonly lookUpId: string
  readonly values: Partial<Record<RollField, string | null>>
}

/** `asRole` of a look-up by the subject: they took along what is theirs. */
export const ownLook = 'self'

export interface LookUp {
  readonly lookUpId: string
  readonly lookedByPersonId: string
  readonly asRole: string
  readonly communityId: number | null
  readonly occasion: LookUpOccasion
  readonly fields: readonly LookUpField[]
  readonly reason: string
  readonly lookedAt: Date
}

/** Newest first; `before` is the last line of the page before. */
export interface LookUpPage {
  readonly before: { readonly lookedAt: Date; readonly lookUpId: string } | null
  readonly limit: number
}
