import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Result } from '../result.ts'
import { handOverRoles } from '../roles/roles.ts'
import { addDays, addMs, dateOnIn, type Instant, msPerDay, msPerHour } from '../time.ts'
import { escalate, returnEscalation } from './escalation.ts'
import { acceptHandOver, handOver, returnHandOver } from './hand-over.ts'
import { merge, split } from './merging.ts'
import { isBreached } from './response-clock.ts'
import { defaultWaitingRule } from './response-rules.ts'
import type { ServiceRequest, ServiceRequestViolation } from './service-request.ts'
import * as rules from './service-request.ts'
import {
  endStates,
  handlingLevels,
  outcomes,
  type ServiceRequestAction,
  type ServiceRequestState,
  serviceRequestActions,
  serviceRequestKinds,
  serviceRequestStates,
  visibilities,
} from './states.ts'

/** One thing that somebody tries, whether it makes sense or not, after some time went by. */
interface Step {
  readonly action: Exclude<ServiceRequestAction, 'note'>
  readonly afterMs: number
  readonly text: string
  readonly outcome: (typeof outcomes)[number]
  readonly onwardOwner: string | undefined
  readonly toRole: (typeof handOverRoles)[number]
  readonly toLevel: (typeof handlingLevels)[number]
}

const receipts = ['收到', '好的，谢谢', '', '👍', '我们会尽快处理']
const said = ['物业明天上午九点来修水管', '水管已修好', '请问是几楼的水管？']
const actions = serviceRequestActions.filter((action) => action !== 'note')

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    action: fc.constantFrom(...actions),
    afterMs: fc.oneof(fc.constantFrom(0, 1, msPerHour, msPerDay), fc.nat(msPerDay), fc.nat(10 * msPerDay)),
    text: fc.constantFrom(...said, ...said, ...receipts),
    outcome: fc.constantFrom(...outcomes),
    onwardOwner: fc.constantFrom(undefined, ' ', '区水务局'),
    toRole: fc.constantFrom(...handOverRoles),
    toLevel: fc.constantFrom(...handlingLevels),
  }),
  { maxLength: 40 },
)
const begun = fc.record({
  kind: fc.constantFrom(...serviceRequestKinds),
  visibility: fc.constantFrom(...visibilities),
  answerWithinHours: fc.integer({ min: 1, max: 15 * 24 }),
  submittedAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
})
type Begun = typeof begun extends fc.Arbitrary<infer T> ? T : never

const tried = (
  request: ServiceRequest,
  step: Step,
  rule: Begun,
  now: Instant,
): Result<ServiceRequest, ServiceRequestViolation> => {
  const { text, outcome, onwardOwner, toRole, toLevel } = step
  const plain = {
    read: rules.read,
    support: rules.support,
    resume: rules.resume,
    assign: rules.assign,
    confirm: rules.confirm,
  }
  switch (step.action) {
    case 'answer': {
      const result = rules.answer(request, { text }, now)
      return result.ok ? { ok: true, value: result.value.request } : result
    }
    case 'askBack':
      return rules.askBack(request, { text }, defaultWaitingRule, now)
    case 'reply':
      return { ok: true, value: rules.askerReplies(request, now) }
    case 'suspend':
      return rules.suspend(request, { reason: text, untilOn: addDays(dateOnIn(now), 7) }, defaultWaitingRule, now)
    case 'handOver':
      return handOver(request, { toRole, reason: text }, now)
    case 'acceptHandOver':
      return acceptHandOver(request, { role: request.offer?.toRole ?? toRole }, now)
    case 'returnHandOver':
      return returnHandOver(request, { reason: text }, now)
    case 'escalate':
      return escalate(request, { toLevel, reason: text }, now)
    case 'returnEscalation':
      return returnEscalation(request, { toLevel, reason: text }, now)
    case 'resolve':
      return rules.resolve(request, { result: text, outcome, onwardOwner }, now)
    case 'reopen':
      return rules.reopen(request, { reason: text }, rule, now)
    case 'withdraw':
      return rules.withdraw(request, now)
    case 'merge': {
      const other = rules.submit({ kind: 'matter', visibility: 'community' }, rule, now)
      const result = merge(request, { request: other, pulledForwardMs: 0 }, [], now)
      return result.ok
        ? { ok: true, value: result.value.duplicate }
        : (result as Result<never, ServiceRequestViolation>)
    }
    case 'split':
      return split(request)
    case 'acceptReply':
      return rules.acceptReply(request, { text, isNeighbours: onwardOwner !== ' ' }, now)
    case 'endorseReply':
      return rules.endorseReply(request, { text, isNeighbours: onwardOwner !== ' ' }, now)
    case 'rate':
      return rules.rate(request, { attitude: 5, result: null })
    case 'lapse':
      return rules.lapse(request, now)
    default:
      return plain[step.action](request, now)
  }
}

