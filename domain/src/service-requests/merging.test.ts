import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Result } from '../result.ts'
import { addMs, type DateOn, type Instant, msPerHour } from '../time.ts'
import { answerCarried, merge, resultCarried, split, type Target, without } from './merging.ts'
import { defaultWaitingRule } from './response-rules.ts'
import * as rules from './service-request.ts'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const within24 = { answerWithinHours: 24 } as const
const asked = (now: Instant, visibility: 'community' | 'private' = 'community') =>
  rules.submit({ kind: 'complaint', visibility }, within24, now)
const alone = (request: rules.ServiceRequest): Target => ({ request, pulledForwardMs: 0 })

const monday = at('2026-03-02T08:00')
const noon = at('2026-03-02T12:00')
const evening = at('2026-03-02T20:00')
const shens = asked(monday)
const zhangs = asked(noon)

describe('沈女士 and 张女士 say the same of the small gate', () => {
  it('hers of Monday morning goes into the later one: that one is now due when hers was, and both were heard', () => {
    const { duplicate, target } = done(merge(shens, alone(zhangs), [], evening))
    assert.equal(duplicate.state, 'merged')
    assert.deepEqual([duplicate.readAt, target.request.readAt], [evening, evening])
    assert.deepEqual(duplicate.clock, shens.clock)
    assert.deepEqual(target.request.clock.deadlineAt, shens.clock.deadlineAt)
    assert.equal(target.pulledForwardMs, 4 * msPerHour)
  })

  it('the later one goes into hers: nothing is sooner than it was', () => {
    const { target } = done(merge(zhangs, alone(shens), [], evening))
    assert.deepEqual(target.request.clock, shens.clock)
    assert.equal(target.pulledForwardMs, 0)
  })

  it('split again, each has the time it had', () => {
    const { duplicate, target } = done(merge(shens, alone(zhangs), [], evening))
    assert.deepEqual(done(split(duplicate)), { ...shens, state: 'read', readAt: evening })
    const left = without(target, [], evening)
    assert.deepEqual(left.request.clock, zhangs.clock)
    assert.equal(left.pulledForwardMs, 0)
  })

  it('the answer to the one stops the clock of the other, which stays answered when it is split off', () => {
    const { duplicate } = done(merge(shens, alone(zhangs), [], evening))
    const answered = answerCarried(duplicate, addMs(evening, msPerHour))
    assert.equal(answered.state, 'merged')
    assert.deepEqual(answered.clock.stoppedAt, addMs(evening, msPerHour))
    assert.equal(done(split(answered)).state, 'answered')
    assert.deepEqual(answerCarried(answered, addMs(evening, 9 * msPerHour)), answered, 'the first answer counts')
  })

  it('the result of the one is the result of the other, and 沈女士 has the last word on hers', () => {
    const { duplicate } = done(merge(shens, alone(zhangs), [], evening))
    const resolved = resultCarried(duplicate, { outcome: 'solved', onwardOwner: undefined }, addMs(evening, msPerHour))
    assert.equal(resolved.state, 'resolved')
    const reopened = done(
      rules.reopen(resolved, { reason: '小门还是九点就锁。' }, within24, addMs(evening, 2 * msPerHour)),
    )
    assert.equal(reopened.state, 'reopened')
    assert.equal(done(rules.confirm(resolved, evening)).state, 'confirmed')
  })

  it('what was asked back goes on: the one who waits for an answer does not hold up the others', () => {
    const waiting = done(rules.askBack(shens, { text: '请问是几点锁的门？' }, defaultWaitingRule, noon))
    const { duplicate } = done(merge(waiting, alone(zhangs), [], evening))
    assert.equal(duplicate.suspension, undefined)
    assert.deepEqual(duplicate.clock.deadlineAt, addMs(shens.clock.deadlineAt, 8 * msPerHour))
  })

  it('a second round that is merged comes back as a second round', () => {
    const solved = { result: '小门改到十一点锁，试了三天。', outcome: 'solved', onwardOwner: undefined } as const
    const again = done(
      rules.reopen(done(rules.resolve(shens, solved, noon)), { reason: '今天又是九点锁的。' }, within24, evening),
    )
    const { duplicate } = done(merge(again, alone(zhangs), [], evening))
    assert.equal(done(split(duplicate)).state, 'reopened')
  })
})

