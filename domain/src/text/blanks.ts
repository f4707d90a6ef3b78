/** A place that waits for words in a prepared answer: two or more low lines, half or full width. */
const blank = /[_＿]{2,}/gu

/** Where the blanks of `text` are, from `start` to before `end`, in UTF-16 units. */
export const blanksIn = (text: string): { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(blank)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))

/** Whether something was left to be filled in. */
export const hasBlank = (text: string): boolean => blanksIn(text).length > 0
