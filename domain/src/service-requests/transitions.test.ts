import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Result } from '../result.ts'
import { addMs, type DateOn, type Instant, msPerHour } from '../time.ts'
import { escalate, returnEscalation } from './escalation.ts'
import { acceptHandOver, handOver, returnHandOver } from './hand-over.ts'
import { merge, split } from './merging.ts'
import { actionsNow } from './participants.ts'
import { defaultResponseRule } from './response-clock.ts'
import { defaultWaitingRule } from './response-rules.ts'
import type { ServiceRequest, ServiceRequestViolation } from './service-request.ts'
import * as rules from './service-request.ts'
import {
  allowedActions,
  endStates,
  openStates,
  type ServiceRequestAction,
  type ServiceRequestState,
  serviceRequestActions,
  serviceRequestStates,
  transitions,
} from './states.ts'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const done = <T>(result: Result<T>): T => {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

/** Everything is done by now; long after seven silent days. */
const now = at('2026-03-20T09:00')

const words = '物业明天上午九点来修水管'
const solved = { result: '水管已修好，楼道已擦干', outcome: 'solved', onwardOwner: undefined } as const

/** One request in each state, led there by nothing but its rules. */
const submitted = rules.submit(
  { kind: 'complaint', visibility: 'community' },
  defaultResponseRule,
  at('2026-03-02T21:40'),
)
const read = done(rules.read(submitted, at('2026-03-02T21:50')))
const answered = done(rules.answer(read, { text: words }, at('2026-03-02T22:00'))).request
const resolved = done(rules.resolve(answered, solved, at('2026-03-04T15:00')))
const inState: Readonly<Record<ServiceRequestState, ServiceRequest>> = {
  submitted,
  read,
  answered,
  resolved,
  confirmed: done(rules.confirm(resolved, at('2026-03-04T19:00'))),
  unconfirmed: done(rules.lapse(resolved, at('2026-03-12T00:00'))),
  reopened: done(rules.reopen(resolved, { reason: '又漏了' }, defaultResponseRule, at('2026-03-05T07:00'))),
  withdrawn: done(rules.withdraw(read, at('2026-03-03T08:00'))),
  merged: done(merge(read, { request: submitted, pulledForwardMs: 0 }, [], at('2026-03-03T08:00'))).duplicate,
}

const untilFriday = { reason: '配件周五到货', untilOn: '2026-03-27' as DateOn }

const toRepairs = { toRole: 'propertyManager', reason: '水管归物业维修' } as const

/** Each action with sound words. `reply` is the asker's; a `note` stands in the thread alone and changes no request. */
type Act = (request: ServiceRequest, now: Instant) => Result<ServiceRequest, ServiceRequestViolation>
const acts: Readonly<Record<Exclude<ServiceRequestAction, 'reply' | 'note'>, Act>> = {
  read: rules.read,
  answer: (request, now) => {
    const result = rules.answer(request, { text: words }, now)
    return result.ok ? { ok: true, value: result.value.request } : result
  },
  support: rules.support,
  askBack: (request, now) => rules.askBack(request, { text: '请问是几楼的水管？' }, defaultWaitingRule, now),
  suspend: (request, now) => rules.suspend(request, untilFriday, defaultWaitingRule, now),
  resume: rules.resume,
  handOver: (request, now) => handOver(request, toRepairs, now),
  acceptHandOver: (request, now) => acceptHandOver(request, { role: 'propertyManager' }, now),
  returnHandOver: (request, now) => returnHandOver(request, { reason: '这根管子是自来水公司的' }, now),
  assign: rules.assign,
  escalate: (request, now) => escalate(request, { toLevel: 'subdistrict', reason: '需要水务站开挖路面' }, now),
  returnEscalation: (request, now) =>
    returnEscalation(
      { ...request, level: 'subdistrict' },
      { toLevel: 'community', reason: '物业已在现场，居委可以办结' },
      now,
    ),
  merge: (request, now) => {
    const result = merge(request, { request: submitted, pulledForwardMs: 0 }, [], now)
    return result.ok ? { ok: true, value: result.value.duplicate } : (result as Result<never, ServiceRequestViolation>)
  },
  split,
  resolve: (request, now) => rules.resolve(request, solved, now),
  confirm: rules.confirm,
  reopen: (request, now) => rules.reopen(request, { reason: '又漏了' }, defaultResponseRule, now),
  rate: (request) => rules.rate(request, { attitude: 5, result: null }),
  withdraw: rules.withdraw,
  acceptReply: (request, now) => rules.acceptReply(request, { text: words, isNeighbours: true }, now),
  endorseReply: (request, now) => rules.endorseReply(request, { text: words, isNeighbours: true }, now),
  lapse: rules.lapse,
}
type Acting = keyof typeof acts
const acting = serviceRequestActions.filter((action): action is Acting => action in acts)

/** What each action changes, from each state that allows it. Every pair that is not here is refused. */
const changes: Readonly<Record<Acting, Partial<Record<ServiceRequestState, string>>>> = {
  read: { submitted: 'state=read readAt=now' },
  answer: {
    submitted: 'state=answered readAt=now answeredAt=now clock.stoppedAt=now',
    read: 'state=answered answeredAt=now clock.stoppedAt=now',
    answered: '',
    reopened: 'state=answered clock.stoppedAt=now',
  },
  support: { submitted: '', read: '', answered: '', reopened: '', resolved: '' },
  askBack: {
    submitted: 'state=read readAt=now clock.pausedAt=now suspension.kind=askedBack suspension.since=now',
    read: 'clock.pausedAt=now suspension.kind=askedBack suspension.since=now',
    answered: 'suspension.kind=askedBack suspension.since=now',
    reopened: 'clock.pausedAt=now suspension.kind=askedBack suspension.since=now',
  },
  suspend: {
    submitted: 'state=read readAt=now clock.pausedAt=now suspension.kind=suspended suspension.since=now',
    read: 'clock.pausedAt=now suspension.kind=suspended suspension.since=now',
    answered: 'suspension.kind=suspended suspension.since=now',
    reopened: 'clock.pausedAt=now suspension.kind=suspended suspension.since=now',
  },
  resume: {
    submitted: 'clock.deadlineAt=start+26h clock.pausedAt=none suspension.kind=none suspension.since=none',
    read: 'clock.deadlineAt=start+26h clock.pausedAt=none suspension.kind=none suspension.since=none',
    answered: 'suspension.kind=none suspension.since=none',
    reopened: 'clock.deadlineAt=start+26h clock.pausedAt=none suspension.kind=none suspension.since=none',
  },
  handOver: {
    submitted: 'state=read readAt=now offer=propertyManager',
    read: 'offer=propertyManager',
    answered: 'offer=propertyManager',
    reopened: 'offer=propertyManager',
  },
  acceptHandOver: {
    submitted: 'offer=none responsibleRole=propertyManager',
    read: 'offer=none responsibleRole=propertyManager',
    answered: 'offer=none responsibleRole=propertyManager',
    reopened: 'offer=none responsibleRole=propertyManager',
  },
  returnHandOver: { submitted: 'offer=none', read: 'offer=none', answered: 'offer=none', reopened: 'offer=none' },
  assign: { submitted: 'state=read readAt=now', read: '', answered: '', reopened: '' },
  escalate: {
    submitted: 'state=read level=subdistrict readAt=now',
    read: 'level=subdistrict',
    answered: 'level=subdistrict',
    reopened: 'level=subdistrict',
  },
  // from the subdistrict back to where it was
  returnEscalation: { submitted: 'state=read readAt=now', read: '', answered: '', reopened: '' },
  merge: {
    submitted: 'state=merged readAt=now',
    read: 'state=merged',
    answered: 'state=merged',
    reopened: 'state=merged',
  },
  split: { merged: 'state=read' },
  resolve: {
    submitted: 'state=resolved readAt=now answeredAt=now resolvedAt=now outcome=solved clock.stoppedAt=now',
    read: 'state=resolved answeredAt=now resolvedAt=now outcome=solved clock.stoppedAt=now',
    answered: 'state=resolved resolvedAt=now outcome=solved',
    reopened: 'state=resolved resolvedAt=now outcome=solved clock.stoppedAt=now',
  },
  confirm: { resolved: 'state=confirmed endedAt=now' },
  reopen: {
    resolved: 'state=reopened resolvedAt=none outcome=none reopenedCount=1 clock.startedAt=now clock.stoppedAt=none',
  },
  rate: { answered: '', reopened: '', confirmed: '', unconfirmed: '' },
  withdraw: {
    submitted: 'state=withdrawn endedAt=now clock.stoppedAt=now',
    read: 'state=withdrawn endedAt=now clock.stoppedAt=now',
    answered: 'state=withdrawn endedAt=now',
    reopened: 'state=withdrawn endedAt=now clock.stoppedAt=now',
    merged: 'state=withdrawn endedAt=now clock.stoppedAt=now',
  },
  acceptReply: {
    submitted: 'state=answered readAt=now answeredAt=now clock.stoppedAt=now',
    read: 'state=answered answeredAt=now clock.stoppedAt=now',
    reopened: 'state=answered clock.stoppedAt=now',
  },
  endorseReply: {
    submitted: 'state=answered readAt=now answeredAt=now clock.stoppedAt=now',
    read: 'state=answered answeredAt=now clock.stoppedAt=now',
    reopened: 'state=answered clock.stoppedAt=now',
  },
  lapse: { resolved: 'state=unconfirmed endedAt=now' },
}

/** A request as flat words: instants are `now` or themselves, the deadline is told from the start of its clock. */
const facts = ({ clock, suspension, offer, ...request }: ServiceRequest): Map<string, string> => {
  const word = (value: unknown) =>
    value === undefined ? 'none' : value instanceof Date && value.getTime() === now.getTime() ? 'now' : String(value)
  const deadlineHours = (clock.deadlineAt.getTime() - clock.startedAt.getTime()) / msPerHour
  return new Map([
    ...Object.entries(request).map(([name, value]) => [name, word(value)] as const),
    ['clock.startedAt', word(clock.startedAt)],
    ['clock.deadlineAt', `start+${deadlineHours}h`],
    ['clock.pausedAt', word(clock.pausedAt)],
    ['clock.stoppedAt', word(clock.stoppedAt)],
    ['suspension.kind', word(suspension?.kind)],
    ['suspension.since', word(suspension?.since)],
    ['offer', word(offer?.toRole)],
  ])
}

const changed = (before: ServiceRequest, after: ServiceRequest): string[] => {
  const old = facts(before)
  return [...facts(after)].filter(([name, word]) => old.get(name) !== word).map(([name, word]) => `${name}=${word}`)
}

/** Only what was suspended can be resumed: two hours ago it was. While it is answered, only an earlier round can be rated. */
const before = (state: ServiceRequestState, action: Acting): ServiceRequest => {
  const request = inState[state]
  if (action === 'acceptHandOver' || action === 'returnHandOver') {
    const offered = handOver(request, toRepairs, addMs(now, -msPerHour / 4))
    return offered.ok ? { ...offered.value, state, readAt: request.readAt } : request
  }
  if (action === 'rate' && state === 'answered') return { ...request, reopenedCount: 1 }
  const suspended = rules.suspend(request, untilFriday, defaultWaitingRule, addMs(now, -2 * msPerHour))
  if (action !== 'resume' || !suspended.ok) return request
  return state === 'submitted' ? { ...suspended.value, state } : suspended.value
}

const allowedIn = (state: ServiceRequestState): ServiceRequestAction[] =>
  serviceRequestActions.filter((action) =>
    action in acts ? changes[action as Acting][state] !== undefined : state !== 'merged',
  )

/** Transitions that a table allows and no test took, as `action from state`. */
const untaken = (table: Readonly<Record<string, readonly string[]>>, taken: ReadonlySet<string>): string[] =>
  Object.entries(table)
    .flatMap(([action, states]) => states.map((state) => `${action} from ${state}`))
    .filter((transition) => !taken.has(transition))

/** What the tests below really did, noted where it succeeded. */
const taken = new Set<string>()

describe('every state × every action', () => {
  for (const state of serviceRequestStates)
    for (const action of acting) {
      const expected = changes[action][state]
      it(`${state} × ${action}: ${expected === undefined ? 'refused' : expected || 'nothing changes'}`, () => {
        const request = before(state, action)
        const asItWas = structuredClone(request)
        const result = acts[action](request, now)
        assert.deepEqual(request, asItWas, 'what was given stays as it was')
        if (expected === undefined) {
          const violation = { code: 'transition-refused', from: state, allowed: allowedIn(state) }
          assert.deepEqual(result, { ok: false, violation })
          return
        }
        assert.deepEqual(changed(request, done(result)).sort(), expected.split(' ').filter(Boolean).sort())
        taken.add(`${action} from ${state}`)
      })
    }

  for (const state of serviceRequestStates.filter((one) => one !== 'merged'))
    it(`${state}: the asker may always speak, and speaking alone changes nothing`, () => {
      assert.ok(allowedActions(state).includes('reply') && allowedActions(state).includes('note'))
      assert.deepEqual(rules.askerReplies(inState[state], now), inState[state])
      taken.add(`reply from ${state}`).add(`note from ${state}`)
    })

  it('merged: who has something to say says it where it went', () => {
    assert.deepEqual(allowedActions('merged'), ['split', 'withdraw'])
  })

  it('no transition stands in the table that was not taken just now', () => {
    assert.deepEqual(untaken(transitions, taken), [])
  })

  it('a transition or an action that is added without a test is told by name', () => {
    const tomorrow = { ...transitions, confirm: ['resolved', 'answered'], lapse: ['resolved', 'read'] }
    assert.deepEqual(untaken(tomorrow, taken), ['confirm from answered', 'lapse from read'])
  })
})

describe('the shape of the whole', () => {
  it('whatever is open can be answered, resolved and withdrawn; whatever ended can only be talked about, and rated', () => {
    for (const state of openStates)
      for (const action of ['answer', 'resolve', 'withdraw'] as const)
        assert.ok(allowedActions(state).includes(action), `${state} ${action}`)
    for (const state of endStates)
      assert.deepEqual(allowedActions(state), ['reply', 'note', ...(state === 'withdrawn' ? [] : ['rate'])], state)
  })

  it('only the word of the asker, or seven silent days, ends what was resolved', () => {
    assert.deepEqual(allowedActions('resolved'), ['reply', 'support', 'note', 'confirm', 'reopen', 'lapse'])
  })

  it('each state is open, resolved, ended or part of another one, and only one of them', () => {
    assert.deepEqual([...openStates, 'resolved', 'merged', ...endStates].sort(), [...serviceRequestStates].sort())
  })

  it('a screen never offers what the rules would refuse', () => {
    const place = { communityId: 9, subdistrictId: 30, districtId: 100 }
    const director = { type: 'role', role: 'committeeDirector', level: 'community', territoryId: 9 } as const
    const asker = { type: 'member', place, state: 'active', kind: 'resident', tenure: 'tenant' } as const
    const toppedOut = { ...inState.read, level: 'district' as const }
    const suspended = acting.map((action) => before('read', action))
    let offers = 0
    for (const request of [...Object.values(inState), ...suspended, toppedOut])
      for (const who of [
        { hat: director, isAsker: false, isHelper: false, isAssignee: false },
        { hat: asker, isAsker: true, isHelper: false, isAssignee: false },
      ])
        for (const action of actionsNow(who, request, place)) {
          if (!(action in acts)) continue
          const result = acts[action as Acting](request, now)
          assert.ok(result.ok, `${request.state} ${action} ${JSON.stringify(result)}`)
          offers += 1
        }
    assert.ok(offers > 50, `${offers} offers`)
  })
})
