import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mayDo } from './member-rights.ts'
import { isOwnRegistration } from './registration.ts'

describe('a registration is one’s own', () => {
  it('as the applicant, and as the guardian of the applicant; never otherwise', () => {
    const child = { personId: 'child', guardianPersonId: 'mother' }
    assert.equal(isOwnRegistration(child, 'child'), true)
    assert.equal(isOwnRegistration(child, 'mother'), true)
    assert.equal(isOwnRegistration(child, 'sun'), false)
    assert.equal(isOwnRegistration({ personId: 'wu', guardianPersonId: null }, 'wu'), true)
    assert.equal(isOwnRegistration({ personId: 'wu', guardianPersonId: null }, 'sun'), false)
  })
})

it('what has no lowest age is open from the day of birth on, through the guardian', () => {
  assert.deepEqual(mayDo('resident', 'family', 'submitServiceRequest', 0), {
    ok: true,
    value: { throughGuardian: true },
  })
})
