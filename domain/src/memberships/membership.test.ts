import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addMs, type DateOn, msPerDay } from '../time.ts'
import { actsOn, end, leave, lift, type Membership, planEnd, resume, stay, suspend } from './membership.ts'

const now = new Date('2026-11-23T12:00:00.000Z')
const active: Membership = {
  state: 'active',
  leavesAt: null,
  leaveCause: null,
  suspendedUntil: null,
  reason: null,
  endedAt: null,
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
    assert.deepEqual(lift(suspended, at), { ok: true, value: active })
    assert.equal(codeOf(lift(active, at)), 'not-due')
    const until = (lastDayOn: string) => suspend(active, { ...sun, lastDayOn: lastDayOn as DateOn })
    assert.equal(codeOf(until('2026-11-22')), 'last-day-passed')
    assert.equal(until('2026-11-23').ok, true)
    assert.equal(until('2027-11-23').ok, true)
    assert.equal(codeOf(until('2027-11-24')), 'last-day-too-far')
  })

  it('is offered what the state allows, nothing about itself and no phone of somebody above it', () => {
    const by = { isOwn: false, outranked: false }
    assert.deepEqual(actsOn(active, by), ['suspend', 'end', 'movePhone'])
    assert.deepEqual(actsOn(value(suspend(active, sun)), by), ['resume', 'end', 'movePhone'])
    assert.deepEqual(actsOn(value(plan('2026-11-30')), by), ['suspend', 'resume', 'end', 'movePhone'])
    assert.deepEqual(actsOn(active, { ...by, outranked: true }), ['suspend', 'end'])
    assert.deepEqual(actsOn(active, { ...by, isOwn: true }), [])
    assert.deepEqual(actsOn(ended, by), [])
  })

  it('a stated end keeps its reason when a suspension is lifted before it', () => {
    const both = value(planEnd(value(suspend(active, sun)), { ...sun, cause: 'movedAway' }))
    assert.equal(value(lift(both, addMs(now, 30 * msPerDay))).reason, '租期到了')
  })

  it('lets go on what it suspended or planned to end, and nothing else', () => {
    assert.deepEqual(resume(value(suspend(active, sun)), sun), { ok: true, value: active })
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
    assert.deepEqual(resume(both, sun), { ok: true, value: active })
    const leaving = value(leave(active, free))
    assert.deepEqual(resume(value(suspend(leaving, sun)), sun), { ok: true, value: leaving })
  })
})

it('whatever happens in whatever order: a date and its cause go together, and an end is final', () => {
  const acts: readonly ((one: Membership) => ReturnType<typeof stay>)[] = [
    (one) => leave(one, free),
    stay,
    (one) => suspend(one, sun),
    (one) => resume(one, sun),
    (one) => lift(one, addMs(now, 30 * msPerDay)),
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
        if (one.state === 'suspended') assert.notEqual(one.reason, null)
      }
    }),
  )
})
