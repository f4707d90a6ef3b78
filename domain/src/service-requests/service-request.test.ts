import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Result } from '../result.ts'
import { addDays, addMs, dateOnIn, type Instant, msPerDay, msPerHour } from '../time.ts'
import { handOver } from './hand-over.ts'
import { defaultResponseRule, isBreached, timeLeftMs } from './response-clock.ts'
import { defaultWaitingRule } from './response-rules.ts'
import {
  answer,
  askBack as askBackUnder,
  askerReplies,
  assign,
  confirm,
  read,
  reopen,
  resolve,
  resume,
  type ServiceRequest,
  submit,
  suspend as suspendUnder,
  withdraw,
} from './service-request.ts'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
const whyNot = (result: Result<unknown>): object | undefined => (result.ok ? undefined : result.violation)

const askBack = (request: ServiceRequest, input: { text: string }, now: Instant) =>
  askBackUnder(request, input, defaultWaitingRule, now)
/** For a week. */
const suspend = (request: ServiceRequest, input: { reason: string }, now: Instant) =>
  suspendUnder(request, { ...input, untilOn: addDays(dateOnIn(now), 7) }, defaultWaitingRule, now)

const monday = at('2026-03-02T21:40')
const tuesdayMorning = at('2026-03-03T08:00')
const tuesdayNoon = at('2026-03-03T12:00')
const wednesday = at('2026-03-04T15:00')

const wus = submit({ kind: 'help', visibility: 'private' }, defaultResponseRule, monday)
const planned = { text: '明天上午九点物业师傅来修，请家里留人' }
const solved = { result: '水管已换，楼道已擦干', outcome: 'solved', onwardOwner: undefined } as const
const answered = done(answer(wus, planned, tuesdayMorning)).request
const resolved = done(resolve(answered, solved, wednesday))

/** What says nothing, in the many ways in which it is said. */
const receipts = [
  '收到',
  '收到！',
  '好的',
  '收到，我们会尽快处理',
  '已转物业',
  '👍',
  '[强]',
  '   ',
  '',
  '。。。',
  '1',
  '感谢您的反映',
]

describe('吴女士 asks for help', () => {
  it('the committee has it in hand from the first second, and its clock runs', () => {
    assert.deepEqual(wus, {
      kind: 'help',
      visibility: 'private',
      state: 'submitted',
      level: 'community',
      clock: {
        startedAt: monday,
        deadlineAt: at('2026-03-03T21:40'),
        pausedAt: undefined,
        stoppedAt: undefined,
        pausedMs: 0,
        alerted: undefined,
      },
      submittedAt: monday,
      readAt: undefined,
      answeredAt: undefined,
      resolvedAt: undefined,
      endedAt: undefined,
      suspension: undefined,
      outcome: undefined,
      onwardOwner: undefined,
      responsibleRole: 'committeeDirector',
      offer: undefined,
      reopenedCount: 0,
    })
  })

  it('孙主任 opens it: it was heard, the clock runs on; opening it again is refused', () => {
    const opened = done(read(wus, tuesdayMorning))
    assert.deepEqual(opened, { ...wus, state: 'read', readAt: tuesdayMorning })
    assert.deepEqual(whyNot(read(opened, tuesdayNoon)), {
      code: 'transition-refused',
      from: 'read',
      allowed: [
        'answer',
        'askBack',
        'reply',
        'support',
        'note',
        'suspend',
        'resume',
        'handOver',
        'acceptHandOver',
        'returnHandOver',
        'assign',
        'escalate',
        'returnEscalation',
        'merge',
        'resolve',
        'withdraw',
        'acceptReply',
        'endorseReply',
      ],
    })
  })
})

