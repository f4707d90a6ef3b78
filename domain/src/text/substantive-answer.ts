import { hasBlank } from './blanks.ts'
import { clausesOf, plainOf } from './clauses.ts'
import { isCourtesy } from './courtesies.ts'

/** Fewer different letters or digits than this, courtesies aside, say nothing: 嗯, 1, 哈哈哈, 666. Our own bound. */
export const substantiveMinCharacters = 2

/**
 * `empty`: no letter or digit at all; `blank-left`: a blank of a prepared answer is not filled in; `receipt-only`: courtesies, receipts,
 * bare promises; `too-little`: below the minimum.
 */
export type NotSubstantive = 'empty' | 'blank-left' | 'receipt-only' | 'too-little'

/**
 * Why `text` is no answer that may stop a response clock, or undefined when it is one. The clauses of the text (cut at marks
 * and white space) are read one by one; those made only of greetings, addressees, thanks, 收到, 已转 and promises without what,
 * who or when are left out, and the rest must hold at least `substantiveMinCharacters` different letters or digits. So
 * "收到，明天上午九点物业来修" is an answer, "收到，我们会尽快处理" is none. It judges emptiness, not truth.
 * Source: the mission, "what it must never become": 收到 counted as an answer.
 */
export const whyNotSubstantive = (text: string): NotSubstantive | undefined => {
  if (!/[\p{L}\p{N}]/u.test(plainOf(text))) return 'empty'
  if (hasBlank(text)) return 'blank-left'
  const said = clausesOf(text).filter((clause) => !isCourtesy(clause))
  if (said.length === 0) return 'receipt-only'
  return new Set(said.join('')).size < substantiveMinCharacters ? 'too-little' : undefined
}

/** Whether `text` may stop a response clock: see `whyNotSubstantive`. */
export const isSubstantiveAnswer = (text: string): boolean => whyNotSubstantive(text) === undefined