/** One step that was taken: what was before, what came of it, and how long its clock had been paused until then. */
interface Taken {
  readonly step: Step
  readonly before: ServiceRequest
  readonly after: ServiceRequest
  readonly now: Instant
  readonly ruleHours: number
  readonly pausedMs: number
}

/** Walks, and keeps its own account of pauses: a clock stands while a request is suspended and was not yet answered. */
const walk = (rule: Begun, path: readonly Step[], look: (taken: Taken) => void): void => {
  let now: Instant = rule.submittedAt
  let before = rules.submit(rule, rule, now)
  let pausedMs = 0
  for (const step of path) {
    const stood = before.suspension !== undefined && before.clock.stoppedAt === undefined
    now = addMs(now, step.afterMs)
    if (stood) pausedMs += step.afterMs
    const result = tried(before, step, rule, now)
    if (!result.ok) continue
    if (step.action === 'reopen') pausedMs = 0
    look({ step, before, after: result.value, now, ruleHours: rule.answerWithinHours, pausedMs })
    before = result.value
  }
}

const always = (claim: (taken: Taken) => void) =>
  fc.assert(
    fc.property(begun, steps, (rule, path) => walk(rule, path, claim)),
    { numRuns: 400 },
  )

const one = (state: ServiceRequestState, ...of: readonly ServiceRequestState[]) => of.includes(state)
const ms = (instant: Instant | undefined) => instant?.getTime()

