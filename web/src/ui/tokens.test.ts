import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const filesOf = (pattern: string) => globSync(pattern, { cwd: root }).filter((path) => !path.includes('node_modules'))
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const tokens = read('ui/tokens.css')
const colour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|color-mix)\(/i
const pixels = /(?<![\w.-])-?\d*\.?\d+px\b/

test('whoever changes a colour or a size finds it in tokens.css and nowhere else', () => {
  const sheets = filesOf('**/*.css').filter((path) => path !== 'ui/tokens.css')
  assert.ok(sheets.length > 5)
  for (const path of sheets) {
    const text = read(path)
    assert.doesNotMatch(text, colour, `${path} names a colour`)
    assert.doesNotMatch(text, pixels, `${path} names pixels`)
  }
})

test('no component paints past the tokens', () => {
  for (const path of filesOf('**/*.tsx')) {
    assert.doesNotMatch(readFileSync(`${root}/${path}`, 'utf8'), /(?:style|fill|stroke)=[^\n]*#[0-9a-f]{3,8}\b/i, path)
  }
})

test('every token that is used exists', () => {
  const known = new Set([...tokens.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
  // given by a component through its style attribute
  for (const path of filesOf('**/*.tsx'))
    for (const [, name] of readFileSync(`${root}/${path}`, 'utf8').matchAll(/'(--[\w-]+)':/g)) known.add(name)
  for (const path of filesOf('**/*.css')) {
    const text = read(path)
    const own = new Set([...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
    for (const [, name] of text.matchAll(/var\((--[\w-]+)/g)) {
      assert.ok(known.has(name) || own.has(name), `${relative(root, path)} uses ${name}`)
    }
  }
})

test('the night of a phone is the night one can choose', () => {
  const body = (pattern: RegExp) => (pattern.exec(tokens)?.[1] ?? '').replace(/\s+/g, ' ').trim()
  const chosen = body(/\n\[data-theme="dark"\] \{([^}]*)\}/)
  assert.ok(chosen.length > 500)
  assert.equal(body(/:root:not\(\[data-theme\]\) \{([^}]*)\}/), chosen)
})

const channel = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16)))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** WCAG 2.2 contrast of two `#rrggbb` colours. */
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}
const coloursOf = (pattern: RegExp) =>
  new Map(
    [...(pattern.exec(tokens)?.[1] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  )

const light = coloursOf(/:root \{([^}]*)\}/)
const themes = {
  light,
  dark: new Map([...light, ...coloursOf(/\n\[data-theme="dark"\] \{([^}]*)\}/)]),
  ink: new Map([...light, ...coloursOf(/\n\[data-theme="ink"\] \{([^}]*)\}/)]),
  elder: new Map([...light, ...coloursOf(/\n\[data-mode="elder"\] \{([^}]*)\}/)]),
}
const grounds = ['paper', 'card', 'well']
const words: [string, string[]][] = [
  ['ink', [...grounds, 'time-wash', 'done-wash']],
  ['ink-2', [...grounds, 'time-wash', 'done-wash']],
  ['on-ink', ['ink']],
  ['on-do', ['do', 'do-press']],
  ['do-text', ['paper', 'card']],
  ['done', [...grounds, 'done-wash']],
  ['on-done', ['done']],
  ['time', ['paper', 'card', 'time-wash']],
  ['on-late', ['late']],
  ['on-face', ['face-1', 'face-2', 'face-3', 'face-4']],
]
const edges: [string, string[]][] = [
  ['line-strong', grounds],
  ['do', ['paper', 'card']],
  ['done-area', ['paper', 'card']],
  ['time-area', ['paper', 'card']],
  ['still-area', ['paper', 'card']],
]

for (const [theme, colours] of Object.entries(themes)) {
  test(`an old pair of eyes can read every word and see every edge in ${theme}`, () => {
    for (const [pairs, least] of [
      [words, 4.5],
      [edges, 3],
    ] as const) {
      for (const [front, backs] of pairs) {
        for (const back of backs) {
          const [a, b] = [colours.get(front), colours.get(back)]
          assert.ok(a !== undefined && b !== undefined, `${front} or ${back} is missing`)
          assert.ok(contrast(a, b) >= least, `${front} on ${back}: ${contrast(a, b).toFixed(2)}`)
        }
      }
    }
  })
}