describe('收到 is no answer', () => {
  for (const text of receipts)
    it(`郭书记 answers with “${text}”: it is kept, it was read, the clock runs on`, () => {
      const { request, substantive } = done(answer(wus, { text }, tuesdayMorning))
      assert.equal(substantive, false)
      assert.deepEqual(request, { ...wus, state: 'read', readAt: tuesdayMorning })
    })

  it('a second 收到 does not even change when it was read', () => {
    const { request } = done(answer(wus, { text: '收到' }, tuesdayMorning))
    assert.deepEqual(done(answer(request, { text: '收到' }, tuesdayNoon)).request, request)
  })

  it('after a real answer a 好的 takes nothing back', () => {
    assert.deepEqual(done(answer(answered, { text: '好的' }, tuesdayNoon)), { request: answered, substantive: false })
  })

  it('收到 while the clock is paused leaves it paused', () => {
    const paused = done(suspend(wus, { reason: '配件周五到货' }, tuesdayMorning))
    assert.deepEqual(done(answer(paused, { text: '收到' }, tuesdayNoon)).request, paused)
  })

  it('a day of 收到 is a breach', () => {
    const { request } = done(answer(wus, { text: '收到' }, monday))
    assert.equal(isBreached(request.clock, addMs(request.clock.deadlineAt, 1)), true)
  })
})

describe('an answer', () => {
  it('郭书记 says who comes when: heard and answered at once, the clock stops', () => {
    assert.deepEqual(done(answer(wus, planned, tuesdayMorning)), {
      request: {
        ...wus,
        state: 'answered',
        readAt: tuesdayMorning,
        answeredAt: tuesdayMorning,
        clock: { ...wus.clock, stoppedAt: tuesdayMorning },
      },
      substantive: true,
    })
  })

  it('郭书记 and 孙主任 answer at once: both are kept, the clock stopped once, with the first', () => {
    const second = done(answer(answered, { text: '我下午两点再来看看' }, addMs(tuesdayMorning, 1)))
    assert.deepEqual(second, { request: answered, substantive: true })
  })

  it('it ends a pause: what was left when it paused is what the answer left', () => {
    const paused = done(suspend(wus, { reason: '配件周五到货' }, tuesdayMorning))
    const { request } = done(answer(paused, planned, wednesday))
    assert.equal(request.suspension, undefined)
    assert.deepEqual(request.clock.deadlineAt, addMs(wus.clock.deadlineAt, 31 * msPerHour))
    assert.equal(isBreached(request.clock, wednesday), false)
  })
})

describe('孙主任 asks back', () => {
  const asked = done(askBack(wus, { text: '请问是几楼的水管？' }, tuesdayMorning))

  it('it was read, it was not answered, and the clock stands still for as long as 吴女士 needs', () => {
    assert.deepEqual(asked, {
      ...wus,
      state: 'read',
      readAt: tuesdayMorning,
      clock: { ...wus.clock, pausedAt: tuesdayMorning },
      suspension: {
        kind: 'askedBack',
        since: tuesdayMorning,
        until: undefined,
        remindAt: addMs(tuesdayMorning, 3 * msPerDay),
      },
    })
    assert.equal(timeLeftMs(asked.clock, at('2026-05-01T00:00')), timeLeftMs(wus.clock, tuesdayMorning))
  })

  it('吴女士 replies 31 hours later: the clock goes on, its deadline 31 hours later', () => {
    assert.deepEqual(askerReplies(asked, wednesday), {
      ...asked,
      clock: { ...wus.clock, deadlineAt: addMs(wus.clock.deadlineAt, 31 * msPerHour), pausedMs: 31 * msPerHour },
      suspension: undefined,
    })
  })

  it('her second word moves nothing more', () => {
    const replied = askerReplies(asked, wednesday)
    assert.deepEqual(askerReplies(replied, at('2026-03-05T15:00')), replied)
  })

  it('without a question there is no pause: the clock cannot be bought with a 你好', () => {
    for (const text of receipts) assert.deepEqual(whyNot(askBack(wus, { text }, monday)), { code: 'reason-not-stated' })
  })

  it('two questions pause once', () => {
    const again = askBack(asked, { text: '请问家里几点有人？' }, tuesdayNoon)
    assert.deepEqual(whyNot(again), { code: 'already-suspended' })
  })

  it('after an answer the stopped clock stays as it stopped, before and after the reply', () => {
    const later = done(askBack(answered, { text: '请问现在还漏吗？' }, tuesdayNoon))
    assert.deepEqual(later.clock, answered.clock)
    assert.deepEqual(askerReplies(later, wednesday), answered)
  })
})

