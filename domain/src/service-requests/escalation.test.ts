import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addMs, msPerHour } from '../time.ts'
import { escalate, returnEscalation } from './escalation.ts'
import { defaultResponseRule } from './response-clock.ts'
import { answer, type ServiceRequest, submit } from './service-request.ts'
import { handlingLevels } from './states.ts'

const asked = new Date('2026-03-02T21:40:00+08:00')
const later = addMs(asked, 9 * msPerHour)
const wus = submit({ kind: 'complaint', visibility: 'community' }, defaultResponseRule, asked)
const reason = '沿街七栋楼反映，需要街道协调交警和城管'

const done = (result: ReturnType<typeof escalate>): ServiceRequest => {
  assert.ok(result.ok)
  return result.value
}

describe('a request changes the level that has it in hand', () => {
  for (const [from, level] of handlingLevels.entries())
    for (const [to, toLevel] of handlingLevels.entries())
      it(`${level} to ${toLevel}: ${to > from ? 'only up' : to < from ? 'only down' : 'neither'}`, () => {
        const request = { ...wus, level }
        const up = escalate(request, { toLevel, reason }, later)
        const down = returnEscalation(request, { toLevel, reason }, later)
        const moved = { ...request, level: toLevel, state: 'read', readAt: later } as const
        if (to > from) assert.deepEqual(done(up), moved)
        else assert.deepEqual(up, { ok: false, violation: { code: 'level-not-higher', level } })
        if (to < from) assert.deepEqual(done(down), moved)
        else assert.deepEqual(down, { ok: false, violation: { code: 'level-not-lower', level } })
      })

  it('whoever receives it reads why: without a reason it stays where it is', () => {
    for (const [act, request, toLevel] of [
      [escalate, wus, 'subdistrict'],
      [returnEscalation, { ...wus, level: 'subdistrict' }, 'community'],
    ] as const)
      for (const words of ['', '  ', '收到', '111', '好的，谢谢'])
        assert.deepEqual(act(request, { toLevel, reason: words }, later), {
          ok: false,
          violation: { code: 'reason-not-stated' },
        })
  })

  it('up and down again, the clock is where it was: nobody gains time by it', () => {
    const there = done(escalate(wus, { toLevel: 'district', reason }, later))
    const back = done(returnEscalation(there, { toLevel: 'subdistrict', reason }, addMs(later, msPerHour)))
    assert.deepEqual(back.clock, wus.clock)
    assert.equal(back.level, 'subdistrict')
  })

  it('what was answered stays answered', () => {
    const result = answer(wus, { text: '城管中队今晚去现场，结果明天告诉您' }, later)
    assert.ok(result.ok)
    const there = done(escalate(result.value.request, { toLevel: 'subdistrict', reason }, later))
    assert.equal(there.state, 'answered')
    assert.deepEqual(there.clock, result.value.request.clock)
  })
})
