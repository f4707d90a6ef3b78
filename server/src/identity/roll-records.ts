import { maskIdNumber, maskName, maskPhone } from '@shequtong/domain/identity/masks'
import { type BlindIndex, blindKeyIdsOf } from '../platform/crypto/blind-index.ts'
import { open, seal } from '../platform/crypto/cipher.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'
import { documentBlinds, nameBlinds, phoneBlinds } from './blinds.ts'
import { rollPlace } from './places.ts'
import type { ClaimComparison, Masks, RollEntry, VaultClient } from './vault-types.ts'

/** Rows for each statement: sealing them holds the event loop for some 30 ms; larger batches are no faster. */
const batchRows = 500

/** Inserts or replaces; returns how many rows. Atomic only inside the caller's transaction. */
export const putRollEntries = async (
  ring: KeyRing,
  client: VaultClient,
  communityId: number,
  entries: readonly RollEntry[],
): Promise<number> => {
  let stored = 0
  for (let from = 0; from < entries.length; from += batchRows) {
    const sealed = entries.slice(from, from + batchRows).map((entry) => sealedEntry(ring, communityId, entry))
    const { rows } = await client.query(
      'select identity.put_roll_entries($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12) as n',
      [
        communityId,
        sealed.map((entry) => entry.entryId),
        sealed.map((entry) => entry.nameCipher),
        sealed.map((entry) => entry.nameBlinds),
        sealed.map((entry) => entry.documentKind),
        sealed.map((entry) => entry.documentNumberCipher),
        sealed.map((entry) => entry.documentBlinds),
        sealed.map((entry) => entry.phoneCipher),
        sealed.map((entry) => entry.phoneBlinds),
        sealed.map((entry) => entry.masksCipher),
        ring.currentId,
        blindKeyIdsOf(ring),
      ],
    )
    stored += (rows[0] as { n: number }).n
  }
  return stored
}

const sealedEntry = (ring: KeyRing, communityId: number, entry: RollEntry) => {
  const { entryId, name, documentNumber, phone } = entry
  const documentKind = documentNumber === null ? null : (entry.documentKind ?? 'citizenId')
  const masks: Masks = {
    name: name === null ? null : maskName(name),
    documentNumber: documentNumber === null ? null : maskIdNumber(documentNumber),
    phone: phone === null ? null : maskPhone(phone),
  }
  const sealAt = (column: Parameters<typeof rollPlace>[0], value: string | null): Buffer | null =>
    value === null ? null : seal(ring, value, rollPlace(column, communityId, entryId))
  return {
    entryId,
    nameCipher: sealAt('name_cipher', name),
    nameBlinds: name === null ? null : endToEnd(nameBlinds(ring, name)),
    documentKind,
    documentNumberCipher: sealAt('document_number_cipher', documentNumber),
    documentBlinds:
      documentNumber === null ? null : endToEnd(documentBlinds(ring, documentKind ?? 'citizenId', documentNumber)),
    phoneCipher: sealAt('phone_cipher', phone),
    phoneBlinds: phone === null ? null : endToEnd(phoneBlinds(ring, phone)),
    masksCipher: sealAt('masks_cipher', JSON.stringify(masks)),
  }
}

/** SQL arrays of arrays must be rectangular, and cannot hold null for one: the function splits what is joined here. */
const endToEnd = ({ blinds }: BlindIndex): Buffer => Buffer.concat(blinds)

export const removeRollEntries = async (
  client: VaultClient,
  communityId: number,
  entryIds: string[],
): Promise<number> => {
  const { rows } = await client.query('select identity.remove_roll_entries($1, $2) as n', [communityId, entryIds])
  return (rows[0] as { n: number }).n
}

interface RollMasksRow {
  readonly entry_id: string
  readonly masks_cipher: Buffer
}

const masksIn = (ring: KeyRing, communityId: number, row: RollMasksRow): Masks =>
  JSON.parse(open(ring, row.masks_cipher, rollPlace('masks_cipher', communityId, row.entry_id))) as Masks

/** By entry id; entries that the roll of this community does not have are absent. */
export const rollMasks = async (
  ring: KeyRing,
  client: VaultClient,
  communityId: number,
  entryIds: string[],
): Promise<ReadonlyMap<string, Masks>> => {
  const { rows } = await client.query('select * from identity.roll_masks($1, $2)', [communityId, entryIds])
  return new Map((rows as RollMasksRow[]).map((row) => [row.entry_id, masksIn(ring, communityId, row)]))
}

interface ComparisonRow extends RollMasksRow {
  readonly name_matches: boolean | null
  readonly document_matches: boolean | null
  readonly phone_matches: boolean | null
}

export const compareClaimWithRoll = async (
  ring: KeyRing,
  client: VaultClient,
  claim: { readonly personId: string; readonly communityId: number; readonly entryIds: string[] },
): Promise<ClaimComparison[]> => {
  const { rows } = await client.query('select * from identity.compare_claim($1, $2, $3)', [
    claim.personId,
    claim.communityId,
    claim.entryIds,
  ])
  return (rows as ComparisonRow[]).map((row) => ({
    entryId: row.entry_id,
    nameMatches: row.name_matches,
    documentMatches: row.document_matches,
    phoneMatches: row.phone_matches,
    rollMasks: masksIn(ring, claim.communityId, row),
  }))
}
