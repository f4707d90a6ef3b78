import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { longestWordCodePoints, searchQueryOf, searchTermsOf } from './search-terms.ts'

describe('the terms of a text', () => {
  it('are of Chinese each character and each pair, of letters and digits whole words', () => {
    assert.deepEqual(searchTermsOf('92号楼路灯'), ['92', '号', '楼', '号楼', '路', '楼路', '灯', '路灯'])
    assert.deepEqual(searchTermsOf('WiFi 密码'), ['wifi', '密', '码', '密码'])
  })

  it('join nothing across a mark, a space or a word', () => {
    const terms = searchTermsOf('路灯，坏了 北门A区')
    for (const across of ['灯坏', '了北', '门区']) assert.ok(!terms.includes(across), across)
    for (const within of ['路灯', '坏了', '北门', 'a']) assert.ok(terms.includes(within), within)
  })

  it('are the same in full width, in capitals and in compatibility forms', () => {
    assert.deepEqual(searchTermsOf('ＷＩＦＩ　１２ ①'), searchTermsOf('wifi 12 1'))
    assert.deepEqual(searchTermsOf('⽔管'), searchTermsOf('水管'))
  })

  it('stand for a picture and for a rare character as one, and for what has no meaning not at all', () => {
    assert.deepEqual(searchTermsOf('🐶🐱'), ['🐶', '🐱'])
    assert.deepEqual(searchTermsOf('𠮷家'), ['𠮷', '家', '𠮷家'])
    assert.deepEqual(searchTermsOf('……！？ \n—'), [])
  })

  it('say each once and none longer than an index takes', () => {
    assert.deepEqual(searchTermsOf('灯灯灯'), ['灯', '灯灯'])
    const [long = ''] = searchTermsOf('x'.repeat(2_000))
    assert.equal([...long].length, longestWordCodePoints)
    assert.deepEqual(searchQueryOf('x'.repeat(60)).terms, [long])
  })

  it('cost in proportion to the length', () => {
    const words = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join(
      '',
    )
    const tookMs = (text: string) => {
      const times = Array.from({ length: 25 }, () => {
        const startedAt = performance.now()
        searchTermsOf(text)
        return performance.now() - startedAt
      })
      return Math.min(...times)
    }
    tookMs(words)
    assert.ok(tookMs(words) / tookMs(words.slice(0, 1_000)) < 150, 'twenty times the text, far from 400 times the time')
  })

  it('contain the terms of everything that stands in the text between spaces and marks', () => {
    const piece = fc.string({ unit: fc.constantFrom(...'路灯坏了92号楼aB é🐶，。 '), maxLength: 12 })
    fc.assert(
      fc.property(piece, piece, piece, (before, looked, after) => {
        const terms = new Set(searchTermsOf(`${before} ${looked} ${after}`))
        for (const term of searchQueryOf(looked).terms) assert.ok(terms.has(term), `${term} of ${looked}`)
      }),
    )
  })
})

describe('a query', () => {
  it('of one character asks for that character', () => {
    assert.deepEqual(searchQueryOf('狗'), { words: ['狗'], terms: ['狗'] })
  })

  it('of two characters asks for the pair alone', () => {
    assert.deepEqual(searchQueryOf('路灯'), { words: ['路灯'], terms: ['路灯'] })
  })

  it('of several words asks for all of them', () => {
    assert.deepEqual(searchQueryOf(' 92号楼  电梯 '), { words: ['92号楼', '电梯'], terms: ['92', '号楼', '电梯'] })
  })

  it('of nothing that can be found asks for nothing', () => {
    assert.deepEqual(searchQueryOf(' ，。？'), { words: [], terms: [] })
  })
})
