import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { checkShownName, suggestShownNames } from './shown-name.ts'

const codeOf = (text: string, trueName = '吴敏', buildingName?: string) => {
  const checked = checkShownName(text, trueName, buildingName)
  return checked.ok ? undefined : checked.violation.code
}

describe('suggested shown names', () => {
  it('吴女士, 38, of 92号楼 is offered "92号楼 吴女士" first and never her given name', () => {
    const names = suggestShownNames({ trueName: '吴敏', sex: 'female', ageYears: 38, buildingName: '92号楼' })
    assert.equal(names[0], '92号楼 吴女士')
    assert.ok(names.includes('吴女士'))
    assert.ok(names.every((name) => !name.includes('敏')))
  })

  it('the address grows with age: each bound has its two sides', () => {
    const first = (ageYears: number, sex: 'female' | 'male') =>
      suggestShownNames({ trueName: '金宝', sex, ageYears })[0]
    assert.deepEqual(
      [17, 18, 49, 50, 64, 65].map((age) => first(age, 'female')),
      ['小金', '金女士', '金女士', '金阿姨', '金阿姨', '金阿姨'],
    )
    assert.deepEqual(
      [17, 18, 49, 50, 64, 65].map((age) => first(age, 'male')),
      ['小金', '金先生', '金先生', '金叔叔', '金叔叔', '金老伯'],
    )
    const at34 = suggestShownNames({ trueName: '金宝', sex: 'male', ageYears: 34 })
    const at35 = suggestShownNames({ trueName: '金宝', sex: 'male', ageYears: 35 })
    assert.deepEqual(
      [at34, at35],
      [
        ['金先生', '小金'],
        ['金先生', '老金'],
      ],
    )
  })

  it('compound surnames stay whole, names of other shapes are called by their first part', () => {
    const of = (trueName: string) =>
      suggestShownNames({ trueName, sex: 'female', ageYears: 40, buildingName: '42号楼' })[0]
    assert.deepEqual(['欧阳娜', '阿依古丽·买买提', 'Mary Smith'].map(of), [
      '42号楼 欧阳女士',
      '42号楼 阿依古丽女士',
      '42号楼 Mary女士',
    ])
  })

  it('whatever the building is called, every suggestion may be chosen', () => {
    const persons = fc.record({
      trueName: fc.constantFrom('吴敏', '欧阳娜', '书记', '官方', '阿依古丽·买买提', 'Bartholomew-Constantine Smith'),
      sex: fc.constantFrom('female' as const, 'male' as const),
      ageYears: fc.nat(110),
      buildingName: fc.option(fc.oneof(fc.constantFrom('92号楼', '居委会楼', '中艺花园 3号'), fc.string()), {
        nil: undefined,
      }),
    })
    fc.assert(
      fc.property(persons, (person) => {
        for (const name of suggestShownNames(person)) {
          assert.deepEqual(checkShownName(name, person.trueName, person.buildingName), { ok: true, value: name })
        }
      }),
    )
  })
})

describe('a shown name of one’s own', () => {
  it('is taken with single spaces; the true name may be shown', () => {
    assert.deepEqual(checkShownName('  92号楼　 吴女士 ', '吴敏', '92号楼'), { ok: true, value: '92号楼 吴女士' })
    assert.equal(codeOf('吴敏'), undefined)
    assert.equal(codeOf('爱猫的小吴🐱'), undefined)
    assert.equal(codeOf('Mary', 'Mary Smith'), undefined)
  })

  it('has 2 to 16 code points', () => {
    assert.deepEqual(
      ['', '吴', '吴敏', '吴'.repeat(16), '吴'.repeat(17)].map((text) => codeOf(text)),
      ['shown-name-length', 'shown-name-length', undefined, undefined, 'shown-name-length'],
    )
    assert.equal(codeOf('𠮷'.repeat(16)), undefined)
    assert.equal(codeOf('𠮷'.repeat(17)), 'shown-name-length')
  })

  it('has a letter, and no control, direction, invisible or broken characters', () => {
    for (const text of [
      '🐱🐱',
      '。。',
      '12',
      '吴\u0000敏',
      '吴\n敏',
      '吴\t敏',
      '\u202E敏吴',
      '吴\u200B敏',
      '吴\uD800敏',
      '吴\u2066敏',
    ])
      assert.equal(codeOf(text), 'shown-name-characters', JSON.stringify(text))
  })

  it('carries no phone and no ID number', () => {
    assert.equal(codeOf('吴 138 1723 6612'), 'shown-name-personal-data')
    assert.equal(codeOf('吴１３８１７２３６６１２'), 'shown-name-personal-data')
    assert.equal(codeOf('吴110'), undefined)
  })

  it('no neighbour can call herself an office, not even with spaces between', () => {
    for (const text of [
      '吴书记',
      '吴主任',
      '民警小吴',
      '居委小吴',
      '书 记 吴',
      '书·记',
      '九村物业',
      '官方通知',
      '社区通',
    ])
      assert.equal(codeOf(text), 'shown-name-impersonates-office', text)
    const checked = checkShownName('吴书记', '吴敏')
    assert.ok(!checked.ok)
    assert.deepEqual(checked.violation, { code: 'shown-name-impersonates-office', word: '书记' })
  })

  it('who is really called so, or lives in a building called so, is not refused', () => {
    assert.equal(codeOf('马主任', '马主任'), undefined)
    assert.equal(codeOf('公安新村 吴女士', '吴敏', '公安新村'), undefined)
    assert.equal(codeOf('公安新村 吴女士', '吴敏', '92号楼'), 'shown-name-impersonates-office')
  })

  it('names one’s own building or none', () => {
    assert.equal(codeOf('42号楼 吴女士', '吴敏', '92号楼'), 'shown-name-other-building')
    assert.equal(codeOf('4２号楼 吴女士', '吴敏', '92号楼'), 'shown-name-other-building')
    assert.equal(codeOf('92号楼 吴女士', '吴敏', '92号楼'), undefined)
    assert.equal(codeOf('吴女士', '吴敏', '92号楼'), undefined)
    assert.equal(codeOf('192号楼 吴女士', '吴敏', '92号楼'), 'shown-name-other-building')
  })

  it('no text makes it throw, and what is taken is taken again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = checkShownName(text, '吴敏', '92号楼')
        if (once.ok) assert.deepEqual(checkShownName(once.value, '吴敏', '92号楼'), once)
      }),
    )
  })
})
