import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  compareWithRoll,
  comparisonFields,
  comparisonVerdicts,
  type RegistrationClaim,
  type RollRow,
} from './roll-comparison.ts'

const room = { dwellingId: 'd-301', label: '92号楼 301室' }
const claim: RegistrationClaim = {
  nameShown: '吴敏',
  idNumberMask: '310113********2047',
  phoneMask: '138****6612',
  dwelling: room,
  tenure: 'propertyOwner',
}
const onRoll: RollRow = { ...claim, nameSame: true, idNumberSame: true, phoneSame: true }
const verdicts = (a: RegistrationClaim, b: RollRow | undefined) => compareWithRoll(a, b).rows.map((row) => row.verdict)

describe('孙主任 compares a claim with the roll', () => {
  it('all the same: exact, side by side in the order of the fields', () => {
    const compared = compareWithRoll(claim, onRoll)
    assert.equal(compared.exact, true)
    assert.deepEqual(
      compared.rows.map((row) => row.field),
      comparisonFields,
    )
    assert.deepEqual(compared.rows[1], {
      field: 'idNumber',
      claimed: '310113********2047',
      onRoll: '310113********2047',
      verdict: 'same',
    })
  })

  it('one field that differs, whichever, is marked and no longer exact', () => {
    const changes: readonly Partial<RollRow>[] = [
      { nameSame: false },
      { idNumberSame: false },
      { phoneSame: false },
      { dwelling: { dwellingId: 'd-302', label: '92号楼 302室' } },
      { tenure: 'tenant' },
    ]
    changes.forEach((change, index) => {
      const compared = compareWithRoll(claim, { ...onRoll, ...change })
      const expected = comparisonFields.map((_, at) => (at === index ? 'different' : 'same'))
      assert.deepEqual(
        compared.rows.map((row) => row.verdict),
        expected,
      )
      assert.equal(compared.exact, false)
    })
  })

  it('equal masks prove nothing: without the vault’s word it is different', () => {
    const { idNumberSame: _, ...silent } = onRoll
    assert.equal(verdicts(claim, silent)[1], 'different')
  })

  it('the same room under another label is the same room, another room under the same label is not', () => {
    assert.equal(verdicts(claim, { ...onRoll, dwelling: { ...room, label: '92-301' } })[3], 'same')
    assert.equal(verdicts(claim, { ...onRoll, dwelling: { ...room, dwellingId: 'd-999' } })[3], 'different')
  })

  it('what the roll does not know, or the applicant does not state, is said so', () => {
    assert.deepEqual(verdicts(claim, undefined), Array(5).fill('not-on-roll'))
    assert.equal(verdicts(claim, { ...onRoll, phoneMask: null })[2], 'not-on-roll')
    assert.equal(verdicts({ ...claim, tenure: null }, onRoll)[4], 'not-claimed')
    assert.equal(verdicts({ ...claim, tenure: null }, undefined)[4], 'not-claimed')
  })

  it('exact needs a roll row with name, dwelling and one of ID number or phone', () => {
    const exact = (change: Partial<RollRow>) => compareWithRoll(claim, { ...onRoll, ...change }).exact
    assert.equal(compareWithRoll(claim, undefined).exact, false)
    assert.equal(exact({ phoneMask: null, tenure: null }), true)
    assert.equal(exact({ idNumberMask: null }), true)
    assert.equal(exact({ idNumberMask: null, phoneMask: null }), false)
    assert.equal(exact({ nameShown: null }), false)
    assert.equal(exact({ dwelling: null }), false)
  })

  it('exact never has a difference in it, and turning any fact to no never makes it exact', () => {
    const maybe = <T>(value: T) => fc.constantFrom(value, null)
    const rolls = fc.record({
      nameShown: maybe('吴敏'),
      idNumberMask: maybe('3101**2047'),
      phoneMask: maybe('138****6612'),
      dwelling: maybe(room),
      tenure: fc.constantFrom('propertyOwner' as const, 'tenant' as const, null),
      nameSame: fc.boolean(),
      idNumberSame: fc.boolean(),
      phoneSame: fc.boolean(),
    })
    fc.assert(
      fc.property(rolls, fc.constantFrom('nameSame', 'idNumberSame', 'phoneSame'), (roll, fact) => {
        const { rows, exact } = compareWithRoll(claim, roll)
        if (exact) assert.ok(rows.every((row) => row.verdict !== 'different'))
        else assert.equal(compareWithRoll(claim, { ...roll, [fact]: false }).exact, false)
        assert.ok(rows.every((row) => comparisonVerdicts.includes(row.verdict)))
      }),
    )
  })
})
