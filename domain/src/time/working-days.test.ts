import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type DateOn, dateOnIn, msPerDay } from '../time.ts'
import { checkDateOn } from './calendar-date.ts'
import { chinaCalendar, chinaHolidayNotices } from './china-holidays.ts'
import { addWorkingDays, endsSoon, isWorkingDay, withPlainWeekdays } from './working-days.ts'

const at = (shanghai: string) => new Date(`${shanghai}:00.000+08:00`)
const deadline = (from: string, days: number) => {
  const added = addWorkingDays(at(from), days, chinaCalendar)
  assert.ok(added.ok)
  return added.value
}
const isWorked = (on: string) => {
  const working = isWorkingDay(on as DateOn, chinaCalendar)
  assert.ok(working.ok)
  return working.value
}

describe('working days', () => {
  it('Monday to Friday are worked, weekends and holidays not, make-up days are', () => {
    assert.deepEqual(['2026-03-09', '2026-03-13', '2026-03-14', '2026-03-15'].map(isWorked), [true, true, false, false])
    assert.deepEqual(
      ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-23', '2026-02-24', '2026-02-28', '2026-03-01'].map(isWorked),
      [true, true, false, false, true, true, false],
    )
  })

  it('a request of Monday 15:00 is due on Tuesday 15:00; one of Friday on Monday', () => {
    assert.deepEqual(deadline('2026-03-09T15:00', 1), at('2026-03-10T15:00'))
    assert.deepEqual(deadline('2026-03-13T15:00', 1), at('2026-03-16T15:00'))
    assert.deepEqual(deadline('2026-03-09T15:00', 5), at('2026-03-16T15:00'))
    assert.deepEqual(deadline('2026-03-09T15:00', 0), at('2026-03-09T15:00'))
  })

  it('a request of the weekend starts with Monday, whose whole day is left', () => {
    assert.deepEqual(deadline('2026-03-14T15:00', 0), at('2026-03-16T00:00'))
    assert.deepEqual(deadline('2026-03-14T15:00', 1), at('2026-03-17T00:00'))
    assert.deepEqual(deadline('2026-03-13T23:59', 1), at('2026-03-16T23:59'))
    assert.deepEqual(deadline('2026-03-14T00:00', 1), at('2026-03-17T00:00'))
  })

  it('Spring Festival 2026 is jumped over and its two worked Saturdays are counted', () => {
    assert.deepEqual(deadline('2026-02-13T10:00', 1), at('2026-02-14T10:00'))
    assert.deepEqual(deadline('2026-02-14T10:00', 1), at('2026-02-24T10:00'))
    assert.deepEqual(deadline('2026-02-26T10:00', 2), at('2026-02-28T10:00'))
  })

  it('the day is the one of Shanghai, not of Greenwich', () => {
    assert.deepEqual(deadline('2026-03-16T00:30', 1), at('2026-03-17T00:30'))
    assert.deepEqual(deadline('2026-03-14T07:59', 1), at('2026-03-17T00:00'))
  })

  it('a day outside the announced calendar is refused, never guessed', () => {
    const unknown = { code: 'calendar-unknown', coversFrom: '2025-01-01', coversTo: '2026-12-31' }
    assert.deepEqual(isWorkingDay('2024-12-31' as DateOn, chinaCalendar), {
      ok: false,
      violation: { ...unknown, on: '2024-12-31' },
    })
    assert.ok(isWorkingDay('2025-01-01' as DateOn, chinaCalendar).ok)
    assert.ok(isWorkingDay('2026-12-31' as DateOn, chinaCalendar).ok)
    assert.deepEqual(deadline('2026-12-30T09:00', 1), at('2026-12-31T09:00'))
    assert.deepEqual(addWorkingDays(at('2026-12-31T09:00'), 1, chinaCalendar), {
      ok: false,
      violation: { ...unknown, on: '2027-01-01' },
    })
  })

  it('half a day or less than none is a mistake of the program', () => {
    for (const days of [-1, 0.5, Number.NaN])
      assert.throws(() => addWorkingDays(at('2026-03-09T15:00'), days, chinaCalendar), RangeError)
  })

  const instants = fc
    .integer({ min: 0, max: 650 * 1440 })
    .map((minutes) => new Date(at('2025-01-01T00:00').getTime() + minutes * 60_000))

  it('a deadline lies on a working day with exactly that many working days between', () => {
    fc.assert(
      fc.property(instants, fc.nat(15), (from, days) => {
        const due = addWorkingDays(from, days, chinaCalendar)
        const start = addWorkingDays(from, 0, chinaCalendar)
        assert.ok(due.ok && start.ok)
        let counted = 0
        for (let on = addDays(dateOnIn(start.value), 1); on <= dateOnIn(due.value); on = addDays(on, 1))
          if (isWorked(on)) counted += 1
        assert.equal(counted, days)
        assert.ok(isWorked(dateOnIn(due.value)))
      }),
    )
  })

  it('adding in two steps is adding at once, and a later request is never due earlier', () => {
    fc.assert(
      fc.property(instants, fc.nat(7), fc.nat(7), fc.nat(10 * msPerDay), (from, a, b, laterMs) => {
        const first = addWorkingDays(from, a, chinaCalendar)
        assert.ok(first.ok)
        assert.deepEqual(addWorkingDays(first.value, b, chinaCalendar), addWorkingDays(from, a + b, chinaCalendar))
        const later = addWorkingDays(new Date(from.getTime() + laterMs), a, chinaCalendar)
        assert.ok(later.ok && later.value.getTime() >= first.value.getTime())
      }),
    )
  })
})