describe('孙主任 suspends until the parts are there', () => {
  const suspended = done(suspend(answered, { reason: '配件周五到货' }, tuesdayNoon))
  const unanswered = done(suspend(wus, { reason: '台风过后再上屋顶' }, tuesdayMorning))

  it('no reason, no suspension', () => {
    for (const reason of receipts)
      assert.deepEqual(whyNot(suspend(wus, { reason }, monday)), { code: 'reason-not-stated' })
  })

  it('a word of 吴女士 does not resume it, a cadre does', () => {
    assert.deepEqual(askerReplies(suspended, wednesday), suspended)
    assert.deepEqual(done(resume(suspended, wednesday)), answered)
  })

  it('unanswered, the clock goes on with what was left', () => {
    const resumed = done(resume(unanswered, wednesday))
    assert.deepEqual(resumed.clock, {
      ...wus.clock,
      deadlineAt: addMs(wus.clock.deadlineAt, 31 * msPerHour),
      pausedMs: 31 * msPerHour,
    })
    assert.equal(resumed.suspension, undefined)
  })

  it('what is suspended cannot be suspended or asked back again, what is not cannot be resumed', () => {
    assert.deepEqual(whyNot(suspend(suspended, { reason: '下雨' }, wednesday)), { code: 'already-suspended' })
    assert.deepEqual(whyNot(askBack(suspended, planned, wednesday)), { code: 'already-suspended' })
    assert.deepEqual(whyNot(resume(answered, wednesday)), { code: 'not-suspended' })
  })
})

describe('handing over and assigning', () => {
  it('no dumping: without a reason it stays where it is', () => {
    for (const reason of receipts) {
      const handed = handOver(wus, { toRole: 'propertyManager', reason }, tuesdayMorning)
      assert.deepEqual(whyNot(handed), { code: 'reason-not-stated' })
    }
  })

  it('assigned to a colleague it is read, nothing more', () => {
    assert.deepEqual(done(assign(wus, tuesdayMorning)), { ...wus, state: 'read', readAt: tuesdayMorning })
  })
})

describe('a result', () => {
  it('孙主任 states it without having answered: it is the answer too, and all three times are told', () => {
    assert.deepEqual(done(resolve(wus, solved, tuesdayNoon)), {
      ...wus,
      state: 'resolved',
      clock: { ...wus.clock, stoppedAt: tuesdayNoon },
      readAt: tuesdayNoon,
      answeredAt: tuesdayNoon,
      resolvedAt: tuesdayNoon,
      outcome: 'solved',
    })
  })

  it('after an answer the time of the answer and the stop stand', () => {
    assert.deepEqual(resolved, { ...answered, state: 'resolved', resolvedAt: wednesday, outcome: 'solved' })
  })

  it('nothing closes silently: without words of a result it stays open, whatever the outcome', () => {
    for (const result of receipts)
      for (const outcome of ['solved', 'beyondOurPower'] as const)
        assert.deepEqual(whyNot(resolve(answered, { result, outcome, onwardOwner: '区水务局' }, wednesday)), {
          code: 'result-not-stated',
        })
  })

  it('beyond our power is honest, and names who has it now', () => {
    const words = { result: '总管在市政道路下，居委无权开挖', outcome: 'beyondOurPower' } as const
    const passedOn = done(resolve(answered, { ...words, onwardOwner: ' 区水务局 ' }, wednesday))
    assert.equal(passedOn.outcome, 'beyondOurPower')
    assert.equal(passedOn.onwardOwner, '区水务局')
    for (const onwardOwner of [undefined, '', '  ', '。', '——', '\u200b', '\u3000', 'a', '12345', '相关部门', '上级'])
      assert.deepEqual(whyNot(resolve(answered, { ...words, onwardOwner }, wednesday)), {
        code: 'onward-owner-missing',
      })
  })

  it('what is solved has no onward owner', () => {
    assert.equal(done(resolve(answered, { ...solved, onwardOwner: '区水务局' }, wednesday)).onwardOwner, undefined)
  })

  it('it ends a suspension, and the pause is not held against anybody', () => {
    const paused = done(suspend(wus, { reason: '配件周五到货' }, tuesdayMorning))
    const fixed = done(resolve(paused, solved, wednesday))
    assert.equal(fixed.suspension, undefined)
    assert.equal(isBreached(fixed.clock, wednesday), false)
  })
})

