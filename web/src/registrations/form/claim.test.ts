import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConnectionError, ProblemError } from '../../api/problem-error.ts'
import { claimOf, codesOfRefusal } from './claim.ts'
import { emptyDraft } from './draft.ts'

test('who works here hands in no door, and a consent refused is not handed in', () => {
  const claim = claimOf({
    ...emptyDraft,
    livesHere: false,
    dwellingId: 'left over',
    consents: { service: 'agreed', smsNotice: 'refused', partyBadge: 'agreed' },
  })
  assert.equal(claim.dwellingId, null)
  assert.deepEqual(claim.consents, ['service'])
})

test('a refusal of the server leads back to its question', () => {
  const field = { pointer: '/shownName', code: 'shown-name-impersonates-office', detail: '' }
  assert.deepEqual(codesOfRefusal(new ProblemError('invalid-input', 422, { errors: [field] })), { name: field.code })
  assert.deepEqual(codesOfRefusal(new ProblemError('rule-refused', 422, { code: 'guardian-needed' })), {
    documentNumber: 'guardian-needed',
  })
  assert.deepEqual(codesOfRefusal(new ProblemError('already-exists', 409, { code: 'already-member' })), {})
  assert.deepEqual(codesOfRefusal(new ConnectionError()), {})
})
