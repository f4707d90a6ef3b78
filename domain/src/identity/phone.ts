import { ok, type Result, refused } from '../result.ts'
import { bidiCharacter, foldWidth, invisibleCharacters } from '../text/characters.ts'

/** A mainland mobile number in E.164: `+86` and eleven digits. */
export type MobileNumber = string & { readonly __brand: 'MobileNumber' }

export type MobileNumberMalformed = { readonly code: 'mobile-number-malformed' }

/** Contacts copied on a phone carry invisible direction marks; they mean nothing in a number. */
const noise = new RegExp(`${bidiCharacter.source}|${invisibleCharacters.source}|[\\s()\\-–—‑]`, 'g')

/**
 * Reads a mainland mobile number: eleven digits, 1 then 3–9 (national numbering plan), with or without +86, 0086 or 86 before
 * it; spaces, hyphens, brackets and full-width digits do not matter. Refuses landlines and every other country.
 */
export const checkMobileNumber = (text: string): Result<MobileNumber, MobileNumberMalformed> => {
  const digits = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(foldWidth(text).replace(noise, ''))?.[1]
  return digits === undefined ? refused({ code: 'mobile-number-malformed' }) : ok(`+86${digits}` as MobileNumber)
}
