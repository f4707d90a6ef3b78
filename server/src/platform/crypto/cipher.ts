import type { KeyRing } from './key-ring.ts'

/** Where a value lives, `table.column:rowId`: authenticated with it, so that a cipher moved elsewhere does not open. */
export type CipherPlace = `${string}.${string}:${string}`

const formatVersion = 1

/** Layout: version (1 byte), length of the key id (1 byte), key id, then what the key's suite makes. */
const headerOf = (keyId: string): Buffer => {
  const id = Buffer.from(keyId)
  return Buffer.concat([Buffer.from([formatVersion, id.length]), id])
}

/** The header is authenticated too: a cipher cannot be relabelled with another key. */
const associatedWith = (header: Buffer, place: CipherPlace): Buffer => Buffer.concat([header, Buffer.from(place)])

/** Seals with the ring's current key. */
export const seal = (ring: KeyRing, plaintext: string, place: CipherPlace): Buffer => {
  const keyId = ring.currentId
  const key = ring.sealingKey(keyId)
  if (key === null) throw new CipherRefused(`the key ring lacks its current key ${keyId}`)
  const header = headerOf(keyId)
  return Buffer.concat([header, key.seal(Buffer.from(plaintext), associatedWith(header, place))])
}

/** Throws CipherRefused when the key is absent, or the value was changed or moved from its place. */
export const open = (ring: KeyRing, sealed: Buffer, place: CipherPlace): string => {
  const idEndsAt = 2 + (sealed[1] ?? 0)
  if (sealed[0] !== formatVersion || sealed.length < idEndsAt) throw new CipherRefused(`no cipher at ${place}`)
  const header = sealed.subarray(0, idEndsAt)
  const keyId = header.subarray(2).toString()
  const key = ring.sealingKey(keyId)
  if (key === null) throw new CipherRefused(`the key ring lacks the key ${keyId} of ${place}`)
  const plaintext = key.open(sealed.subarray(idEndsAt), associatedWith(header, place))
  if (plaintext === null) throw new CipherRefused(`the cipher at ${place} was changed, moved or made with another key`)
  return plaintext.toString()
}

export class CipherRefused extends Error {
  override readonly name = 'CipherRefused'
}