describe('what is not merged', () => {
  it('a private one, on either side: its words would be read by others', () => {
    const secret = asked(monday, 'private')
    assert.deepEqual(merge(secret, alone(zhangs), [], evening), { ok: false, violation: { code: 'merge-private' } })
    assert.deepEqual(merge(zhangs, alone(secret), [], evening), { ok: false, violation: { code: 'merge-private' } })
  })

  it('what has a result, was taken back, or is part of another one already', () => {
    const withdrawn = done(rules.withdraw(shens, noon))
    const { duplicate: merged } = done(merge(shens, alone(zhangs), [], evening))
    for (const [request, other] of [
      [withdrawn, zhangs],
      [zhangs, withdrawn],
      [merged, asked(noon)],
      [asked(noon), merged],
    ] as const) {
      const refused = merge(request, alone(other), [], evening)
      assert.ok(!refused.ok && refused.violation.code === 'transition-refused', JSON.stringify(refused))
    }
    assert.ok(!split(zhangs).ok)
  })
})

describe('the clock of one that stands for many', () => {
  it('runs as the most urgent of them, and is its own again once all are split off, in whatever order', () => {
    const anyHours = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(anyHours, fc.array(anyHours, { minLength: 1, maxLength: 6 }), fc.nat(), (own, others, seed) => {
        let target = alone(asked(addMs(monday, own * msPerHour)))
        const before = target.request.clock
        const inside: rules.ServiceRequest[] = []
        for (const hours of others) {
          const result = done(merge(asked(addMs(monday, hours * msPerHour)), target, inside, evening))
          target = result.target
          inside.push(result.duplicate)
          const soonest = Math.min(own, ...others.slice(0, inside.length)) + 24
          assert.deepEqual(target.request.clock.deadlineAt, addMs(monday, soonest * msPerHour))
        }
        while (inside.length > 0) {
          inside.splice(seed % inside.length, 1)
          target = without(target, inside, evening)
        }
        assert.deepEqual(target.request.clock, before)
        assert.equal(target.pulledForwardMs, 0)
      }),
    )
  })

  it('moves with a pause of its own: what it was pulled forward by is given back afterwards', () => {
    const { target } = done(merge(shens, alone(zhangs), [], noon))
    const until = { reason: '门禁的配件周五到货', untilOn: '2026-03-06' as DateOn }
    const suspended = done(rules.suspend(target.request, until, defaultWaitingRule, noon))
    const resumed = done(rules.resume(suspended, addMs(noon, 10 * msPerHour)))
    const left = without({ request: resumed, pulledForwardMs: target.pulledForwardMs }, [], evening)
    assert.deepEqual(left.request.clock.deadlineAt, addMs(zhangs.clock.deadlineAt, 10 * msPerHour))
  })

  it('what it said in the hurry of another one, it says again in its own time', () => {
    const { target } = done(merge(shens, alone(zhangs), [], noon))
    const tuesday = addMs(shens.clock.deadlineAt, msPerHour)
    const late = done(rules.alert(target.request, tuesday))
    assert.equal(late.alert, 'breached')
    const left = without({ ...target, request: late.request }, [], tuesday)
    assert.equal(left.request.clock.alerted, 'mostly', 'of its own 24 hours 21 are gone')
    assert.equal(done(rules.alert(left.request, addMs(zhangs.clock.deadlineAt, msPerHour))).alert, 'breached')
  })

  it('does not hide one that waits behind an answer it never got; answered itself, it may join', () => {
    const words = { text: '门禁今晚改到十一点，保安已经说好。' }
    const answered = done(rules.answer(zhangs, words, noon)).request
    assert.deepEqual(merge(shens, alone(answered), [], evening), { ok: false, violation: { code: 'merge-unanswered' } })
    const { target } = done(merge(done(rules.answer(shens, words, noon)).request, alone(answered), [], evening))
    assert.deepEqual(target.request.clock, answered.clock)
  })
})