describe('whatever anybody tries, in whatever order, at whatever time', () => {
  it('the walks go everywhere: every state is reached, every action succeeds somewhere', () => {
    const reached = new Set<ServiceRequestState>(['submitted'])
    const succeeded = new Set<ServiceRequestAction>(['note'])
    fc.assert(
      fc.property(begun, steps, (rule, path) =>
        walk(rule, path, ({ after, step }) => {
          reached.add(after.state)
          succeeded.add(step.action)
        }),
      ),
      { numRuns: 4000, seed: 2018 },
    )
    assert.deepEqual([...reached].sort(), [...serviceRequestStates].sort())
    assert.deepEqual([...succeeded].sort(), [...serviceRequestActions].sort())
  })

  it('the deadline is the rule plus the pauses, to the millisecond, and never before the start', () => {
    always(({ after, ruleHours, pausedMs, now }) => {
      const { startedAt, deadlineAt, pausedAt } = after.clock
      const running = pausedAt === undefined ? 0 : now.getTime() - pausedAt.getTime()
      assert.equal(deadlineAt.getTime() - startedAt.getTime(), ruleHours * msPerHour + pausedMs - running)
      assert.ok(deadlineAt > startedAt)
    })
  })

  it('a clock stands exactly while the request is suspended and unanswered, since the suspension began', () => {
    always(({ after }) => {
      const { pausedAt, stoppedAt } = after.clock
      assert.equal(ms(pausedAt), stoppedAt === undefined ? ms(after.suspension?.since) : undefined)
    })
  })

  it('a stopped clock starts again by nothing but a reopening', () => {
    always(({ before, after, step }) => {
      if (before.clock.stoppedAt === undefined) return
      if (step.action === 'reopen') assert.equal(after.clock.stoppedAt, undefined)
      else assert.deepEqual(after.clock, before.clock)
    })
  })

  it('a clock stops by words that say something, or because the asker withdrew: never by a receipt', () => {
    always(({ before, after, step }) => {
      if (before.clock.stoppedAt !== undefined || after.clock.stoppedAt === undefined) return
      const stopping = ['answer', 'resolve', 'withdraw', 'acceptReply', 'endorseReply']
      assert.ok(stopping.includes(step.action), step.action)
      // what the asker accepts is theirs to judge
      if (step.action !== 'withdraw' && step.action !== 'acceptReply') assert.ok(said.includes(step.text), step.text)
    })
  })

  it('whoever was late stays late: a breach is healed by no pause and no answer, only a new round begins anew', () => {
    always(({ before, after, now, step }) => {
      if (step.action === 'reopen') assert.equal(isBreached(after.clock, now), false)
      else assert.equal(isBreached(after.clock, now), isBreached(before.clock, now))
    })
  })

  it('nothing ends without a stated result, but by withdrawal: result, its time, the answer and the reading are there', () => {
    always(({ after, step }) => {
      if (step.action === 'resolve') assert.ok(said.includes(step.text), `resolved with “${step.text}”`)
      const hasResult = one(after.state, 'resolved', 'confirmed', 'unconfirmed')
      assert.equal(after.resolvedAt !== undefined, hasResult)
      assert.equal(after.outcome !== undefined, hasResult)
      assert.equal(after.onwardOwner, after.outcome === 'beyondOurPower' ? '区水务局' : undefined)
      if (hasResult) assert.ok(after.readAt && after.answeredAt && after.clock.stoppedAt && !after.suspension)
    })
  })

  it('the state tells whether the clock runs: it runs until answered, and never after', () => {
    always(({ after }) => {
      // one that was merged waits or not, as it did
      if (after.state === 'merged') return
      assert.equal(after.clock.stoppedAt === undefined, one(after.state, 'submitted', 'read', 'reopened'))
    })
  })

  it('the first hearing and the first answer are told once and for ever', () => {
    always(({ before, after }) => {
      if (before.readAt !== undefined) assert.equal(ms(after.readAt), ms(before.readAt))
      if (before.answeredAt !== undefined) assert.equal(ms(after.answeredAt), ms(before.answeredAt))
      assert.equal(
        after.readAt === undefined,
        one(after.state, 'submitted') || (after.state === 'withdrawn' && !before.readAt),
      )
    })
  })

  it('time never goes back: submitted, heard, answered, resolved, ended, and none of it in the future', () => {
    always(({ after, now }) => {
      const times = [after.submittedAt, after.readAt, after.answeredAt, after.resolvedAt, after.endedAt, now]
      const told = times.filter((time) => time !== undefined).map((time) => time.getTime())
      assert.deepEqual(
        told,
        told.toSorted((a, b) => a - b),
      )
      const { startedAt, stoppedAt, pausedAt } = after.clock
      for (const time of [stoppedAt, pausedAt]) assert.ok(time === undefined || (time >= startedAt && time <= now))
      assert.ok(startedAt >= after.submittedAt)
    })
  })

  it('only what ended has an end, and an end is final', () => {
    always(({ before, after }) => {
      assert.equal(after.endedAt !== undefined, one(after.state, ...endStates))
      if (one(before.state, ...endStates)) assert.deepEqual(after, before)
    })
  })

  it('reopenings are counted one by one and never forgotten', () => {
    always(({ before, after, step }) => {
      assert.equal(after.reopenedCount, before.reopenedCount + (step.action === 'reopen' ? 1 : 0))
    })
  })

  it('a level is climbed by escalating and left by returning alone, and what it is about never changes', () => {
    always(({ step, before, after }) => {
      const climbed = handlingLevels.indexOf(after.level) - handlingLevels.indexOf(before.level)
      assert.equal(climbed > 0, step.action === 'escalate' && climbed !== 0)
      assert.equal(climbed < 0, step.action === 'returnEscalation' && climbed !== 0)
      assert.deepEqual(
        [after.kind, after.visibility, after.submittedAt],
        [before.kind, before.visibility, before.submittedAt],
      )
    })
  })
})
