import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCharacterOf } from '@shequtong/domain/identity/citizen-id-number'
import type { DateOn } from '@shequtong/domain/time'
import { codesOf, consentsAsked, doubtfulPart } from './checks.ts'
import { emptyDraft } from './draft.ts'

const setting = { communityKind: 'neighbourhood' as const, todayOn: '2026-11-23' as DateOn }
const first17 = '31011319900612902'
const right = first17 + checkCharacterOf(first17)
const wrong = first17 + (right.endsWith('1') ? '2' : '1')

test('a number with one wrong digit is marked in its last four, wherever she put spaces', () => {
  const typed = `${wrong.slice(0, 6)} ${wrong.slice(6, 14)} ${wrong.slice(14)}`
  const [mark] = doubtfulPart(typed, setting.todayOn)
  assert.equal(typed.slice(mark?.start, mark?.end), wrong.slice(14))
  assert.deepEqual(doubtfulPart(right, setting.todayOn), [])
})

test('an empty first screen says what is missing; a right one lets her on', () => {
  assert.deepEqual(codesOf('who', emptyDraft, setting), { trueName: 'name-needed', documentNumber: 'number-needed' })
  assert.deepEqual(codesOf('who', { ...emptyDraft, trueName: '吴晓芸', documentNumber: right }, setting), {})
})

test('a passport does not tell the birthday, so it is asked for', () => {
  const passport = {
    ...emptyDraft,
    trueName: 'Mary Smith',
    documentKind: 'passport' as const,
    documentNumber: 'E1234567',
  }
  assert.deepEqual(codesOf('who', passport, setting), { birthOn: 'birth-date-needed' })
  assert.deepEqual(codesOf('who', { ...passport, birthOn: '2026-11-24' }, setting), { birthOn: 'birth-date-in-future' })
})

test('a resident needs a door and a relation to it, an employee neither', () => {
  const resident = { ...emptyDraft, memberKind: 'resident' as const, dwellingId: 'd' }
  assert.deepEqual(codesOf('kind', resident, setting), { tenure: 'tenure-needed' })
  const employee = { ...emptyDraft, livesHere: false, memberKind: 'employee' as const }
  assert.deepEqual(codesOf('kind', employee, setting), {})
  assert.deepEqual(codesOf('where', employee, setting), {})
  assert.deepEqual(codesOf('kind', { ...employee, memberKind: 'villager' }, setting), {
    memberKind: 'member-kind-not-here',
  })
})

test('the Party badge has its own consent only for who declares it; one needed consent refused stops the form', () => {
  assert.ok(!consentsAsked(emptyDraft).includes('partyBadge'))
  assert.ok(consentsAsked({ ...emptyDraft, party: true }).includes('partyBadge'))
  const agreed = {
    service: 'agreed',
    sensitiveIdentity: 'agreed',
    rollComparison: 'agreed',
    smsNotice: 'refused',
  } as const
  assert.deepEqual(codesOf('consents', { ...emptyDraft, consents: agreed }, setting), {})
  assert.deepEqual(codesOf('consents', { ...emptyDraft, consents: { ...agreed, service: 'refused' } }, setting), {
    consents: 'consent-needed',
  })
})

test('under 14 only in the hand of a guardian, from 14 on only in one’s own; the counter is not asked', () => {
  const passport = { ...emptyDraft, trueName: '王小桃', documentKind: 'passport', documentNumber: 'E12345678' } as const
  const child = { ...passport, birthOn: '2016-05-01' }
  const grown = { ...passport, birthOn: '1988-05-01' }
  assert.deepEqual(codesOf('who', child, { ...setting, whose: 'own' }), { birthOn: 'guardian-needed' })
  assert.deepEqual(codesOf('who', child, { ...setting, whose: 'child' }), {})
  assert.deepEqual(codesOf('who', grown, { ...setting, whose: 'child' }), { birthOn: 'guardian-not-needed' })
  assert.deepEqual(codesOf('who', grown, { ...setting, whose: 'own' }), {})
  assert.deepEqual(codesOf('who', child, setting), {})
})
