import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, addMs, type DateOn, dateOnIn, isBefore, msPerDay, msPerHour, msPerMinute, startOf } from './time.ts'

const on = (date: string) => date as DateOn
const anyInstant = fc.date({
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2199-12-31T00:00:00Z'),
  noInvalidDate: true,
})

describe('the day in Shanghai', () => {
  it('吴女士 writes a millisecond before midnight: it is still Monday; at midnight it is Tuesday', () => {
    assert.equal(dateOnIn(new Date('2026-03-02T23:59:59.999+08:00')), '2026-03-02')
    assert.equal(dateOnIn(new Date('2026-03-03T00:00:00.000+08:00')), '2026-03-03')
  })

  it('she writes at 02:00 in the morning: in UTC it is still yesterday, in Shanghai it is today', () => {
    assert.equal(dateOnIn(new Date('2026-03-02T18:00:00.000Z')), '2026-03-03')
  })

  it('a day begins at 16:00 UTC of the day before', () => {
    assert.equal(startOf(on('2026-03-03')).toISOString(), '2026-03-02T16:00:00.000Z')
    assert.equal(startOf(on('2026-01-01')).toISOString(), '2025-12-31T16:00:00.000Z')
  })

  it('every instant lies in its own day: not before it starts, and before the next one starts', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const today = dateOnIn(instant)
        assert.ok(!isBefore(instant, startOf(today)))
        assert.ok(isBefore(instant, startOf(addDays(today, 1))))
      }),
    )
  })

  it('every day has 24 hours: no summer time, whatever the machine believes', () => {
    const machineZone = process.env.TZ
    try {
      for (const zone of ['America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'UTC']) {
        process.env.TZ = zone
        for (let day = on('2026-01-01'); day < '2027-01-01'; day = addDays(day, 1)) {
          assert.equal(startOf(addDays(day, 1)).getTime() - startOf(day).getTime(), msPerDay, `${zone} ${day}`)
          assert.equal(dateOnIn(startOf(day)), day, `${zone} ${day}`)
        }
      }
    } finally {
      if (machineZone === undefined) delete process.env.TZ
      else process.env.TZ = machineZone
    }
  })
})

describe('counting days', () => {
  const counted: readonly [string, number, string][] = [
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2028-02-29', 365, '2029-02-28'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-02', 0, '2026-03-02'],
  ]
  for (const [from, days, to] of counted)
    it(`${days} days from ${from} is ${to}`, () => {
      assert.equal(addDays(on(from), days), to)
    })

  it('any number of days there and back is the same day', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -40_000, max: 40_000 }), (instant, days) => {
        const day = dateOnIn(instant)
        assert.equal(addDays(addDays(day, days), -days), day)
      }),
    )
  })
})

describe('instants', () => {
  const noon = new Date('2026-03-02T12:00:00+08:00')

  it('an instant is not before itself, and before the next millisecond', () => {
    assert.equal(isBefore(noon, new Date(noon.getTime())), false)
    assert.equal(isBefore(noon, addMs(noon, 1)), true)
    assert.equal(isBefore(addMs(noon, 1), noon), false)
  })

  it('adding leaves the instant that was given as it was', () => {
    assert.equal(addMs(noon, -msPerHour).toISOString(), '2026-03-02T03:00:00.000Z')
    assert.equal(noon.toISOString(), '2026-03-02T04:00:00.000Z')
  })

  it('a day is 24 hours of 60 minutes', () => {
    assert.equal(msPerDay, 24 * msPerHour)
    assert.equal(msPerHour, 60 * msPerMinute)
    assert.equal(msPerMinute, 60 * 1000)
  })
})
