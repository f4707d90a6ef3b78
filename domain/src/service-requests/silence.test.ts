import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Result } from '../result.ts'
import { addMs, type Instant, msPerDay } from '../time.ts'
import { defaultResponseRule } from './response-clock.ts'
import { confirm, lapse, lapsesAt, reopen, resolve, submit } from './service-request.ts'

const at = (shanghai: string) => new Date(`${shanghai}+08:00`)
const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const resolvedAt = (now: Instant) =>
  done(
    resolve(
      submit({ kind: 'matter', visibility: 'community' }, defaultResponseRule, addMs(now, -msPerDay)),
      { result: '路灯已换，今晚亮了', outcome: 'solved', onwardOwner: undefined },
      now,
    ),
  )

describe('孙主任 states a result, 吴女士 says nothing', () => {
  const stated = resolvedAt(at('2026-03-04T15:00:00.000'))
  const midnight = at('2026-03-12T00:00:00.000')

  it('a millisecond before the seven full days are over it still waits for her', () => {
    assert.deepEqual(lapse(stated, addMs(midnight, -1)), {
      ok: false,
      violation: { code: 'not-yet-lapsed', lapsesAt: midnight },
    })
  })

  it('at midnight after them it ends as unconfirmed, visibly, never as confirmed', () => {
    assert.deepEqual(done(lapse(stated, midnight)), { ...stated, state: 'unconfirmed', endedAt: midnight })
  })

  it('until the clock came by her word still counts, even a day late', () => {
    const late = addMs(midnight, msPerDay)
    assert.equal(done(confirm(stated, late)).state, 'confirmed')
    assert.equal(done(reopen(stated, { reason: '又不亮了' }, defaultResponseRule, late)).state, 'reopened')
  })

  it('what she says after the result starts the seven days anew; what she said before it does not', () => {
    const spoke = at('2026-03-06T10:00:00.000')
    assert.deepEqual(lapse(stated, midnight, spoke), {
      ok: false,
      violation: { code: 'not-yet-lapsed', lapsesAt: at('2026-03-14T00:00:00.000') },
    })
    assert.equal(done(lapse(stated, at('2026-03-14T00:00:00.000'), spoke)).state, 'unconfirmed')
    const before = at('2026-03-01T10:00:00.000')
    assert.equal(lapse(stated, addMs(midnight, -1), before).ok, false)
    assert.equal(done(lapse(stated, midnight, before)).state, 'unconfirmed')
  })

  it('a second result starts the seven days anew', () => {
    const again = done(reopen(stated, { reason: '又不亮了' }, defaultResponseRule, at('2026-03-11T20:00:00.000')))
    const fixed = { result: '镇流器换新', outcome: 'solved', onwardOwner: undefined } as const
    const second = done(resolve(again, fixed, at('2026-03-11T22:00:00.000')))
    assert.equal(lapse(second, midnight).ok, false)
    assert.equal(lapse(second, at('2026-03-19T00:00:00.000')).ok, true)
  })
})

describe('the end of silence', () => {
  const ends: readonly [string, string, string][] = [
    ['in the first millisecond of a day', '2026-03-04T00:00:00.000', '2026-03-12T00:00:00.000'],
    ['in its last', '2026-03-04T23:59:59.999', '2026-03-12T00:00:00.000'],
    ['a millisecond later', '2026-03-05T00:00:00.000', '2026-03-13T00:00:00.000'],
    ['before a leap day', '2028-02-24T12:00:00.000', '2028-03-03T00:00:00.000'],
    ['before the same days of a common year', '2027-02-24T12:00:00.000', '2027-03-04T00:00:00.000'],
    ['over New Year', '2026-12-28T12:00:00.000', '2027-01-05T00:00:00.000'],
  ]
  for (const [when, from, to] of ends)
    it(`a result ${when}, ${from}: ${to}`, () => {
      assert.deepEqual(lapsesAt(at(from)), at(to))
    })

  it('is the same wherever the machine stands and whatever summer time it keeps', () => {
    const machineZone = process.env.TZ
    try {
      for (const zone of ['America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'UTC']) {
        process.env.TZ = zone
        assert.equal(lapsesAt(at('2026-03-04T23:30:00.000')).toISOString(), '2026-03-11T16:00:00.000Z', zone)
        assert.equal(lapsesAt(at('2026-03-25T00:30:00.000')).toISOString(), '2026-04-01T16:00:00.000Z', zone)
        assert.equal(lapsesAt(at('2026-10-28T00:30:00.000')).toISOString(), '2026-11-04T16:00:00.000Z', zone)
      }
    } finally {
      if (machineZone === undefined) delete process.env.TZ
      else process.env.TZ = machineZone
    }
  })

  it('is never sooner than seven times 24 hours, never later than eight', () => {
    const anyInstant = fc.date({
      min: at('2020-01-01T00:00:00.000'),
      max: at('2100-01-01T00:00:00.000'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(anyInstant, (now) => {
        const silenceMs = lapsesAt(now).getTime() - now.getTime()
        assert.ok(silenceMs > 7 * msPerDay && silenceMs <= 8 * msPerDay)
        assert.equal(lapse(resolvedAt(now), addMs(now, silenceMs - 1)).ok, false)
        assert.equal(lapse(resolvedAt(now), addMs(now, silenceMs)).ok, true)
      }),
    )
  })
})
