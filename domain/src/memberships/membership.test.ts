import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addMs, type DateOn, msPerDay } from '../time.ts'
import {
  actsOn,
  end,
  leave,
  lift,
  type Membership,
  mayStateLastDay,
  planEnd,
  remindOfEnd,
  resume,
  stateLastDay,
  stay,
  suspend,
  suspendWithinDays,
  suspensionDaysLeft,
} from './membership.ts'

const now = new Date('2026-11-23T12:00:00.000Z')
const active: Membership = {
  state: 'active',
  leavesAt: null,
  leaveCause: null,
  remindAt: null,
  suspendedUntil: null,
  reason: null,
  endedAt: null,
  silenced: null,
}
const ended: Membership = { ...active, state: 'ended', endedAt: now }
const free = { rolesHeld: [], now }
const sun = { isOwn: false, reason: '租期到了', lastDayOn: '2026-11-30' as DateOn, now }
const value = (result: { ok: boolean; value?: Membership }): Membership => {
  assert.ok(result.ok && result.value)
  return result.value
}
const codeOf = (result: { ok: boolean; violation?: { code: string } }) => result.violation?.code

describe('a neighbour leaves', () => {
  it('is refused while a role is held, and names it', () => {
    assert.deepEqual(leave(active, { rolesHeld: ['buildingLead'], now }), {
      ok: false,
      violation: { code: 'role-held', roles: ['buildingLead'] },
    })
  })

  it('ends seven times 24 hours later: not a millisecond earlier', () => {
    const leaving = value(leave(active, free))
    const at = addMs(now, 7 * msPerDay)
    assert.deepEqual(leaving.leavesAt, at)
    assert.equal(codeOf(end(leaving, addMs(at, -1))), 'not-due')
    const over = end(leaving, at)
    assert.ok(over.ok)
    assert.equal(over.value.membership.state, 'ended')
    assert.deepEqual(over.value.eraseAt, at, 'the days of regret are over: erased at once')
  })

  it('thinks better of it and is as before', () => {
    assert.deepEqual(stay(value(leave(active, free))), { ok: true, value: active })
    assert.equal(codeOf(stay(active)), 'not-leaving')
  })

  it('leaves once, and not again when it is over', () => {
    assert.equal(codeOf(leave(value(leave(active, free)), free)), 'already-leaving')
    assert.equal(codeOf(leave(ended, free)), 'membership-ended')
  })
})

