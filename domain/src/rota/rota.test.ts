import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { DateOn } from '../time.ts'
import { addDays, addMs, dateOnIn, msPerHour } from '../time.ts'
import { type Absence, type Duty, gapsIn, nameFor, onDuty, standIn, weekOf } from './rota.ts'
import { dayKindOf, isNeeded, isOffHours, type Shift, shiftAt, spanOf } from './shifts.ts'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const on = (date: string) => date as DateOn

describe('a shift', () => {
  it('changes at eight in the morning and eight in the evening, and the small hours belong to the night before', () => {
    assert.deepEqual(shiftAt(at('2026-11-24T07:59')), { on: '2026-11-23', part: 'night' })
    assert.deepEqual(shiftAt(at('2026-11-24T08:00')), { on: '2026-11-24', part: 'day' })
    assert.deepEqual(shiftAt(at('2026-11-24T19:59')), { on: '2026-11-24', part: 'day' })
    assert.deepEqual(shiftAt(at('2026-11-24T20:00')), { on: '2026-11-24', part: 'night' })
  })

  it('every instant falls into exactly the one whose span holds it', () => {
    fc.assert(
      fc.property(fc.date({ min: at('2025-01-01T00:00'), max: at('2030-01-01T00:00'), noInvalidDate: true }), (now) => {
        const { startsAt, endsAt } = spanOf(shiftAt(now))
        assert.ok(startsAt <= now && now < endsAt)
        assert.equal(endsAt.getTime() - startsAt.getTime(), 12 * msPerHour)
        assert.deepEqual(shiftAt(startsAt), shiftAt(addMs(endsAt, -1)))
      }),
    )
  })

  it('needs somebody every night, and by day at weekends and holidays, but not on a Sunday that is worked', () => {
    assert.equal(dayKindOf(on('2026-10-05')), 'holiday')
    assert.equal(dayKindOf(on('2026-10-10')), 'workday', 'a Saturday that makes up for the holidays')
    assert.equal(dayKindOf(on('2026-11-28')), 'weekend')
    assert.equal(isNeeded({ on: on('2026-10-05'), part: 'day' }), true)
    assert.equal(isNeeded({ on: on('2026-10-10'), part: 'day' }), false)
    assert.equal(isNeeded({ on: on('2026-10-10'), part: 'night' }), true)
    assert.equal(isNeeded({ on: on('2026-11-28'), part: 'day' }), true)
    assert.equal(isOffHours(at('2026-11-24T15:00')), false)
    assert.equal(isOffHours(at('2026-11-24T22:00')), true)
    assert.equal(dayKindOf(on('2035-07-02')), 'workday', 'no notice reaches so far: a Monday')
  })
})

const now = at('2026-11-23T16:00')
const duty = (more: Partial<Duty> = {}): Duty => ({
  on: on('2026-11-23'),
  part: 'night',
  holder: 'sun',
  backup: 'guo',
  ...more,
})
const everybody = () => true
const away = (absent: string, deputy: string, firstOn = '2026-11-23', lastOn = '2026-11-25'): Absence => ({
  absent,
  deputy,
  firstOn: on(firstOn),
  lastOn: on(lastOn),
})

describe('who stands there', () => {
  it('is the one who is named; in place of somebody away the deputy; then the backup; else nobody', () => {
    assert.equal(onDuty(undefined, [], everybody), undefined)
    assert.deepEqual(onDuty(duty(), [], everybody), { roleGrantId: 'sun', inPlaceOf: undefined })
    assert.deepEqual(onDuty(duty(), [away('sun', 'shen')], everybody), { roleGrantId: 'shen', inPlaceOf: 'sun' })
    assert.deepEqual(onDuty(duty(), [away('sun', 'shen')], (id) => id !== 'shen')?.roleGrantId, 'guo')
    assert.deepEqual(onDuty(duty(), [], (id) => id !== 'sun')?.roleGrantId, 'guo')
    assert.equal(
      onDuty(duty(), [], () => false),
      undefined,
    )
  })

  it('is the deputy on the first and the last day of an absence, and on no other', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26']
    assert.deepEqual(
      days.map((day) => onDuty(duty({ on: on(day) }), [away('sun', 'shen')], everybody)?.roleGrantId),
      ['sun', 'shen', 'shen', 'sun'],
    )
  })

  it('two who stand in for each other while both are away cover nothing', () => {
    const both = [away('sun', 'shen'), away('shen', 'sun')]
    assert.equal(onDuty(duty({ backup: undefined }), both, everybody), undefined)
  })
})

describe('a gap', () => {
  const week = on('2026-11-23')
  it('is a needed shift that nobody covers: seven nights and the two days of the weekend', () => {
    const gaps = gapsIn(week, 7, () => false, at('2026-11-23T07:00'))
    assert.equal(gaps.length, 9)
    assert.equal(gapsIn(week, 7, () => true, now).length, 0)
    const covered = ({ on: date, part }: Shift) => !(date === '2026-11-28' && part === 'night')
    assert.deepEqual(gapsIn(week, 7, covered, now), [{ on: '2026-11-28', part: 'night' }])
  })

  it('what is over is none any more', () => {
    assert.deepEqual(
      gapsIn(week, 7, () => false, at('2026-11-29T21:00')),
      [{ on: '2026-11-29', part: 'night' }],
    )
  })
})

describe('setting it', () => {
  it('names for the shift that runs and for those to come, up to a year, with somebody else behind', () => {
    assert.ok(nameFor(duty(), at('2026-11-24T07:59')).ok)
    assert.deepEqual(nameFor(duty(), at('2026-11-24T08:00')), { ok: false, violation: { code: 'shift-over' } })
    assert.ok(nameFor(duty({ on: addDays(dateOnIn(now), 366) }), now).ok)
    assert.equal(nameFor(duty({ on: addDays(dateOnIn(now), 367) }), now).ok, false)
    assert.deepEqual(nameFor(duty({ backup: 'sun' }), now), { ok: false, violation: { code: 'backup-is-holder' } })
  })

  it('a deputy is somebody else, for days that are not over and not the wrong way round', () => {
    const why = (absence: Absence) => {
      const result = standIn(absence, now)
      return result.ok ? undefined : result.violation.code
    }
    assert.equal(why(away('sun', 'shen')), undefined)
    assert.equal(why(away('sun', 'sun')), 'deputy-is-absent')
    assert.equal(why(away('sun', 'shen', '2026-11-25', '2026-11-24')), 'absence-reversed')
    assert.equal(why(away('sun', 'shen', '2026-11-20', '2026-11-22')), 'absence-over')
    assert.equal(why(away('sun', 'shen', '2026-11-25', '2028-11-25')), 'shift-too-far')
  })

  it('a week begins on Monday', () => {
    for (const day of ['2026-11-23', '2026-11-26', '2026-11-29']) assert.equal(weekOf(on(day)), '2026-11-23')
    assert.equal(weekOf(on('2026-11-30')), '2026-11-30')
  })
})
