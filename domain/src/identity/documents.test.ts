import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { maskIdNumber, maskName, maskPhone } from './masks.ts'
import { checkMobileNumber } from './phone.ts'
import { splitName } from './surnames.ts'
import { checkTravelDocument } from './travel-document.ts'

describe('mobile numbers', () => {
  it('吴女士 may type or paste it as she likes: it becomes E.164', () => {
    for (const text of [
      '13817236612',
      '138 1723 6612',
      '+86 138-1723-6612',
      '8613817236612',
      '008613817236612',
      '（+86）１３８１７２３６６１２',
      '\u202A13817236612\u202C',
    ])
      assert.deepEqual(checkMobileNumber(text), { ok: true, value: '+8613817236612' })
  })

  it('ten or twelve digits, a second digit below 3, a landline and another country are refused', () => {
    const wrong = [
      '',
      '1381723661',
      '138172366123',
      '12817236612',
      '10017236612',
      '021-56781234',
      '+85291234567',
      '23817236612',
      '1381723661a',
    ]
    for (const text of wrong)
      assert.deepEqual(checkMobileNumber(text), { ok: false, violation: { code: 'mobile-number-malformed' } })
    for (const second of '3456789') assert.ok(checkMobileNumber(`1${second}817236612`).ok)
  })

  it('what was accepted once is accepted again unchanged', () => {
    const numbers = fc.stringMatching(/^1[3-9][0-9]{9}$/)
    fc.assert(
      fc.property(numbers, (digits) => {
        const once = checkMobileNumber(digits)
        assert.ok(once.ok)
        assert.deepEqual(checkMobileNumber(once.value), once)
      }),
    )
  })
})

describe('travel documents', () => {
  it('permits of Hong Kong, Macao and Taiwan are taken in their shapes only', () => {
    for (const text of ['H12345678', 'm1234567801', '12345678', 'Ｈ12345678', 'H 1234 5678'])
      assert.ok(checkTravelDocument('travelPermit', text).ok, text)
    for (const text of ['H1234567', 'H123456789', 'A12345678', '1234567', '123456789', ''])
      assert.deepEqual(checkTravelDocument('travelPermit', text), {
        ok: false,
        violation: { code: 'travel-document-malformed', kind: 'travelPermit' },
      })
  })

  it('passports have five to nine letters and digits and are kept in capitals', () => {
    const checked = checkTravelDocument('passport', 'ea-1234567')
    assert.deepEqual(checked, { ok: true, value: { kind: 'passport', number: 'EA1234567' } })
    for (const text of ['A1234', '123456789', 'AB1234567']) assert.ok(checkTravelDocument('passport', text).ok, text)
    for (const text of ['A123', 'AB12345678', 'ABCDEFG', '护照12345', ''])
      assert.ok(!checkTravelDocument('passport', text).ok, text)
  })
})

describe('masks', () => {
  it('an ID number keeps region and last four, a phone three and four, a name its surname', () => {
    assert.equal(maskIdNumber('310113195802142047'), '310113********2047')
    assert.equal(maskPhone('+8613817236612'), '138****6612')
    assert.equal(maskPhone('13817236612'), '138****6612')
    assert.deepEqual(['李明华', '王芳', '欧阳娜', '欧阳', '李'].map(maskName), ['李××', '王×', '欧阳×', '欧×', '×'])
    assert.deepEqual(['阿依古丽·买买提', 'John Smith', 'Li', ''].map(maskName), ['阿××', 'J××', 'L××', ''])
    assert.deepEqual(['H12345678', 'A12345', 'A1234', ''].map(maskIdNumber), ['H******78', 'A***45', '*****', ''])
    assert.equal(maskPhone('021-56781234'), '************')
  })

  it('whatever goes in, an ID mask keeps the length and hides eight places of 18 and at least half of anything else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,20}$/), (number) => {
        const masked = maskIdNumber(number)
        const stars = masked.length - masked.replaceAll('*', '').length
        assert.equal(masked.length, number.length)
        assert.ok(number.length === 18 ? stars === 8 : stars * 2 >= number.length)
      }),
    )
  })

  it('a surname of two characters is known as one, a short name is not cut to nothing', () => {
    assert.deepEqual(splitName('欧阳修'), { surname: '欧阳', givenName: '修' })
    assert.deepEqual(splitName(' 吴敏 '), { surname: '吴', givenName: '敏' })
    assert.deepEqual(splitName('司马'), { surname: '司', givenName: '马' })
    assert.equal(splitName('吴'), undefined)
    assert.equal(splitName('吴Mary'), undefined)
  })
})
