import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CommunityRole } from '../roles/roles.ts'
import { addMs, msPerHour } from '../time.ts'
import {
  answersMention,
  checkMentions,
  clockOf,
  cutAtMentions,
  type Mention,
  maxMentions,
  typedMention,
} from './mentions.ts'

const wu: Mention = { membershipId: 'wu', role: null, words: '92号楼 吴女士' }
const director: Mention = { membershipId: null, role: 'committeeDirector', words: '居委会主任' }
const mentionable = {
  members: new Map([['wu', '92号楼 吴女士'], ...Array.from({ length: 9 }, (_, n) => [`m${n}`, `邻居${n}`] as const)]),
  roles: new Set<CommunityRole>(['committeeDirector']),
}
const check = (text: string, mentions: readonly Mention[], author = 'gu') => {
  const done = checkMentions(text, mentions, { author, mentionable })
  return done.ok ? 'ok' : done.violation.code
}

describe('who may be named', () => {
  it('a neighbour under the shown name and a role that is held, written out in the words', () => {
    assert.equal(check('@92号楼 吴女士 和 @居委会主任，看一下', [wu, director]), 'ok')
    assert.equal(check('92号楼 吴女士 看一下', [wu]), 'mention-not-in-text')
    assert.equal(check('@王先生', [{ ...wu, words: '王先生' }]), 'mention-unknown')
    assert.equal(check('@片警', [{ ...director, role: 'policeOfficer', words: '片警' }]), 'mention-unknown')
    assert.equal(check('@92号楼 吴女士', [{ ...wu, membershipId: 'left' }]), 'mention-unknown')
  })
  it('nobody twice, not oneself, and five at most', () => {
    assert.equal(check('@92号楼 吴女士', [wu, wu]), 'mention-twice')
    assert.equal(check('@92号楼 吴女士', [wu], 'wu'), 'mention-of-oneself')
    assert.equal(check('@居委会主任', [director], 'committeeDirector'), 'mention-of-oneself')
    const many = Array.from({ length: maxMentions + 1 }, (_, n) => ({
      ...wu,
      membershipId: `m${n}`,
      words: `邻居${n}`,
    }))
    const text = many.map(({ words }) => `@${words}`).join(' ')
    assert.equal(check(text, many.slice(1)), 'ok')
    assert.equal(check(text, many), 'too-many-mentions')
  })
})

describe('the clock of a mention', () => {
  it('runs 24 hours for a role and not at all for a neighbour', () => {
    const now = new Date('2026-11-23T15:00:00.000Z')
    assert.deepEqual(clockOf(director, now)?.deadlineAt, addMs(now, 24 * msPerHour))
    assert.equal(clockOf(wu, now), undefined)
  })
  it('stops at substantive words of that role alone', () => {
    assert.equal(answersMention('committeeDirector', { role: 'committeeDirector', text: '明天上午来修。' }), true)
    assert.equal(answersMention('committeeDirector', { role: 'committeeDirector', text: '收到' }), false)
    assert.equal(answersMention('committeeDirector', { role: 'propertyManager', text: '明天上午来修。' }), false)
    assert.equal(answersMention('committeeDirector', { role: null, text: '明天上午来修。' }), false)
  })
})

describe('mentions in words', () => {
  it('are cut out where they stand, the longer name first, and lose nothing', () => {
    const text = '请@吴女士甲、@吴女士 看看@谁'
    const parts = cutAtMentions(text, ['吴女士', '吴女士甲'])
    assert.deepEqual(
      parts.map(({ mention, text: words }) => [mention, words]),
      [
        [undefined, '请'],
        [1, '@吴女士甲'],
        [undefined, '、'],
        [0, '@吴女士'],
        [undefined, ' 看看@谁'],
      ],
    )
    assert.equal(parts.map((part) => part.text).join(''), text)
  })
  it('are typed after an @ up to a blank or a full stop; an e-mail address is none', () => {
    assert.deepEqual(typedMention('请@吴女', 4), { at: 1, query: '吴女' })
    assert.deepEqual(typedMention('请@', 2), { at: 1, query: '' })
    assert.deepEqual(typedMention('请@吴女士看', 3), { at: 1, query: '吴' })
    for (const text of ['请吴', '@吴 女', '@吴。', 'a@b']) assert.equal(typedMention(text, text.length), undefined)
    assert.equal(typedMention('@吴', 0), undefined)
  })
})
