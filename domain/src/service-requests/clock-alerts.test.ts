import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import fc from 'fast-check'
import { addMs, type Instant, msPerDay, msPerHour } from '../time.ts'
import { alertAt, alertDue, nextAlert } from './clock-alerts.ts'
import {
  defaultResponseRule,
  isBreached,
  pauseClock,
  type ResponseClock,
  resumeClock,
  startClock,
  stopClock,
} from './response-clock.ts'

const asked = new Date('2026-03-02T21:40:00+08:00')
const hours = (count: number) => addMs(asked, count * msPerHour)
const running = startClock(defaultResponseRule, asked)
const told = (clock: ResponseClock, alerted: ResponseClock['alerted']) => ({ ...clock, alerted })

describe('a clock of 24 hours', () => {
  it('says half after 12 hours, most of it after 19 hours 12 minutes, and a breach just after its deadline', () => {
    assert.equal(alertDue(running, addMs(hours(12), -1)), undefined)
    assert.deepEqual(alertDue(running, hours(12)), { alert: 'half', at: hours(12) })
    assert.equal(alertDue(told(running, 'half'), addMs(hours(19.2), -1)), undefined)
    assert.deepEqual(alertDue(told(running, 'half'), hours(19.2)), { alert: 'mostly', at: hours(19.2) })
    assert.equal(alertDue(told(running, 'mostly'), hours(24)), undefined)
    assert.deepEqual(alertDue(told(running, 'mostly'), addMs(hours(24), 1)), {
      alert: 'breached',
      at: addMs(hours(24), 1),
    })
    assert.equal(alertDue(told(running, 'breached'), hours(999)), undefined)
  })

  it('whoever looks late says the latest only, as of when it was due', () => {
    assert.equal(alertDue(running, hours(20))?.alert, 'mostly')
    assert.deepEqual(alertDue(running, hours(90)), { alert: 'breached', at: addMs(hours(24), 1) })
  })

  it('says nothing while it stands still, and the pause counts for nothing', () => {
    const paused = pauseClock(running, hours(6))
    assert.equal(nextAlert(paused), undefined)
    assert.equal(alertDue(paused, hours(1000)), undefined)
    const resumed = resumeClock(paused, hours(56))
    assert.deepEqual(nextAlert(resumed), { alert: 'half', at: hours(62) })
    assert.deepEqual(alertAt(resumed, 'mostly'), hours(69.2))
    assert.deepEqual(alertAt(resumed, 'breached'), addMs(hours(74), 1))
  })

  it('answered in time it says nothing more; answered late before anybody noticed, that it was late', () => {
    assert.equal(nextAlert(stopClock(running, hours(13))), undefined)
    assert.equal(nextAlert(stopClock(running, hours(24))), undefined)
    const late = stopClock(running, hours(25))
    assert.deepEqual(alertDue(late, hours(25)), { alert: 'breached', at: addMs(hours(24), 1) })
    assert.equal(nextAlert(told(late, 'breached')), undefined)
  })
})

test('however it is paused and looked at, each is said at most once, in order, and a breach exactly when there is one', () => {
  const steps = fc.array(
    fc.record({ afterMs: fc.nat(msPerDay), pause: fc.boolean(), resume: fc.boolean(), stop: fc.nat(20) }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 240 }), steps, (answerWithinHours, taken) => {
      let clock = startClock({ answerWithinHours }, asked)
      let now: Instant = asked
      const said: string[] = []
      const look = () => {
        const due = alertDue(clock, now)
        if (due === undefined) return
        assert.ok(due.at <= now)
        said.push(due.alert)
        clock = told(clock, due.alert)
      }
      for (const { afterMs, pause, resume, stop } of taken) {
        now = addMs(now, afterMs)
        look()
        if (pause) clock = pauseClock(clock, now)
        if (resume) clock = resumeClock(clock, now)
        if (stop === 0) clock = stopClock(clock, now)
      }
      clock = resumeClock(clock, now)
      look()
      assert.deepEqual(said, [...new Set(said)])
      assert.deepEqual(
        said,
        ['half', 'mostly', 'breached'].filter((one) => said.includes(one)),
      )
      assert.equal(said.includes('breached'), isBreached(clock, now))
    }),
  )
})
