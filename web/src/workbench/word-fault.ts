import { checkPublishedText, type TextRange } from '@shequtong/domain/text/published-text'

/** What keeps words from being sent; each has a sentence in the messages. */
export type WordFault = 'empty' | 'limit' | 'personal' | 'character' | 'hollow'

/** The same on both sides of the wire: the codes of `checkPublishedText` and of the rules for reasons. */
export const faultOfCode = (code: string): WordFault => {
  if (code === 'text-too-short') return 'empty'
  if (code === 'text-too-long') return 'limit'
  if (code === 'reason-not-stated' || code === 'reason-too-short') return 'hollow'
  return code === 'personal-data-in-text' ? 'personal' : 'character'
}

export interface FoundFault {
  readonly fault: WordFault
  /** What to mark in the field, UTF-16 units. */
  readonly at: readonly TextRange[]
}

/** Asks the rule for published words before anything is sent. */
export const faultIn = (text: string, maxCodePoints: number, minCodePoints = 1): FoundFault | undefined => {
  const checked = checkPublishedText(text, { minCodePoints, maxCodePoints })
  if (checked.ok) return undefined
  const { violation } = checked
  return { fault: faultOfCode(violation.code), at: 'at' in violation ? [violation.at] : [] }
}
