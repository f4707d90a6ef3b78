import { ok, type Result, refused } from '../result.ts'
import { bidiCharacter, controlCharacter, countCodePoints, invisibleCharacters } from './characters.ts'
import { findPersonalData, type PersonalDataKind } from './personal-data.ts'

/** `at`: UTF-16 offsets into the text as given, `end` excluded, so that a form can mark the place. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export type ReadableTextViolation =
  | { readonly code: 'lone-surrogate' | 'control-character' | 'bidi-character'; readonly at: TextRange }
  | { readonly code: 'text-too-short'; readonly minCodePoints: number; readonly codePoints: number }
  | { readonly code: 'text-too-long'; readonly maxCodePoints: number; readonly codePoints: number }

export type PublishedTextViolation =
  | ReadableTextViolation
  | { readonly code: 'personal-data-in-text'; readonly kind: PersonalDataKind; readonly at: TextRange }

/** Both ends are allowed lengths. */
export interface TextLimits {
  readonly minCodePoints: number
  readonly maxCodePoints: number
}

const loneSurrogate = /\p{Surrogate}/u

const forbidden = [
  ['lone-surrogate', loneSurrogate],
  ['control-character', controlCharacter],
  ['bidi-character', bidiCharacter],
] as const

/** NFC, line ends as \n, no white space at the ends. Doing it twice changes nothing. */
export const normalizeText = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim()

/**
 * The text as anybody may be asked to read it, normalized. Refuses lone surrogates, control characters (tab and line ends are
 * fine), characters that reorder what is read, and a length outside `limits` (code points after normalizing; for the minimum
 * invisible ones do not count). Where none can be seen it is the empty text.
 */
export const checkReadableText = (text: string, limits: TextLimits): Result<string, ReadableTextViolation> => {
  for (const [code, pattern] of forbidden) {
    const start = text.search(pattern)
    if (start >= 0) return refused({ code, at: { start, end: start + 1 } })
  }
  const { minCodePoints, maxCodePoints } = limits
  const normalized = normalizeText(text)
  const codePoints = countCodePoints(normalized)
  if (codePoints > maxCodePoints) return refused({ code: 'text-too-long', maxCodePoints, codePoints })
  const visible = countCodePoints(normalized.replace(invisibleCharacters, '').trim())
  if (visible < minCodePoints) return refused({ code: 'text-too-short', minCodePoints, codePoints: visible })
  return ok(visible === 0 ? '' : normalized)
}

/**
 * The text as it may be published, normalized: readable, and without ID numbers or full mobile numbers. Publishing those needs
 * a separate consent that a post does not have (Personal Information Protection Law, art. 25), and the writer may be giving
 * away somebody else's.
 */
export const checkPublishedText = (text: string, limits: TextLimits): Result<string, PublishedTextViolation> => {
  const readable = checkReadableText(text, limits)
  if (!readable.ok) return readable
  const [found] = findPersonalData(text)
  return found === undefined ? readable : refused({ code: 'personal-data-in-text', kind: found.kind, at: found.at })
}
