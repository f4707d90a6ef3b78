import { createHmac, hash, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits, base64url, 43 characters: for session cookies and links. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. No salt and no slow hash: a token has 256 bits of its own. */
export const tokenHash = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Crockford's base 32 without letters that look like digits: what people read aloud and type from paper. */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeRadix = codeAlphabet.length

/**
 * An unguessable code of `length` characters, the last one a check character. 5 bits each: the default carries 55 bits,
 * so that with 10,000 codes alive and 100 guesses a second a hit is expected after 1,100 years.
 */
export const newCode = (length = 12): string => {
  const body = Array.from({ length: length - 1 }, () => codeAlphabet[randomInt(codeRadix)]).join('')
  return body + checkCharacterOf(body)
}

/** A typed or scanned code in its one form, or null when it cannot be one: one wrong character never passes. */
export const parseCode = (text: string, length = 12): string | null => {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (code.length !== length || [...code].some((character) => !codeAlphabet.includes(character))) return null
  return checkCharacterOf(code.slice(0, -1)) === code.at(-1) ? code : null
}

/** Luhn's scheme in base 32: catches every single wrong character and all but one kind of swapped neighbours. */
const checkCharacterOf = (body: string): string => {
  const sum = [...body].reverse().reduce((total, character, position) => {
    const weighted = codeAlphabet.indexOf(character) * (position % 2 === 0 ? 2 : 1)
    return total + Math.floor(weighted / codeRadix) + (weighted % codeRadix)
  }, 0)
  return codeAlphabet[(codeRadix - (sum % codeRadix)) % codeRadix] ?? ''
}

/** Digits for a text message, leading zeros kept. Short: only behind a limit of attempts. */
export const newDigits = (length = 6): string => String(randomInt(10 ** length)).padStart(length, '0')

/**
 * What is stored of a short code. Six digits are soon tried, so that a dump must not suffice: `pepper` is a secret
 * outside the database, and the code is bound to its purpose and holder.
 */
export const shortCodeHash = (code: string, purposeAndHolder: string, pepper: Buffer): Buffer =>
  createHmac('sha256', pepper).update(`${purposeAndHolder}\u0000${code}`).digest()
