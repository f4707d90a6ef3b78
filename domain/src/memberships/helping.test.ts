import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkConfirming, checkGuardian, checkHelping } from './helping.ts'

const codeOf = (result: { ok: boolean; violation?: { code: string } }) => (result.ok ? 'ok' : result.violation?.code)
const mother = { state: 'active', ageYears: 38, sameDwelling: true } as const

describe('a child joins', () => {
  it('of 13 only through a guardian; of 14 by itself and not in another hand', () => {
    assert.equal(codeOf(checkGuardian({ ageYears: 13, guardian: null })), 'guardian-needed')
    assert.equal(codeOf(checkGuardian({ ageYears: 13, guardian: mother })), 'ok')
    assert.equal(codeOf(checkGuardian({ ageYears: 14, guardian: null })), 'ok')
    assert.equal(codeOf(checkGuardian({ ageYears: 14, guardian: mother })), 'guardian-not-needed')
  })

  it('through somebody of full age, active, of the same dwelling, whose age is known', () => {
    const through = (more: object) => codeOf(checkGuardian({ ageYears: 8, guardian: { ...mother, ...more } }))
    assert.equal(through({ ageYears: 18 }), 'ok')
    for (const unfit of [{ ageYears: 17 }, { ageYears: null }, { sameDwelling: false }, { state: 'suspended' }])
      assert.equal(through(unfit), 'guardian-not-fit', JSON.stringify(unfit))
  })
})

describe('speaking for a neighbour', () => {
  const daughter = { helper: 'family', asker: 'active', sameDwelling: true, hasConsent: true } as const

  it('the committee may at its counter; family with consent, from the same dwelling', () => {
    assert.equal(
      codeOf(checkHelping({ ...daughter, helper: 'committee', sameDwelling: false, hasConsent: false })),
      'ok',
    )
    assert.equal(codeOf(checkHelping(daughter)), 'ok')
    assert.equal(codeOf(checkHelping({ ...daughter, hasConsent: false })), 'consent-needed')
    assert.equal(codeOf(checkHelping({ ...daughter, sameDwelling: false })), 'not-same-dwelling')
  })

  it('nobody speaks for who is suspended or gone', () => {
    for (const asker of ['suspended', 'ended'] as const)
      for (const helper of ['committee', 'family'] as const)
        assert.equal(codeOf(checkHelping({ ...daughter, helper, asker })), 'asker-not-active')
  })

  it('confirms on their word what was filed for them, never the own result', () => {
    const word = { filedOnBehalf: true, helperStatedResult: false }
    assert.equal(codeOf(checkConfirming(word)), 'ok')
    assert.equal(codeOf(checkConfirming({ ...word, helperStatedResult: true })), 'own-result')
    assert.equal(codeOf(checkConfirming({ ...word, filedOnBehalf: false })), 'not-filed-on-behalf')
  })
})
