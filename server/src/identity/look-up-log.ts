import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import {
  type IdentityField,
  identityFields,
  type LookUpField,
  lookUpFields,
} from '@shequtong/domain/identity/identity-fields'
import { ok, type Result, refused } from '@shequtong/domain/result'
import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import { open } from '../platform/crypto/cipher.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'
import { contactPlace, personPlace, rollPlace } from './places.ts'
import type {
  Looker,
  LookUp,
  LookUpOccasion,
  LookUpPage,
  LookUpRefused,
  Revealed,
  RevealedRollEntry,
  RollField,
  VaultClient,
} from './vault-types.ts'

/** Characters without white space: enough to say something, and the database refuses less. */
export const reasonMinCharacters = 4
export const reasonMaxCharacters = 500

const refusalOf = (fields: readonly string[], known: readonly string[], reason: string): LookUpRefused | null => {
  const characters = [...reason.replaceAll(/\s/g, '')].length
  if (characters < reasonMinCharacters) return { code: 'reason-too-short' }
  if (characters > reasonMaxCharacters) return { code: 'reason-too-long' }
  if (!isStatedReason(reason)) return { code: 'reason-not-stated' }
  if (fields.length === 0 || fields.some((field) => !known.includes(field))) return { code: 'unknown-field' }
  return null
}

interface RevealedRow {
  readonly look_up_id: string
  readonly document_kind: DocumentKind | null
  readonly true_name_cipher: Buffer | null
  readonly document_number_cipher: Buffer | null
  readonly birth_on_cipher: Buffer | null
  readonly phone_cipher: Buffer | null
}

/**
 * The values asked for, and the look-up in the same statement. In a transaction the caller hands the values on only
 * after the commit: a rollback would take the look-up with it. With a pool the look-up is durable before this resolves.
 */
export const reveal = async (
  ring: KeyRing,
  client: VaultClient,
  subjectPersonId: string,
  fields: readonly IdentityField[],
  looker: Looker,
): Promise<Result<Revealed, LookUpRefused>> => {
  const refusal = refusalOf(fields, identityFields, looker.reason)
  if (refusal !== null) return refused(refusal)
  const { rows } = await client.query('select * from identity.reveal($1,$2,$3,$4,$5,$6,$7)', [
    subjectPersonId,
    fields,
    looker.personId,
    looker.asRole,
    looker.communityId,
    looker.reason.trim(),
    looker.now,
  ])
  const row = rows[0] as RevealedRow
  const openAt: Record<IdentityField, () => string | null> = {
    trueName: () => openOrNull(ring, row.true_name_cipher, personPlace('true_name_cipher', subjectPersonId)),
    documentNumber: () =>
      openOrNull(ring, row.document_number_cipher, personPlace('document_number_cipher', subjectPersonId)),
    birthOn: () => openOrNull(ring, row.birth_on_cipher, personPlace('birth_on_cipher', subjectPersonId)),
    phone: () => openOrNull(ring, row.phone_cipher, contactPlace('phone_cipher', subjectPersonId)),
  }
  const values = Object.fromEntries(fields.map((field) => [field, openAt[field]()]))
  return ok({ lookUpId: row.look_up_id, documentKind: row.document_kind, values })
}

const openOrNull = (ring: KeyRing, sealed: Buffer | null, place: Parameters<typeof open>[2]): string | null =>
  sealed === null ? null : open(ring, sealed, place)

interface RevealedRollRow {
  readonly entry_id: string
  readonly look_up_id: string
  readonly name_cipher: Buffer | null
  readonly document_number_cipher: Buffer | null
  readonly phone_cipher: Buffer | null
}

/** Like `reveal`, for people on the roll: one look-up each, shown to whoever registers with the same document. */
export const revealRollEntries = async (
  ring: KeyRing,
  client: VaultClient,
  communityId: number,
  entryIds: string[],
  fields: readonly RollField[],
  looker: Looker & { readonly occasion: LookUpOccasion },
): Promise<Result<RevealedRollEntry[], LookUpRefused>> => {
  const refusal = refusalOf(fields, ['trueName', 'documentNumber', 'phone'], looker.reason)
  if (refusal !== null) return refused(refusal)
  const { rows } = await client.query('select * from identity.reveal_roll_entries($1,$2,$3,$4,$5,$6,$7,$8)', [
    communityId,
    entryIds,
    fields,
    looker.personId,
    looker.asRole,
    looker.occasion,
    looker.reason.trim(),
    looker.now,
  ])
  return ok(
    (rows as RevealedRollRow[]).map((row) => {
      const place = (column: Parameters<typeof rollPlace>[0]) => rollPlace(column, communityId, row.entry_id)
      const openAt: Record<RollField, () => string | null> = {
        trueName: () => openOrNull(ring, row.name_cipher, place('name_cipher')),
        documentNumber: () => openOrNull(ring, row.document_number_cipher, place('document_number_cipher')),
        phone: () => openOrNull(ring, row.phone_cipher, place('phone_cipher')),
      }
      const values = Object.fromEntries(fields.map((field) => [field, openAt[field]()]))
      return { entryId: row.entry_id, lookUpId: row.look_up_id, values }
    }),
  )
}

/** For what is shown beside a name but lives outside the vault. Returns how many look-ups were written. */
export const recordLookUps = async (
  client: VaultClient,
  subjectPersonIds: readonly string[],
  fields: readonly LookUpField[],
  looker: Looker & { readonly occasion: LookUpOccasion },
): Promise<Result<number, LookUpRefused>> => {
  const refusal = refusalOf(fields, lookUpFields, looker.reason)
  if (refusal !== null) return refused(refusal)
  const { rows } = await client.query('select identity.record_look_ups($1,$2,$3,$4,$5,$6,$7,$8) as n', [
    subjectPersonIds,
    fields,
    looker.personId,
    looker.asRole,
    looker.communityId,
    looker.occasion,
    looker.reason.trim(),
    looker.now,
  ])
  return ok((rows[0] as { n: number }).n)
}

interface LookUpRow {
  readonly look_up_id: string
  readonly looked_by_person_id: string
  readonly as_role: string
  readonly community_id: number | null
  readonly occasion: LookUpOccasion
  readonly fields: LookUpField[]
  readonly reason: string
  readonly looked_at: Date
}

export const lookUpsAbout = async (client: VaultClient, personId: string, page: LookUpPage): Promise<LookUp[]> => {
  const { rows } = await client.query('select * from identity.look_ups_about($1,$2,$3,$4)', [
    personId,
    page.before?.lookedAt ?? null,
    page.before?.lookUpId ?? null,
    page.limit,
  ])
  return (rows as LookUpRow[]).map((row) => ({
    lookUpId: row.look_up_id,
    lookedByPersonId: row.looked_by_person_id,
    asRole: row.as_role,
    communityId: row.community_id,
    occasion: row.occasion,
    fields: row.fields,
    reason: row.reason,
    lookedAt: row.looked_at,
  }))
}
