import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Result } from '../result.ts'
import { addDays, addMs, type DateOn, dateOnIn, msPerDay } from '../time.ts'
import { defaultResponseRule } from './response-clock.ts'
import { defaultWaitingRule } from './response-rules.ts'
import { answer, askBack, endSuspension, remind, resume, submit, suspend } from './service-request.ts'
import { lastDayOf, suspendedUntil } from './suspension.ts'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const whyNot = (result: Result<unknown>): object | undefined => (result.ok ? undefined : result.violation)

const monday = at('2026-03-02T21:40')
const tuesday = at('2026-03-03T08:00')
const wus = submit({ kind: 'help', visibility: 'community' }, defaultResponseRule, monday)
const friday = '2026-03-06' as DateOn
const reason = '配件周五到货'
const suspended = done(suspend(wus, { reason, untilOn: friday }, defaultWaitingRule, tuesday))
const midnight = at('2026-03-07T00:00')

describe('孙主任 suspends until Friday', () => {
  it('Friday is the last day: not a millisecond before its end does the clock go on', () => {
    assert.deepEqual(suspended.suspension?.until, midnight)
    assert.equal(lastDayOf(midnight), friday)
    assert.deepEqual(whyNot(endSuspension(suspended, addMs(midnight, -1))), { code: 'suspension-not-over' })
    const ended = done(endSuspension(suspended, midnight))
    assert.equal(ended.suspension, undefined)
    assert.deepEqual(ended.clock, done(resume(suspended, midnight)).clock)
  })

  it('a sweep that comes an hour late costs 吴女士 nothing: the clock goes on from midnight', () => {
    assert.deepEqual(done(endSuspension(suspended, at('2026-03-07T01:00'))), done(endSuspension(suspended, midnight)))
  })

  it('the responsible are reminded a day before, once', () => {
    const due = at('2026-03-06T00:00')
    assert.deepEqual(whyNot(remind(suspended, addMs(due, -1))), { code: 'reminder-not-due' })
    const reminded = done(remind(suspended, due))
    assert.equal(reminded.suspension?.remindAt, undefined)
    assert.deepEqual(reminded.suspension?.until, midnight)
    assert.deepEqual(whyNot(remind(reminded, midnight)), { code: 'reminder-not-due' })
  })

  it('today is the earliest last day, and too short to be reminded of; thirty days ahead the latest', () => {
    const last = (untilOn: string) => suspendedUntil(untilOn as DateOn, defaultWaitingRule, tuesday)
    assert.deepEqual(whyNot(last('2026-03-02')), { code: 'suspension-over' })
    assert.equal(done(last('2026-03-03')).remindAt, undefined)
    assert.deepEqual(done(last('2026-04-02')).until, at('2026-04-03T00:00'))
    assert.deepEqual(whyNot(last('2026-04-03')), { code: 'suspension-too-long', latestOn: '2026-04-02' })
  })

  it('a district may bound it otherwise', () => {
    const rule = { ...defaultWaitingRule, suspendAtMostDays: 2 }
    assert.equal(suspend(wus, { reason, untilOn: '2026-03-05' as DateOn }, rule, tuesday).ok, true)
    const longer = suspend(wus, { reason, untilOn: friday }, rule, tuesday)
    assert.deepEqual(whyNot(longer), { code: 'suspension-too-long', latestOn: '2026-03-05' })
  })

  it('after an answer there is nothing left to end', () => {
    const { request } = done(answer(suspended, { text: '师傅提前到了，今天下午两点来装' }, at('2026-03-05T09:00')))
    assert.deepEqual(whyNot(endSuspension(request, midnight)), { code: 'suspension-not-over' })
    assert.deepEqual(whyNot(remind(request, midnight)), { code: 'reminder-not-due' })
  })

  it('whatever the day and the hour, it lasts at least a moment and at most its bound, and the last day is the one said', () => {
    const instant = fc.date({ min: at('2020-01-01T00:00'), max: at('2100-01-01T00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 30 }), (now, days) => {
        const untilOn = addDays(dateOnIn(now), days)
        const { until, remindAt } = done(suspendedUntil(untilOn, defaultWaitingRule, now))
        assert.ok(until !== undefined && until > now && until.getTime() - now.getTime() <= 31 * msPerDay)
        assert.equal(lastDayOf(until), untilOn)
        assert.ok(remindAt === undefined || (remindAt > now && remindAt < until))
      }),
    )
  })
})

describe('孙主任 asks back and hears nothing', () => {
  const asked = done(askBack(wus, { text: '请问是几楼的水管？' }, defaultWaitingRule, tuesday))

  it('after three days 吴女士 is reminded, once; it goes on waiting for her', () => {
    const due = addMs(tuesday, 3 * msPerDay)
    assert.deepEqual(whyNot(remind(asked, addMs(due, -1))), { code: 'reminder-not-due' })
    const reminded = done(remind(asked, due))
    assert.equal(reminded.suspension?.kind, 'askedBack')
    assert.deepEqual(reminded.clock, asked.clock)
    assert.deepEqual(whyNot(remind(reminded, addMs(due, 30 * msPerDay))), { code: 'reminder-not-due' })
  })

  it('it never ends by itself', () => {
    assert.deepEqual(whyNot(endSuspension(asked, at('2027-03-03T08:00'))), { code: 'suspension-not-over' })
  })
})
