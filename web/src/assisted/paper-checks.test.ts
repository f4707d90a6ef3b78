import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DateOn } from '@shequtong/domain/time'
import { ProblemError } from '../api/problem-error.ts'
import { emptyDraft } from '../registrations/form/draft.ts'
import { emptyCounterDraft } from './counter-draft.ts'
import { codesOfPaper, codesOfPaperRefusal } from './paper-checks.ts'

const setting = { communityKind: 'neighbourhood', todayOn: '2026-11-23' as DateOn } as const
const passport = { ...emptyDraft, documentKind: 'passport' as const, documentNumber: 'E1234567' }
const guardian = { membershipId: 'mother' } as typeof emptyCounterDraft.guardian

test('a paper about a child under 14 wants a guardian and no business, a grown-up’s neither', () => {
  const child = { ...passport, birthOn: '2018-03-04', memberKind: 'merchant' as const, dwellingId: 'd' }
  const codes = codesOfPaper(child, emptyCounterDraft, '', setting)
  assert.equal(codes.counter.guardian, 'needed')
  assert.equal(codes.claim.memberKind, 'member-kind-not-for-children')
  assert.equal(codesOfPaper(child, { ...emptyCounterDraft, guardian }, '', setting).counter.guardian, undefined)
  const grown = codesOfPaper({ ...child, birthOn: '1988-03-04' }, emptyCounterDraft, '', setting)
  assert.equal(grown.counter.guardian, undefined)
  assert.equal(grown.claim.memberKind, undefined)
})

test('a guardian who is refused is marked where the guardian is chosen, and nowhere else', () => {
  const refused = new ProblemError('rule-refused', 422, { code: 'guardian-not-fit' })
  assert.deepEqual(codesOfPaperRefusal(refused), { claim: {}, counter: { guardian: 'guardian-not-fit' } })
})