describe('the committee', () => {
  it('suspends with a reason and never its own membership', () => {
    assert.equal(value(suspend(active, sun)).reason, '租期到了')
    assert.equal(codeOf(suspend(active, { ...sun, reason: ' ' })), 'reason-needed')
    assert.equal(codeOf(suspend(active, { ...sun, isOwn: true })), 'own-membership')
    assert.equal(codeOf(suspend(value(suspend(active, sun)), sun)), 'already-suspended')
  })

  it('suspends up to a last day within a year, and midnight in Shanghai lifts it', () => {
    const suspended = value(suspend(active, sun))
    const at = new Date('2026-11-30T16:00:00.000Z')
    assert.deepEqual(suspended.suspendedUntil, at)
    assert.equal(codeOf(lift(suspended, addMs(at, -1))), 'not-due')
    const silenced = { days: 8, lastOn: '2026-11-30' }
    assert.deepEqual(lift(suspended, at), { ok: true, value: { ...active, silenced } })
    assert.equal(codeOf(lift(active, at)), 'not-due')
  })

  const suspendOn = (one: Membership, today: string, lastDayOn: string) =>
    suspend(one, { ...sun, lastDayOn: lastDayOn as DateOn, now: new Date(`${today}T12:00:00+08:00`) })
  const liftedOn = (one: Membership, today: string) => value(lift(one, new Date(`${today}T00:00:00+08:00`)))

  it('suspends for ninety days at most, today and the last day included', () => {
    assert.equal(codeOf(suspendOn(active, '2026-11-23', '2026-11-22')), 'last-day-passed')
    assert.equal(suspendOn(active, '2026-11-23', '2026-11-23').ok, true)
    assert.equal(suspendOn(active, '2026-11-23', '2027-02-20').ok, true)
    assert.deepEqual(suspendOn(active, '2026-11-23', '2027-02-21'), {
      ok: false,
      violation: { code: 'suspended-long-enough', daysLeft: 90 },
    })
  })

  it('strings no suspensions together: they count as one until half a year has gone by without any', () => {
    const sixty = liftedOn(value(suspendOn(active, '2026-01-01', '2026-03-01')), '2026-03-02')
    assert.equal(suspensionDaysLeft(sixty, '2026-03-02' as DateOn), 30)
    assert.equal(codeOf(suspendOn(sixty, '2026-03-02', '2026-04-01')), 'suspended-long-enough')
    const ninety = liftedOn(value(suspendOn(sixty, '2026-03-02', '2026-03-31')), '2026-04-01')
    assert.deepEqual(suspendOn(ninety, '2026-04-01', '2026-04-01'), {
      ok: false,
      violation: { code: 'suspended-long-enough', daysLeft: 0 },
    })
    // 183 days after 2026-03-31 is 2026-09-30
    assert.equal(codeOf(suspendOn(ninety, '2026-09-30', '2026-09-30')), 'suspended-long-enough')
    assert.equal(suspensionDaysLeft(value(suspendOn(ninety, '2026-10-01', '2026-10-01')), '2026-10-02' as DateOn), 89)
  })

  it('gives back the days of a suspension that it takes back; the present day counts', () => {
    const suspended = value(suspendOn(active, '2026-01-01', '2026-03-31'))
    const free = value(resume(suspended, { isOwn: false, now: new Date('2026-01-10T12:00:00+08:00') }))
    assert.deepEqual(free.silenced, { days: 10, lastOn: '2026-01-10' })
    assert.equal(suspensionDaysLeft(free, '2026-01-11' as DateOn), 80)
  })

  it('is offered what the state allows, nothing about itself and no phone of somebody above it', () => {
    const by = { isOwn: false, outranked: false, today: '2026-11-23' as DateOn }
    assert.deepEqual(actsOn(active, by), ['suspend', 'end', 'movePhone'])
    assert.deepEqual(actsOn(value(suspend(active, sun)), by), ['resume', 'end', 'movePhone'])
    assert.deepEqual(actsOn(value(plan('2026-11-30')), by), ['suspend', 'resume', 'end', 'movePhone'])
    assert.deepEqual(actsOn(active, { ...by, outranked: true }), ['suspend', 'end'])
    assert.deepEqual(actsOn(active, { ...by, isOwn: true }), [])
    assert.deepEqual(actsOn({ ...active, silenced: { days: 90, lastOn: '2026-11-01' as DateOn } }, by), [
      'end',
      'movePhone',
    ])
    assert.deepEqual(actsOn(ended, by), [])
  })

  it('a stated end keeps its reason when a suspension is lifted before it', () => {
    const both = value(planEnd(value(suspend(active, sun)), { ...sun, cause: 'movedAway' }))
    assert.equal(value(lift(both, addMs(now, 30 * msPerDay))).reason, '租期到了')
  })

  it('lets go on what it suspended or planned to end, and nothing else', () => {
    const silenced = { days: 1, lastOn: '2026-11-23' }
    assert.deepEqual(resume(value(suspend(active, sun)), sun), { ok: true, value: { ...active, silenced } })
    assert.equal(codeOf(resume(active, sun)), 'nothing-to-resume')
    assert.equal(codeOf(resume(value(leave(active, free)), sun)), 'nothing-to-resume')
  })

  const plan = (lastDayOn: string) =>
    planEnd(active, { ...sun, cause: 'tenancyEnded', lastDayOn: lastDayOn as DateOn, now })

  it('states a last day: it is over at midnight in Shanghai, and what was left is kept seven days more', () => {
    const planned = value(plan('2026-11-30'))
    assert.deepEqual(planned.leavesAt, new Date('2026-11-30T16:00:00.000Z'))
    const over = end(planned, new Date('2026-11-30T16:00:00.000Z'))
    assert.ok(over.ok)
    assert.deepEqual(over.value.eraseAt, new Date('2026-12-07T16:00:00.000Z'))
    assert.equal(codeOf(stay(planned)), 'not-yours-to-stay')
  })

  it('takes today as a last day, not yesterday, and nothing beyond twenty years', () => {
    assert.equal(plan('2026-11-23').ok, true)
    assert.equal(codeOf(plan('2026-11-22')), 'last-day-passed')
    assert.equal(codeOf(plan('2060-01-01')), 'last-day-too-far')
    // twenty years of at most 366 days from 2026-11-23, that day included
    assert.equal(plan('2046-12-08').ok, true)
    assert.equal(codeOf(plan('2046-12-09')), 'last-day-too-far')
  })

  it('takes back a stated last day together with a suspension; a wish to leave stays where only the suspension is taken back', () => {
    const both = value(suspend(value(plan('2026-11-30')), sun))
    const silenced = { days: 1, lastOn: '2026-11-23' }
    assert.deepEqual(resume(both, sun), { ok: true, value: { ...active, silenced } })
    const leaving = value(leave(active, free))
    assert.deepEqual(resume(value(suspend(leaving, sun)), sun), { ok: true, value: { ...leaving, silenced } })
  })
})

