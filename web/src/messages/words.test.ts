import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import type { WordTree } from './words.ts'

const folder = (name: string) => new URL(`./${name}/`, import.meta.url)
const filesOf = (name: string) => readdirSync(folder(name)).filter((file) => file.endsWith('.ts'))

/** What is said at each path; a function stands for itself with the words in its source. */
const leaves = (tree: WordTree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? leaves(value as WordTree, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  )

const load = async (language: string, file: string) =>
  (await import(new URL(file, folder(language)).href)).default as WordTree

/** Words that stay Chinese in English: what is written in a seal, and the name of the other language. */
const staysChinese = new Set(['steps.yourSeal', 'steps.theirSeal', 'switchLanguage'])

for (const file of filesOf('zh-CN')) {
  test(`a reader of English misses nothing that ${file} says in Chinese`, async () => {
    assert.ok(existsSync(new URL(file, folder('en'))), `en/${file} is missing`)
    const english = leaves(await load('en', file))
    const chinese = leaves(await load('zh-CN', file))
    assert.deepEqual(english.map(([path]) => path).sort(), chinese.map(([path]) => path).sort())
    for (const [path, said] of english) {
      if (!staysChinese.has(path)) assert.doesNotMatch(said, /\p{Script=Han}/u, `${path} is still Chinese`)
    }
  })
}

test('no English file stands without its Chinese', () => {
  assert.deepEqual(filesOf('en').sort(), filesOf('zh-CN').sort())
})
