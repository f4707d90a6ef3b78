import { checkCharacterOf } from '@shequtong/domain/identity/citizen-id-number'
import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import { foldWidth } from '@shequtong/domain/text/characters'
import { type BlindIndex, blindIndexOf } from '../platform/crypto/blind-index.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'

/** 阿依古丽·买买提 is written with half a dozen different dots, and with none. */
const nameNoise = /[\s·•・‧∙.]/gu

export const nameBlinds = (ring: KeyRing, name: string): BlindIndex =>
  blindIndexOf(ring, 'name', foldWidth(name).normalize('NFKC').replaceAll(nameNoise, '').toUpperCase())

/** Old rolls hold ID numbers of 15 digits: GB 11643-1999 adds the century, always 19 for them, and the check character. */
const documentNormalForm = (kind: DocumentKind, number: string): string => {
  const plain = foldWidth(number).replaceAll(/[\s-]/g, '').toUpperCase()
  if (kind !== 'citizenId' || !/^\d{15}$/.test(plain)) return plain
  const first17 = `${plain.slice(0, 6)}19${plain.slice(6)}`
  return first17 + checkCharacterOf(first17)
}

export const documentBlinds = (ring: KeyRing, kind: DocumentKind, number: string): BlindIndex =>
  blindIndexOf(ring, 'document', `${kind}:${documentNormalForm(kind, number)}`)

/** A roll may hold a landline: compared by its digits. */
export const phoneBlinds = (ring: KeyRing, phone: string): BlindIndex => {
  const mobile = checkMobileNumber(phone)
  return blindIndexOf(ring, 'phone', mobile.ok ? mobile.value : foldWidth(phone).replaceAll(/\D/g, ''))
}

export const openidBlinds = (ring: KeyRing, appId: string, openid: string): BlindIndex =>
  blindIndexOf(ring, 'openid', `${appId}:${openid}`)

export const unionidBlinds = (ring: KeyRing, unionid: string): BlindIndex => blindIndexOf(ring, 'unionid', unionid)