describe('a tenant states the last day of the lease', () => {
  const states = (one: Membership, lastDayOn: string, at = now) =>
    stateLastDay(one, { tenure: 'tenant', lastDayOn: lastDayOn as DateOn, now: at })
  const march = value(states(active, '2027-03-31'))

  it('is a neighbour until that day is over in Shanghai, and not a millisecond longer', () => {
    const over = new Date('2027-03-31T16:00:00.000Z')
    assert.deepEqual([march.leavesAt, march.leaveCause, march.state], [over, 'leaseEnds', 'active'])
    assert.equal(codeOf(end(march, addMs(over, -1))), 'not-due')
    const done = end(march, over)
    assert.ok(done.ok)
    assert.deepEqual(done.value.eraseAt, addMs(over, 7 * msPerDay), 'time to mend an error')
  })

  it('is reminded once, fourteen days before; of a day that is nearer, never', () => {
    const at = new Date('2027-03-16T16:00:00.000Z')
    assert.deepEqual(march.remindAt, at)
    assert.equal(codeOf(remindOfEnd(march, addMs(at, -1))), 'reminder-not-due')
    const reminded = value(remindOfEnd(march, at))
    assert.equal(reminded.remindAt, null)
    assert.equal(codeOf(remindOfEnd(reminded, at)), 'reminder-not-due')
    assert.equal(value(states(active, '2026-12-07')).remindAt, null)
    assert.notEqual(value(states(active, '2026-12-08')).remindAt, null)
  })

  it('takes today, not yesterday, and nothing beyond twenty years', () => {
    assert.equal(states(active, '2026-11-23').ok, true)
    assert.equal(codeOf(states(active, '2026-11-22')), 'last-day-passed')
    assert.equal(codeOf(states(active, '2046-12-09')), 'last-day-too-far')
  })

  it('changes the day, takes it back, or leaves before it', () => {
    assert.deepEqual(value(states(march, '2027-06-30')).leavesAt, new Date('2027-06-30T16:00:00.000Z'))
    assert.deepEqual(stay(march), { ok: true, value: active })
    const leaving = value(leave(march, free))
    assert.deepEqual([leaving.leavesAt, leaving.leaveCause, leaving.remindAt], [addMs(now, 7 * msPerDay), 'left', null])
  })

  it('is for tenants alone, and stands behind a wish to leave and what the committee stated', () => {
    for (const tenure of ['propertyOwner', 'coOwner', 'family', null] as const) {
      assert.equal(codeOf(stateLastDay(active, { tenure, lastDayOn: '2027-03-31' as DateOn, now })), 'not-a-tenant')
      assert.equal(mayStateLastDay(active, tenure), false)
    }
    const planned = value(planEnd(active, { ...sun, cause: 'movedAway' }))
    for (const one of [value(leave(active, free)), planned]) {
      assert.equal(codeOf(states(one, '2027-03-31')), 'already-leaving')
      assert.equal(mayStateLastDay(one, 'tenant'), false)
    }
    assert.equal(codeOf(states(ended, '2027-03-31')), 'membership-ended')
    assert.equal(mayStateLastDay(ended, 'tenant'), false)
    assert.equal(mayStateLastDay(march, 'tenant'), true)
  })

  it("the committee's word replaces it; taking back a suspension leaves it as it is", () => {
    assert.equal(value(planEnd(march, { ...sun, cause: 'tenancyEnded' })).leaveCause, 'tenancyEnded')
    const back = value(resume(value(suspend(march, sun)), sun))
    assert.deepEqual([back.leavesAt, back.leaveCause], [march.leavesAt, 'leaseEnds'])
    assert.equal(codeOf(resume(march, sun)), 'nothing-to-resume')
  })
})

it('whatever happens in whatever order: a date and its cause go together, and an end is final', () => {
  const acts: readonly ((one: Membership) => ReturnType<typeof stay>)[] = [
    (one) => leave(one, free),
    stay,
    (one) => suspend(one, sun),
    (one) => resume(one, sun),
    (one) => lift(one, addMs(now, 30 * msPerDay)),
    (one) => stateLastDay(one, { tenure: 'tenant', lastDayOn: '2027-03-31' as DateOn, now }),
    (one) => remindOfEnd(one, addMs(now, 200 * msPerDay)),
    (one) => planEnd(one, { ...sun, cause: 'movedAway', lastDayOn: '2026-11-25' as DateOn, now }),
    (one) => {
      const over = end(one, addMs(now, 30 * msPerDay))
      return over.ok ? { ok: true, value: over.value.membership } : over
    },
  ]
  fc.assert(
    fc.property(fc.array(fc.nat(acts.length - 1), { maxLength: 20 }), (steps) => {
      let one = active
      for (const step of steps) {
        const next = acts[step]?.(one)
        assert.ok(next)
        if (one.state === 'ended') assert.equal(next.ok, false)
        if (next.ok) one = next.value
        assert.equal(one.leavesAt === null, one.leaveCause === null)
        if (one.remindAt !== null) assert.ok(one.leavesAt !== null && one.remindAt < one.leavesAt)
        assert.ok((one.silenced?.days ?? 0) <= suspendWithinDays)
        if (one.state === 'suspended') assert.notEqual(one.reason, null)
      }
    }),
  )
})
