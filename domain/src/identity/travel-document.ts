import { ok, type Result, refused } from '../result.ts'
import { foldWidth } from '../text/characters.ts'

/** Papers of people without a citizen's ID number: 港澳居民来往内地通行证 or 台湾居民来往大陆通行证, and passports. */
export const travelDocumentKinds = ['travelPermit', 'passport'] as const
export type TravelDocumentKind = (typeof travelDocumentKinds)[number]

/** `number`: upper-case letters and digits only. */
export interface TravelDocument {
  readonly kind: TravelDocumentKind
  readonly number: string
}

export interface TravelDocumentMalformed {
  readonly code: 'travel-document-malformed'
  readonly kind: TravelDocumentKind
}

/**
 * Shapes as printed [found]. Permit: H or M and eight digits (two more in the older edition, times of renewal) from Hong Kong
 * and Macao, eight digits from Taiwan. Passport: five to nine letters and digits, one digit at least (ICAO Doc 9303 has nine
 * places).
 */
const shapes: Record<TravelDocumentKind, RegExp> = {
  travelPermit: /^(?:[HM]\d{8}(?:\d{2})?|\d{8})$/,
  passport: /^(?=[A-Z]*\d)[A-Z\d]{5,9}$/,
}

/** A light check of shape only: these numbers have no public checksum. Spaces, hyphens, case and width do not matter. */
export const checkTravelDocument = (
  kind: TravelDocumentKind,
  text: string,
): Result<TravelDocument, TravelDocumentMalformed> => {
  const number = foldWidth(text).replace(/[\s-]/g, '').toUpperCase()
  return shapes[kind].test(number) ? ok({ kind, number }) : refused({ code: 'travel-document-malformed', kind })
}
