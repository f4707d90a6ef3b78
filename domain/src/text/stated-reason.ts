import { clausesOf } from './clauses.ts'
import { isCourtesy } from './courtesies.ts'

/** Different letters below which nothing is said: one Chinese character says a word, one Latin letter none. Our own bounds. */
const minIdeographs = 2
const minLetters = 3

/** Whether `clauses` hold enough different letters to be words; digits and marks are none. */
export const areWords = (clauses: readonly string[]): boolean => {
  const letters = new Set(clauses.join('').match(/\p{L}/gu) ?? [])
  const ideographs = [...letters].filter((letter) => /\p{Script=Han}/u.test(letter))
  return ideographs.length >= minIdeographs || letters.size >= minLetters
}

/**
 * Whether `text` states a reason that somebody else can read: two different Chinese characters or three different letters
 * beside courtesies, receipts and bare promises. Digits, marks and emoji do not count, so that 。, 1111, aaaa, …… and 收到 are
 * none. It judges emptiness, not truth. Asked wherever something is refused, paused, reopened or looked at "with a reason".
 */
export const isStatedReason = (text: string): boolean =>
  areWords(clausesOf(text).filter((clause) => !isCourtesy(clause)))

/** Bodies without a name. */
const unnamed =
  /^(?:由|交|给)?(?:相关|有关|主管|职能|上级|其他|别的|对应)?(?:部门|单位|机构|人员|方面|领导|上级|他们|别人|大家)$/

/**
 * Whether `text` names an office or body that has something in hand now: two different Chinese characters or three different
 * letters; 相关部门 and 上级 name nobody.
 */
export const isNamedBody = (text: string): boolean => {
  const clauses = clausesOf(text)
  return areWords(clauses) && !clauses.every((clause) => unnamed.test(clause) || !/\p{L}/u.test(clause))
}
