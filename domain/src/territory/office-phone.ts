import { ok, type Result, refused } from '../result.ts'

export type OfficePhoneViolation = { readonly code: 'office-phone-malformed' }

const landline = /^(0\d{2,3}-?)?\d{7,8}([-转]\d{1,6})?$/
const mobile = /^1[3-9]\d{9}$/
const service = /^(400|800)-?\d{3}-?\d{4}$/
const short = /^\d{5,6}$/

/**
 * The number under which a committee is called, as it is written on a notice: a landline with or without area code and
 * extension (021-56101234转8), a mobile on duty, 400/800, or a short number (12345, 962121). Spaces and the dashes of other
 * keyboards are evened out. Errors: `office-phone-malformed`.
 */
export const checkOfficePhone = (text: string): Result<string, OfficePhoneViolation> => {
  const phone = text
    .normalize('NFKC')
    .trim()
    .replace(/[‐-―－]/g, '-')
    .replace(/[\s()]+/g, '')
  const isKnown = [landline, mobile, service, short].some((shape) => shape.test(phone))
  return isKnown ? ok(phone) : refused({ code: 'office-phone-malformed' })
}

/** What a telephone dials (RFC 3966 local number): the digits before an extension, which nobody can dial ahead. */
export const dialledOf = (officePhone: string): string =>
  (/^(?:400|800)-?\d{3}-?\d{4}$|^(?:0\d{2,3}-?)?\d+/.exec(officePhone)?.[0] ?? '').replaceAll('-', '')
