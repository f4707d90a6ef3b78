import { type Mark, piecesOf } from './marks.ts'

/** Lies behind a field with the same text: carries the marks, and in a text area makes the height. Never read out. */
export const Mirror = ({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) => (
  <span class="input__mirror" aria-hidden="true">
    {piecesOf(text, marks).map(({ text: part, marked }, at) => (marked ? <mark key={at}>{part}</mark> : part))}
    {'\u200b'}
  </span>
)
