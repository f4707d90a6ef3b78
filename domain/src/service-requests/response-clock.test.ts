import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import fc from 'fast-check'
import { addMs, msPerDay, msPerHour } from '../time.ts'
import {
  confirmWithinDays,
  defaultResponseRule,
  isBreached,
  pauseClock,
  type ResponseClock,
  resumeClock,
  startClock,
  stopClock,
  timeLeftMs,
} from './response-clock.ts'

const at = (shanghai: string) => new Date(`${shanghai}+08:00`)
const asked = at('2026-03-02T21:40:00.000')
const deadline = at('2026-03-03T21:40:00.000')
const running = startClock(defaultResponseRule, asked)

describe('吴女士 asks on Monday at 21:40', () => {
  it('an answer is due on Tuesday at 21:40, night or not', () => {
    assert.deepEqual(running, {
      startedAt: asked,
      deadlineAt: deadline,
      pausedAt: undefined,
      stoppedAt: undefined,
      pausedMs: 0,
      alerted: undefined,
    })
  })

  it('on Friday night too: the 24 hours know no weekend', () => {
    const friday = startClock(defaultResponseRule, at('2026-03-06T21:40:00.000'))
    assert.deepEqual(friday.deadlineAt, at('2026-03-07T21:40:00.000'))
  })

  it('a row of another rule is kept to the hour', () => {
    assert.deepEqual(startClock({ answerWithinHours: 2 }, asked).deadlineAt, at('2026-03-02T23:40:00.000'))
  })

  it('the time left counts down to nothing and below', () => {
    assert.equal(timeLeftMs(running, asked), 24 * msPerHour)
    assert.equal(timeLeftMs(running, at('2026-03-03T20:40:00.000')), msPerHour)
    assert.equal(timeLeftMs(running, deadline), 0)
    assert.equal(timeLeftMs(running, addMs(deadline, 1)), -1)
  })

  it('unanswered at the very deadline is in time, a millisecond later it is a breach', () => {
    assert.equal(isBreached(running, addMs(deadline, -1)), false)
    assert.equal(isBreached(running, deadline), false)
    assert.equal(isBreached(running, addMs(deadline, 1)), true)
  })
})

describe('郭书记 answers', () => {
  const nextYear = at('2027-03-02T00:00:00.000')

  it('at the very deadline: in time for ever; a millisecond later: a breach for ever', () => {
    assert.equal(isBreached(stopClock(running, deadline), nextYear), false)
    assert.equal(isBreached(stopClock(running, addMs(deadline, 1)), nextYear), true)
    assert.equal(isBreached(stopClock(running, addMs(deadline, 1)), deadline), true)
  })

  it('the clock stands, and no time is left to show', () => {
    const stopped = stopClock(running, at('2026-03-02T22:00:00.000'))
    assert.deepEqual(stopped, { ...running, stoppedAt: at('2026-03-02T22:00:00.000') })
    assert.equal(timeLeftMs(stopped, nextYear), undefined)
  })

  it('and 孙主任 answers after her: the first stop stands, nor can it be paused or resumed any more', () => {
    const stopped = stopClock(running, at('2026-03-02T22:00:00.000'))
    assert.deepEqual(stopClock(stopped, nextYear), stopped)
    assert.deepEqual(pauseClock(stopped, nextYear), stopped)
    assert.deepEqual(resumeClock(stopped, nextYear), stopped)
  })
})