describe('the national calendar', () => {
  it('has as many days off as the notices say, and 248 working days in each year', () => {
    const daysOff = (year: number) => [...chinaCalendar.holidays].filter((on) => on.startsWith(String(year))).length
    assert.deepEqual([daysOff(2025), daysOff(2026)], [1 + 8 + 3 + 5 + 3 + 8, 3 + 9 + 3 + 5 + 3 + 3 + 7])
    const worked = (year: number) => {
      let count = 0
      for (let on = `${year}-01-01` as DateOn; on.startsWith(String(year)); on = addDays(on, 1))
        if (isWorked(on)) count += 1
      return count
    }
    assert.deepEqual([worked(2025), worked(2026)], [248, 248])
  })

  it('every make-up day is a Saturday or Sunday of its year and no day off; every date exists', () => {
    for (const { year, daysOff, makeUpWorkdays } of chinaHolidayNotices) {
      for (const on of [...daysOff.flat(), ...makeUpWorkdays])
        assert.ok(checkDateOn(on).ok && on.startsWith(String(year)), on)
      for (const on of makeUpWorkdays) {
        assert.ok([0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()), on)
        assert.ok(!chinaCalendar.holidays.has(on as DateOn), on)
      }
    }
  })
})

describe('a calendar date', () => {
  it('exists and is written in one way only', () => {
    for (const text of ['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])
      assert.deepEqual(checkDateOn(text), { ok: true, value: text })
    for (const text of [
      '2025-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
      '2026-1-1',
      '20260101',
      '',
      '+2026-01-01',
      '2026-01-01T00:00',
    ])
      assert.deepEqual(checkDateOn(text), { ok: false, violation: { code: 'date-malformed' } }, text)
  })
})

describe('where the announced calendar ends', () => {
  it('without an end: what is announced holds, before and after it Monday to Friday are worked', () => {
    const plain = withPlainWeekdays(chinaCalendar)
    const worked = (on: string) => isWorkingDay(on as DateOn, plain)
    assert.deepEqual(worked('2026-10-10'), { ok: true, value: true }, 'a make-up Saturday')
    assert.deepEqual(worked('2026-10-01'), { ok: true, value: false }, 'a holiday')
    assert.deepEqual(worked('2027-01-04'), { ok: true, value: true }, 'a Monday nobody announced')
    assert.deepEqual(worked('2027-01-02'), { ok: true, value: false }, 'a Saturday nobody announced')
  })

  it('somebody is told thirty days ahead, not thirty-one, and ever after', () => {
    assert.equal(endsSoon(chinaCalendar, '2026-11-30' as DateOn), false)
    for (const on of ['2026-12-01', '2026-12-31', '2027-06-01'])
      assert.equal(endsSoon(chinaCalendar, on as DateOn), true)
  })
})
