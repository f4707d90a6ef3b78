import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DateOn } from '../time.ts'
import { checkCharacterOf, checkCitizenIdNumber } from './citizen-id-number.ts'

/** ISO 7064:1983 MOD 11-2 in its recursive form (clause 7.1), which knows no table of weights. */
const byRecursion = (first17: string): string => {
  let product = 0
  for (const digit of first17) product = ((product + Number(digit)) * 2) % 11
  const check = (12 - product) % 11
  return check === 10 ? 'X' : String(check)
}

it('whatever the seventeen digits, the check character is that of the standard’s other form', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{17}$/), (first17) => {
      assert.equal(checkCharacterOf(first17), byRecursion(first17))
    }),
  )
  for (let place = 0; place < 17; place += 1) {
    const one = `${'0'.repeat(place)}1${'0'.repeat(16 - place)}`
    assert.equal(checkCharacterOf(one), byRecursion(one), `place ${place + 1}`)
  }
})

it('a letter in the sixth place is one of the region, in the seventh of the birth date, in the fifteenth of the last four', () => {
  const partAt = (place: number) => {
    const number = '310113198806120020'
    const checked = checkCitizenIdNumber(`${number.slice(0, place - 1)}A${number.slice(place)}`, '2026-03-01' as DateOn)
    return checked.ok ? undefined : checked.violation.part
  }
  assert.deepEqual([1, 6, 7, 14, 15, 18].map(partAt), ['region', 'region', 'birth', 'birth', 'last-four', 'last-four'])
})

const today = '2026-03-10' as DateOn
const numberFor = (region: string, birth: string, sequence: string): string => {
  const first17 = region + birth + sequence
  return first17 + checkCharacterOf(first17)
}
const violationOf = (text: string, on: DateOn = today) => {
  const checked = checkCitizenIdNumber(text, on)
  assert.ok(!checked.ok, `${text} was taken`)
  return checked.violation
}

const regions = fc.constantFrom('110101', '310113', '440106', '650102', '810000', '931156')
const births = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2026-03-10T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const sequences = fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0'))
const validNumbers = fc.tuple(regions, births, sequences).map((parts) => numberFor(...parts))

describe('the ID number of a citizen', () => {
  it('the example of the standard itself is read', () => {
    const checked = checkCitizenIdNumber('11010519491231002X', today)
    assert.deepEqual(checked, {
      ok: true,
      value: { number: '11010519491231002X', regionCode: '110105', birthOn: '1949-12-31', sex: 'female' },
    })
  })

  it('金阿姨 types with spaces, a small x and full-width digits: it is the same number', () => {
    for (const text of [' 110105 19491231 002x ', '１１０１０５１９４９１２３１００２Ｘ', '110105　1949 1231 002ｘ']) {
      const checked = checkCitizenIdNumber(text, today)
      assert.equal(checked.ok && checked.value.number, '11010519491231002X')
    }
  })

  it('one character too few or too many is malformed, without a part to point at', () => {
    for (const text of ['', '11010519491231002', '11010519491231002X1', '110105491231002'])
      assert.deepEqual(violationOf(text), { code: 'id-number-malformed' })
  })

  it('a character that cannot stand there is malformed, and the part is named', () => {
    assert.deepEqual(violationOf('1101X519491231002X'), { code: 'id-number-malformed', part: 'region' })
    assert.deepEqual(violationOf('110105194912310O2X'), { code: 'id-number-malformed', part: 'last-four' })
    assert.deepEqual(violationOf('11010519491-31002X'), { code: 'id-number-malformed', part: 'birth' })
    assert.deepEqual(violationOf('11010519491231002Y'), { code: 'id-number-malformed', part: 'last-four' })
    assert.deepEqual(violationOf('11010519491231X02X'), { code: 'id-number-malformed', part: 'last-four' })
  })

  it('a province that does not exist is malformed in the region', () => {
    assert.deepEqual(violationOf(numberFor('160105', '19491231', '002')), {
      code: 'id-number-malformed',
      part: 'region',
    })
    assert.deepEqual(violationOf(numberFor('916000', '19491231', '002')), {
      code: 'id-number-malformed',
      part: 'region',
    })
    assert.ok(checkCitizenIdNumber(numberFor('930000', '19491231', '002'), today).ok === false)
    assert.ok(checkCitizenIdNumber(numberFor('931000', '19491231', '002'), today).ok)
  })

  it('a birth date that no calendar has is refused, its neighbours are not', () => {
    const wrong = { code: 'id-number-birth-date', part: 'birth' }
    for (const birth of ['20230229', '19000229', '20230431', '20231301', '20230001', '20230100', '18751231'])
      assert.deepEqual(violationOf(numberFor('310113', birth, '204')), wrong)
    for (const birth of ['20240229', '20000229', '20230430', '20231201', '20230131', '18760101'])
      assert.ok(checkCitizenIdNumber(numberFor('310113', birth, '204'), today).ok, birth)
  })

  it('a child born today is a person; one born tomorrow is not yet', () => {
    assert.ok(checkCitizenIdNumber(numberFor('310113', '20260310', '204'), today).ok)
    const inFuture = { code: 'id-number-birth-in-future', part: 'birth' }
    assert.deepEqual(violationOf(numberFor('310113', '20260311', '204')), inFuture)
  })

  it('every valid number is read back with its region, birth date and sex', () => {
    fc.assert(
      fc.property(validNumbers, (number) => {
        const checked = checkCitizenIdNumber(number, today)
        assert.ok(checked.ok)
        assert.equal(checked.value.number, number)
        assert.equal(number.slice(0, 14), checked.value.regionCode + checked.value.birthOn.replaceAll('-', ''))
        assert.equal(checked.value.sex === 'male', '13579'.includes(number.charAt(16)))
      }),
    )
  })

  it('one mistyped digit, or two neighbours changed over, is always noticed', () => {
    fc.assert(
      fc.property(validNumbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, index, plus) => {
        const digit = (Number(number[index]) + plus) % 10
        assert.equal(checkCitizenIdNumber(number.slice(0, index) + digit + number.slice(index + 1), today).ok, false)
      }),
    )
    fc.assert(
      fc.property(validNumbers, fc.nat(15), (number, index) => {
        const [a, b] = [number.charAt(index), number.charAt(index + 1)]
        fc.pre(a !== b)
        assert.equal(checkCitizenIdNumber(number.slice(0, index) + b + a + number.slice(index + 2), today).ok, false)
      }),
    )
  })

  it('a wrong last character is a checksum, and no text at all makes it throw', () => {
    assert.deepEqual(violationOf('110105194912310021'), { code: 'id-number-checksum', part: 'last-four' })
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void checkCitizenIdNumber(text, today)))
  })
})
