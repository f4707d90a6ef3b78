import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import type { Translation } from '../messages/words.ts'
import type chinese from '../messages/zh-CN/compose.ts'

type ErrorWords = Translation<typeof chinese>['errors']

export interface Refused {
  readonly board?: string
  readonly text?: string
  readonly place?: string
  readonly photos?: string
  /** Not about one field. */
  readonly whole?: string
}

const sentenceOf = (code: string, words: ErrorWords, whenEmpty: string): string => {
  if (code === 'personal-data-in-text') return words.personalData
  if (code === 'text-too-short') return whenEmpty
  return code === 'text-too-long' ? words.tooLong : words.notReadable
}

/** What the server did not take, each at its field, in words. */
export const refusedFields = (failure: Failure | undefined, words: ErrorWords): Refused => {
  if (failure === undefined) return {}
  if (!(failure instanceof ProblemError)) return { whole: words.unconnected }
  if (failure.slug === 'rate-limited') return { whole: words.tooFast }
  if (['not-permitted', 'not-found', 'rule-refused'].includes(failure.slug)) return { whole: words.notPermitted }
  const refused: { board?: string; text?: string; place?: string; photos?: string } = {}
  for (const { pointer, code } of failure.errors) {
    if (pointer.startsWith('/boardId')) refused.board ??= words.boardClosed
    else if (pointer.startsWith('/scope')) return { whole: words.notYourBuilding }
    else if (pointer.startsWith('/text')) refused.text ??= sentenceOf(code, words, words.empty)
    else if (pointer.startsWith('/place')) refused.place ??= sentenceOf(code, words, words.placeEmpty)
    else if (pointer.startsWith('/photoIds')) refused.photos ??= words.photos
  }
  return Object.keys(refused).length > 0 ? refused : { whole: words.notNow }
}
