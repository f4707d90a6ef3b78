import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import { maskIdNumber, maskName, maskPhone } from '@shequtong/domain/identity/masks'
import { ok, type Result, refused } from '@shequtong/domain/result'
import type { DateOn } from '@shequtong/domain/time'
import { type BlindIndex, blindKeyIdsOf } from '../platform/crypto/blind-index.ts'
import { open, seal } from '../platform/crypto/cipher.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'
import { documentBlinds, nameBlinds, phoneBlinds } from './blinds.ts'
import { contactPlace, personPlace } from './places.ts'
import type { Identity, Masks, OwnIdentity, PersonMasks, Taken, VaultClient } from './vault-types.ts'

interface SealedIdentity {
  readonly nameCipher: Buffer
  readonly nameBlinds: readonly Buffer[]
  readonly numberCipher: Buffer
  readonly birthCipher: Buffer | null
  readonly masksCipher: Buffer
}

const sealIdentity = (ring: KeyRing, personId: string, identity: Identity): SealedIdentity => {
  const masks = { name: maskName(identity.trueName), documentNumber: maskIdNumber(identity.documentNumber) }
  return {
    nameCipher: seal(ring, identity.trueName, personPlace('true_name_cipher', personId)),
    nameBlinds: nameBlinds(ring, identity.trueName).blinds,
    numberCipher: seal(ring, identity.documentNumber, personPlace('document_number_cipher', personId)),
    birthCipher:
      identity.birthOn === null ? null : seal(ring, identity.birthOn, personPlace('birth_on_cipher', personId)),
    masksCipher: seal(ring, JSON.stringify(masks), personPlace('masks_cipher', personId)),
  }
}

export const putIdentity = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
  identity: Identity,
  now: Date,
): Promise<Result<undefined, Taken>> => {
  const sealed = sealIdentity(ring, personId, identity)
  const { rows } = await client.query('select identity.put_person($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) as stored', [
    personId,
    sealed.nameCipher,
    sealed.nameBlinds,
    identity.documentKind,
    sealed.numberCipher,
    documentBlinds(ring, identity.documentKind, identity.documentNumber).blinds,
    sealed.birthCipher,
    sealed.masksCipher,
    ring.currentId,
    blindKeyIdsOf(ring),
    now,
  ])
  return wasStored(rows) ? ok(undefined) : refused({ code: 'document-taken' })
}

export const putContestedIdentity = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
  identity: Identity,
  now: Date,
): Promise<void> => {
  const sealed = sealIdentity(ring, personId, identity)
  await client.query('select identity.put_contested_person($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)', [
    personId,
    sealed.nameCipher,
    sealed.nameBlinds,
    identity.documentKind,
    sealed.numberCipher,
    sealed.birthCipher,
    sealed.masksCipher,
    ring.currentId,
    blindKeyIdsOf(ring),
    now,
  ])
}

const contestedIdentity = async (ring: KeyRing, client: VaultClient, personId: string): Promise<Identity | null> => {
  const { rows } = await client.query('select identity.is_contested($1) as contested', [personId])
  if (!(rows[0] as { contested: boolean }).contested) return null
  return (await ownIdentity(ring, client, personId))?.identity ?? null
}

export const isDocumentTaken = async (ring: KeyRing, client: VaultClient, personId: string): Promise<boolean> => {
  const named = await contestedIdentity(ring, client, personId)
  if (named === null) return false
  return (await findPerson(client, 'document', documentBlinds(ring, named.documentKind, named.documentNumber))) !== null
}

export const claimDocument = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
  now: Date,
): Promise<Result<undefined, Taken>> => {
  const named = await contestedIdentity(ring, client, personId)
  return named === null ? ok(undefined) : putIdentity(ring, client, personId, named, now)
}

export const putPhone = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
  phone: string,
  verifiedAt: Date,
): Promise<Result<undefined, Taken>> => {
  const { rows } = await client.query('select identity.put_phone($1,$2,$3,$4,$5,$6,$7) as stored', [
    personId,
    seal(ring, phone, contactPlace('phone_cipher', personId)),
    phoneBlinds(ring, phone).blinds,
    seal(ring, JSON.stringify({ phone: maskPhone(phone) }), contactPlace('masks_cipher', personId)),
    verifiedAt,
    ring.currentId,
    blindKeyIdsOf(ring),
  ])
  return wasStored(rows) ? ok(undefined) : refused({ code: 'phone-taken' })
}

export const wasStored = (rows: unknown[]): boolean => (rows[0] as { stored: boolean }).stored

export const findPerson = async (client: VaultClient, kind: string, index: BlindIndex): Promise<string | null> => {
  const { rows } = await client.query('select identity.find_person($1, $2, $3) as id', [
    kind,
    index.blinds,
    index.keyIds,
  ])
  return (rows[0] as { id: string | null }).id
}

interface OwnRow {
  readonly true_name_cipher: Buffer | null
  readonly document_kind: DocumentKind
  readonly document_number_cipher: Buffer
  readonly birth_on_cipher: Buffer | null
  readonly phone_cipher: Buffer | null
  readonly phone_verified_at: Date | null
}

export const ownIdentity = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
): Promise<OwnIdentity | null> => {
  const { rows } = await client.query('select * from identity.own_identity($1)', [personId])
  const row = rows[0] as OwnRow | undefined
  return row === undefined ? null : opened(ring, personId, row)
}

/** The same with its look-up. A transaction that rolls back takes the line with it, so the values are handed on after the commit. */
export const exportOwn = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
  reason: string,
  now: Date,
): Promise<OwnIdentity> => {
  const { rows } = await client.query('select * from identity.export_own($1,$2,$3)', [personId, reason, now])
  return opened(ring, personId, rows[0] as OwnRow)
}

const opened = (ring: KeyRing, personId: string, row: OwnRow): OwnIdentity => {
  const { true_name_cipher: name, birth_on_cipher: birth, phone_cipher: phone } = row
  const identity =
    name === null
      ? null
      : {
          trueName: open(ring, name, personPlace('true_name_cipher', personId)),
          documentKind: row.document_kind,
          documentNumber: open(ring, row.document_number_cipher, personPlace('document_number_cipher', personId)),
          birthOn: birth === null ? null : (open(ring, birth, personPlace('birth_on_cipher', personId)) as DateOn),
        }
  return {
    identity,
    phone: phone === null ? null : open(ring, phone, contactPlace('phone_cipher', personId)),
    phoneVerifiedAt: row.phone_verified_at,
  }
}

interface MasksRow {
  readonly person_id: string
  readonly document_kind: DocumentKind | null
  readonly masks_cipher: Buffer | null
  readonly phone_masks_cipher: Buffer | null
  readonly phone_verified_at: Date | null
}

export const masks = async (ring: KeyRing, client: VaultClient, personIds: string[]): Promise<PersonMasks[]> => {
  const { rows } = await client.query('select * from identity.masks($1)', [personIds])
  return (rows as MasksRow[]).map((row) => {
    const id = row.person_id
    const ofPerson = row.masks_cipher && open(ring, row.masks_cipher, personPlace('masks_cipher', id))
    const ofPhone = row.phone_masks_cipher && open(ring, row.phone_masks_cipher, contactPlace('masks_cipher', id))
    return {
      personId: id,
      ...emptyMasks,
      ...(JSON.parse(ofPerson ?? '{}') as Partial<Masks>),
      ...(JSON.parse(ofPhone ?? '{}') as Partial<Masks>),
      documentKind: row.document_kind,
      phoneVerifiedAt: row.phone_verified_at,
    }
  })
}

export const emptyMasks: Masks = { name: null, documentNumber: null, phone: null }
