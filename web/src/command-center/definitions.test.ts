import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { Backlog, deedKinds, figureKinds } from '@shequtong/contract/command-center'
import english from '../messages/en/command-center.ts'
import chinese from '../messages/zh-CN/command-center.ts'

const backlogKinds = Object.keys(Backlog.shape) as (keyof typeof Backlog.shape)[]

test('every figure that the server sends has a name and a definition of its own, in both languages', () => {
  for (const { figures, deeds } of [chinese, english]) {
    const said = [
      ...[...figureKinds, ...backlogKinds].map((kind) => figures[kind]),
      ...deedKinds.map((kind) => deeds[kind]),
    ]
    for (const { name, meaning } of said) assert.ok(name.length > 1 && meaning.length > name.length + 8, name)
    assert.equal(new Set(said.map(({ meaning }) => meaning)).size, said.length)
  }
})

/** Panes that show a thread, where nothing is counted. */
const withoutFigures = ['read-only-thread.tsx', 'restricted-thread.tsx']

test('every pane of the command center has its definition, its table and its CSV one press away', async () => {
  const files = (await readdir(new URL('.', import.meta.url))).filter((file) => file.endsWith('.tsx'))
  const panes: string[] = []
  for (const file of files) {
    const source = await readFile(new URL(file, import.meta.url), 'utf8')
    const count = (element: string) => source.split(`<${element}\n`).length + source.split(`<${element} `).length - 2
    if (count('CommandPane') === 0 || withoutFigures.includes(file)) continue
    panes.push(file)
    assert.equal(count('ChartTools'), count('CommandPane'), file)
  }
  assert.ok(panes.length > 5, panes.join(' '))
})
