import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type DateOn } from '../time.ts'
import { ageOn, guardianBelowAgeYears, voteFromAgeYears } from './age.ts'

const at = (birthOn: string, on: string) => ageOn(birthOn as DateOn, on as DateOn)

describe('age in completed years', () => {
  it('on the 14th birthday a child is still under 14, the day after no longer', () => {
    assert.ok(at('2012-03-10', '2026-03-10') < guardianBelowAgeYears)
    assert.ok(at('2012-03-10', '2026-03-11') >= guardianBelowAgeYears)
  })

  it('on the 18th birthday there is no vote yet, the day after there is', () => {
    assert.ok(at('2008-12-31', '2026-12-31') < voteFromAgeYears)
    assert.equal(at('2008-12-31', '2027-01-01'), voteFromAgeYears)
  })

  it('who was born on 29 February is a year older on 1 March, in leap years and in others', () => {
    assert.deepEqual(
      ['2025-02-28', '2025-03-01'].map((on) => at('2012-02-29', on)),
      [12, 13],
    )
    assert.deepEqual(
      ['2024-02-29', '2024-03-01'].map((on) => at('2012-02-29', on)),
      [11, 12],
    )
  })

  it('on the day of birth, and before it, the age is 0', () => {
    assert.deepEqual([at('2026-03-10', '2026-03-10'), at('2026-03-10', '2020-01-01')], [0, 0])
  })

  it('a person gets older by at most one year a day and never younger', () => {
    const days = fc.integer({ min: 0, max: 40_000 })
    fc.assert(
      fc.property(days, days, (born, lived) => {
        const birthOn = addDays('1930-01-01' as DateOn, born)
        const on = addDays(birthOn, lived)
        const step = ageOn(birthOn, addDays(on, 1)) - ageOn(birthOn, on)
        assert.ok(step === 0 || step === 1)
        assert.ok(Math.abs(ageOn(birthOn, on) - lived / 365.2425) < 1.01)
      }),
    )
  })
})