describe('吴女士 has the last word', () => {
  it('she confirms: it ends, and nobody else can end it that way twice', () => {
    const confirmed = done(confirm(resolved, at('2026-03-04T19:00')))
    assert.deepEqual(confirmed, { ...resolved, state: 'confirmed', endedAt: at('2026-03-04T19:00') })
    assert.deepEqual(whyNot(confirm(confirmed, at('2026-03-04T20:00'))), {
      code: 'transition-refused',
      from: 'confirmed',
      allowed: ['reply', 'note', 'rate'],
    })
  })

  it('it leaks again: a new clock, the result is taken back, the first times of hearing and answering stand', () => {
    const now = at('2026-03-05T07:00')
    assert.deepEqual(done(reopen(resolved, { reason: '又漏了' }, { answerWithinHours: 48 }, now)), {
      ...resolved,
      state: 'reopened',
      clock: {
        startedAt: now,
        deadlineAt: at('2026-03-07T07:00'),
        pausedAt: undefined,
        stoppedAt: undefined,
        pausedMs: 0,
        alerted: undefined,
      },
      resolvedAt: undefined,
      outcome: undefined,
      reopenedCount: 1,
    })
  })

  it('two characters are enough for her, marks and digits are not', () => {
    assert.equal(reopen(resolved, { reason: '还漏' }, defaultResponseRule, wednesday).ok, true)
    for (const reason of ['', '  ', '\u3000', '。', '1111', 'aaaa', '……', '👎'])
      assert.deepEqual(whyNot(reopen(resolved, { reason }, defaultResponseRule, wednesday)), {
        code: 'reason-not-stated',
      })
  })

  it('the second round must be answered anew, and the name of the onward owner is gone', () => {
    const beyond = { result: '总管在市政道路下', outcome: 'beyondOurPower', onwardOwner: '区水务局' } as const
    const passedOn = done(resolve(answered, beyond, wednesday))
    const again = done(reopen(passedOn, { reason: '水务局说不归他们' }, defaultResponseRule, at('2026-03-05T07:00')))
    assert.equal(again.onwardOwner, undefined)
    assert.equal(isBreached(again.clock, at('2026-03-06T07:01')), true)
    const { request } = done(answer(again, planned, at('2026-03-05T09:00')))
    assert.deepEqual(request.clock.stoppedAt, at('2026-03-05T09:00'))
    assert.deepEqual(request.answeredAt, tuesdayMorning)
    const twice = done(
      reopen(done(resolve(request, solved, wednesday)), { reason: '还漏' }, defaultResponseRule, wednesday),
    )
    assert.equal(twice.reopenedCount, 2)
  })

  it('she withdraws while it is open: it ends, its clock and its suspension with it', () => {
    const paused = done(suspend(wus, { reason: '配件周五到货' }, tuesdayMorning))
    const withdrawn = done(withdraw(paused, wednesday))
    assert.equal(withdrawn.state, 'withdrawn')
    assert.equal(withdrawn.suspension, undefined)
    assert.deepEqual(withdrawn.endedAt, wednesday)
    assert.deepEqual(withdrawn.clock, {
      ...wus.clock,
      deadlineAt: addMs(wus.clock.deadlineAt, 31 * msPerHour),
      pausedMs: 31 * msPerHour,
      stoppedAt: wednesday,
    })
  })

  it('a withdrawn request was not answered, and has no result', () => {
    const withdrawn = done(withdraw(wus, tuesdayMorning))
    assert.equal(withdrawn.answeredAt, undefined)
    assert.equal(withdrawn.outcome, undefined)
  })
})
