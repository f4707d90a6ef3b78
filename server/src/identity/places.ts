import type { CipherPlace } from '../platform/crypto/cipher.ts'

/** Where each cipher of the vault lives: what it is bound to. Changing a place makes what is stored there unreadable. */
export const personPlace = (
  column: 'true_name_cipher' | 'document_number_cipher' | 'birth_on_cipher' | 'masks_cipher',
  personId: string,
): CipherPlace => `persons_identity.${column}:${personId}`

export const contactPlace = (column: 'phone_cipher' | 'masks_cipher', personId: string): CipherPlace =>
  `contacts.${column}:${personId}`

export const openidPlace = (column: 'openid_cipher' | 'unionid_cipher', openidId: string): CipherPlace =>
  `openids.${column}:${openidId}`

export const rollPlace = (
  column: 'name_cipher' | 'document_number_cipher' | 'phone_cipher' | 'masks_cipher',
  communityId: number,
  entryId: string,
): CipherPlace => `roll_entries.${column}:${communityId}/${entryId}`
