import type { DataExport } from '@shequtong/contract/data-export'
import type { Translation } from '../messages/words.ts'
import type chinese from '../messages/zh-CN/data-export.ts'

type FileWords = Translation<typeof chinese>['file']

export interface Reading {
  readonly words: FileWords
  readonly language: string
  /** An instant as people read it. */
  readonly moment: (instant: string) => string
  /** A word of ours for a word of the wire in the field `key`; itself where it needs none. */
  readonly term: (key: string, value: string) => string
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

const instantShape = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

const wordsOf = (key: string, value: unknown, reading: Reading): string => {
  if (value === true) return escaped(reading.words.yes)
  if (Array.isArray(value)) return value.map((one) => wordsOf(key, one, reading)).join('<br>')
  if (typeof value === 'object' && value !== null) return factsOf(value, reading)
  const text = String(value)
  if (instantShape.test(text)) return escaped(reading.moment(text))
  if (/^https?:\/\//.test(text)) return `<a href="${escaped(text)}">${escaped(text)}</a>`
  return escaped(reading.term(key, text))
}

const factsOf = (row: object, reading: Reading): string => {
  const labels: Readonly<Record<string, string>> = reading.words.fields
  const facts = Object.entries(row)
    .filter(([, value]) => !isEmpty(value))
    .map(([key, value]) => `<dt>${escaped(labels[key] ?? key)}</dt><dd>${wordsOf(key, value, reading)}</dd>`)
  return `<dl>${facts.join('')}</dl>`
}

const style = `body{font:17px/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;border-top:1px solid;padding-top:.6rem}
dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}`

/**
 * One file that opens by itself, today and in ten years: every part as a list of facts to read, and the whole once more as
 * JSON in `#data`, for other programs.
 */
export const readableFile = (data: DataExport, reading: Reading): string => {
  const { words, language, moment } = reading
  const parts = (Object.keys(words.parts) as (keyof FileWords['parts'])[]).map((part) => {
    const value: unknown = data[part]
    const rows = Array.isArray(value) ? value : [value]
    const list = rows.map((row) =>
      typeof row === 'object' && row !== null ? factsOf(row, reading) : `<p>${wordsOf(part, row, reading)}</p>`,
    )
    return `<h2>${escaped(words.parts[part])}</h2>${list.length === 0 ? `<p>${escaped(words.none)}</p>` : list.join('')}`
  })
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(words.title)}</title>
<style>${style}</style>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.at(moment(data.exportedAt)))}</p>
${parts.join('\n')}
<script type="application/json" id="data">${json}</script>
</html>
`
}
