import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findWords, joinedRanges } from './find-words.ts'
import { searchQueryOf } from './search-terms.ts'
import { snippetOf } from './snippet.ts'

const marked = (text: string, query: string): string[] =>
  joinedRanges(findWords(text, searchQueryOf(query).words).flat()).map(({ start, end }) => text.slice(start, end))

describe('words are found', () => {
  it('where they stand as written, each time', () => {
    assert.deepEqual(marked('路灯坏了，另一盏路灯也坏了', '路灯'), ['路灯', '路灯'])
    assert.deepEqual(marked('路灯昨天坏了', '路灯坏了'), [])
  })

  it('in any width and case, and marked in the text as it was written', () => {
    assert.deepEqual(marked('活动室的ＷｉＦｉ连不上', 'wifi'), ['ＷｉＦｉ'])
    assert.deepEqual(marked('𠮷先生家的㍿水管', '株式'), ['㍿'])
  })

  it('not inside a longer word or number', () => {
    assert.deepEqual(marked('92号楼', '2号楼'), [])
    assert.deepEqual(marked('102号楼和2号楼', '2号楼'), ['2号楼'])
    assert.deepEqual(marked('wifis', 'wifi'), [])
  })

  it('each by itself, neighbours joined to one mark', () => {
    const [light, lift] = findWords('路灯和灯', ['路灯', '电梯'])
    assert.deepEqual(light, [{ start: 0, end: 2 }])
    assert.deepEqual(lift, [])
    assert.deepEqual(marked('电梯门坏了', '电梯 门坏'), ['电梯门坏'])
  })
})

describe('a snippet', () => {
  const at = (text: string, query: string) => joinedRanges(findWords(text, searchQueryOf(query).words).flat())

  it('is the whole text where it is short, with the word marked', () => {
    const text = '三盏路灯不亮'
    assert.deepEqual(snippetOf(text, at(text, '路灯'), 40), [
      { text: '三盏', marked: false },
      { text: '路灯', marked: true },
      { text: '不亮', marked: false },
    ])
  })

  it('begins shortly before the first mark of a long text and says that more is left out', () => {
    const text = `${'前'.repeat(300)}路灯${'后'.repeat(300)}`
    const parts = snippetOf(text, at(text, '路灯'), 40)
    assert.deepEqual(
      parts.map((part) => part.text),
      ['…', '前'.repeat(12), '路灯', '后'.repeat(26), '…'],
    )
  })

  it('cuts no character in two and stands on one line', () => {
    const text = `${'𠮷'.repeat(50)}\n路灯\n\n${'🐶'.repeat(50)}`
    const shown = snippetOf(text, at(text, '路灯'), 30)
      .map((part) => part.text)
      .join('')
    assert.ok(shown.isWellFormed())
    assert.match(shown, /^…𠮷+ 路灯 🐶+…$/u)
  })

  it('is the beginning where nothing is marked', () => {
    assert.deepEqual(snippetOf('一二三四五', [], 3), [
      { text: '一二三', marked: false },
      { text: '…', marked: false },
    ])
  })
})
