import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addMs, msPerHour, msPerMinute } from '../time.ts'
import { acceptHandOver, handOver, isOpen, lapseHandOver, offerLapsesAt, returnHandOver } from './hand-over.ts'
import { startClock } from './response-clock.ts'
import * as rules from './service-request.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const reason = '水管归物业维修'
const submitted = rules.submit({ kind: 'complaint', visibility: 'community' }, { answerWithinHours: 24 }, now)
const offered = handOver(submitted, { toRole: 'propertyManager', reason }, now)
assert.ok(offered.ok)
const request = offered.value

const codeOf = (result: ReturnType<typeof handOver>) => (result.ok ? 'ok' : result.violation.code)
const after = (minutes: number) => addMs(now, minutes * msPerMinute)

describe('how long an offer stands', () => {
  const lastsMinutes = (hours: number) =>
    (offerLapsesAt(startClock({ answerWithinHours: hours }, now), now).getTime() - now.getTime()) / msPerMinute

  it('four hours, half of what is left where that is less, half an hour at least', () => {
    assert.deepEqual([24, 8, 6, 2, 1].map(lastsMinutes), [240, 240, 180, 60, 30])
  })

  it('four hours where no clock runs: answered, standing still, or overdue', () => {
    const clock = startClock({ answerWithinHours: 2 }, now)
    for (const still of [
      { ...clock, stoppedAt: now },
      { ...clock, pausedAt: now },
      { ...clock, deadlineAt: now },
    ])
      assert.equal(offerLapsesAt(still, now).getTime(), now.getTime() + 4 * msPerHour)
  })

  it('at the instant it lapses it is over', () => {
    assert.equal(isOpen(request.offer, addMs(after(240), -1)), true)
    assert.equal(isOpen(request.offer, after(240)), false)
    assert.equal(isOpen(undefined, now), false)
  })
})

describe('an offer is answered', () => {
  const accept = (role: 'propertyManager' | 'familyDoctor', minutes: number) =>
    acceptHandOver(request, { role }, after(minutes))

  it('until then the first receiver is responsible; accepted it is theirs, on the same clock', () => {
    assert.equal(request.responsibleRole, 'committeeDirector')
    const accepted = accept('propertyManager', 239)
    assert.ok(accepted.ok)
    assert.equal(accepted.value.responsibleRole, 'propertyManager')
    assert.equal(accepted.value.offer, undefined)
    assert.deepEqual(accepted.value.clock, submitted.clock)
  })

  it('by nobody else, not after it has lapsed, and not twice', () => {
    assert.equal(codeOf(accept('familyDoctor', 1)), 'no-offer-open')
    assert.equal(codeOf(accept('propertyManager', 240)), 'no-offer-open')
    assert.equal(codeOf(acceptHandOver(submitted, { role: 'propertyManager' }, now)), 'no-offer-open')
  })

  it('sent back with a reason; without one, or where none is open, it is refused', () => {
    const back = returnHandOver(request, { reason: '这根管子是自来水公司的' }, after(10))
    assert.ok(back.ok)
    assert.deepEqual([back.value.offer, back.value.responsibleRole], [undefined, 'committeeDirector'])
    assert.equal(codeOf(returnHandOver(request, { reason: '收到' }, after(10))), 'reason-not-stated')
    assert.equal(codeOf(returnHandOver(submitted, { reason: '这根管子是自来水公司的' }, now)), 'no-offer-open')
  })

  it('lapses by itself at its time, not a millisecond before', () => {
    assert.equal(codeOf(lapseHandOver(request, addMs(after(240), -1))), 'no-offer-lapsed')
    const lapsed = lapseHandOver(request, after(240))
    assert.ok(lapsed.ok)
    assert.equal(lapsed.value.offer, undefined)
  })

  it('one at a time; to whom it is already not at all; an answer leaves it open, a result ends it', () => {
    assert.equal(codeOf(handOver(request, { toRole: 'familyDoctor', reason }, after(1))), 'offer-open')
    assert.equal(codeOf(handOver(request, { toRole: 'familyDoctor', reason }, after(240))), 'ok')
    assert.equal(codeOf(handOver(submitted, { toRole: 'committeeDirector', reason }, now)), 'already-theirs')
    const answered = rules.answer(request, { text: '物业明天上午九点来修水管' }, after(5))
    assert.ok(answered.ok)
    assert.deepEqual(answered.value.request.offer, request.offer)
    const result = { result: '水管已修好，楼道已擦干', outcome: 'solved', onwardOwner: undefined } as const
    const resolved = rules.resolve(request, result, after(5))
    const withdrawn = rules.withdraw(request, after(5))
    assert.ok(resolved.ok && withdrawn.ok)
    assert.deepEqual([resolved.value.offer, withdrawn.value.offer], [undefined, undefined])
  })
})