describe('the clock is paused while 吴女士 looks for the photo', () => {
  const paused = pauseClock(running, at('2026-03-03T19:40:00.000'))

  it('the two hours that were left stay two hours, for weeks', () => {
    for (const now of [at('2026-03-03T19:40:00.000'), deadline, addMs(deadline, 21 * msPerDay)]) {
      assert.equal(timeLeftMs(paused, now), 2 * msPerHour)
      assert.equal(isBreached(paused, now), false)
    }
  })

  it('a second pause changes nothing: the first one counts', () => {
    assert.deepEqual(pauseClock(paused, at('2026-03-04T00:00:00.000')), paused)
  })

  it('when it goes on, the deadline has moved by exactly the pause', () => {
    const resumed = resumeClock(paused, at('2026-03-05T08:00:00.001'))
    const pauseMs = 36 * msPerHour + 20 * 60_000 + 1
    assert.deepEqual(resumed, { ...running, deadlineAt: addMs(deadline, pauseMs), pausedMs: pauseMs })
    assert.equal(timeLeftMs(resumed, at('2026-03-05T08:00:00.001')), 2 * msPerHour)
  })

  it('an answer ends pause and clock in one: what was left is what the answer left', () => {
    const now = at('2026-03-05T19:40:00.000')
    assert.deepEqual(stopClock(paused, now), {
      startedAt: asked,
      deadlineAt: addMs(now, 2 * msPerHour),
      pausedAt: undefined,
      stoppedAt: now,
      pausedMs: 48 * msPerHour,
      alerted: undefined,
    })
  })

  it('a running clock has nothing to resume', () => {
    assert.deepEqual(resumeClock(running, deadline), running)
  })

  it('a machine whose time stepped back takes nothing away: the deadline never comes nearer', () => {
    assert.deepEqual(resumeClock(paused, at('2026-03-03T19:39:59.000')).deadlineAt, deadline)
  })

  it('a pause never heals a breach', () => {
    const late = pauseClock(running, addMs(deadline, 1))
    assert.equal(isBreached(late, addMs(deadline, msPerDay)), true)
    assert.equal(isBreached(resumeClock(late, addMs(deadline, msPerDay)), addMs(deadline, msPerDay)), true)
    assert.equal(isBreached(stopClock(late, addMs(deadline, msPerDay)), addMs(deadline, 2 * msPerDay)), true)
  })
})

describe('any number of pauses', () => {
  const pauses = fc.array(fc.tuple(fc.nat(3 * msPerDay), fc.nat(30 * msPerDay)), { maxLength: 12 })

  it('the deadline has moved by the sum of all pauses, no more and no less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 * 15 }), pauses, (answerWithinHours, spans) => {
        let now = asked
        let clock: ResponseClock = startClock({ answerWithinHours }, asked)
        for (const [runMs, pauseMs] of spans) {
          now = addMs(now, runMs)
          const leftBefore = timeLeftMs(clock, now)
          clock = pauseClock(clock, now)
          now = addMs(now, pauseMs)
          assert.equal(timeLeftMs(clock, now), leftBefore)
          clock = resumeClock(clock, now)
          assert.equal(timeLeftMs(clock, now), leftBefore)
        }
        const pausedMs = spans.reduce((sum, [, pauseMs]) => sum + pauseMs, 0)
        assert.deepEqual(clock.deadlineAt, addMs(asked, answerWithinHours * msPerHour + pausedMs))
      }),
    )
  })
})

it('the numbers that the article and the house promise', () => {
  assert.equal(defaultResponseRule.answerWithinHours, 24)
  assert.equal(confirmWithinDays, 7)
})

test('one working day from the Friday before a Saturday that is worked in exchange ends on that Saturday', () => {
  // 2026-02-14 is a make-up workday of the Spring Festival, 2026-02-15 begins the holiday
  const friday = new Date('2026-02-13T10:00:00+08:00')
  assert.deepEqual(startClock({ answerWithinWorkingDays: 1 }, friday).deadlineAt, new Date('2026-02-14T10:00:00+08:00'))
  const saturday = new Date('2026-02-14T10:00:00+08:00')
  assert.deepEqual(
    startClock({ answerWithinWorkingDays: 1 }, saturday).deadlineAt,
    new Date('2026-02-24T10:00:00+08:00'),
    'the whole holiday lies between',
  )
})

test('beyond the calendar a rule in working days counts Monday to Friday', () => {
  const friday = new Date('2031-03-07T10:00:00+08:00')
  assert.deepEqual(startClock({ answerWithinWorkingDays: 3 }, friday).deadlineAt, new Date('2031-03-12T10:00:00+08:00'))
})
