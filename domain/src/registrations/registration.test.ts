import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addMs, type DateOn, msPerHour } from '../time.ts'
import {
  allowedActions,
  approve,
  askBack,
  isOverdue,
  type Registration,
  type RegistrationAction,
  type RegistrationState,
  refuse,
  registrationActions,
  registrationStates,
  registrationTransitions,
  resubmit,
  submit,
  withdraw,
} from './registration.ts'

const monday = new Date('2026-03-09T02:00:00.000Z')
const later = addMs(monday, 5 * msPerHour)
const adult = { birthOn: '1988-06-01' as DateOn, guardianPersonId: null }

const submitted = (): Registration => {
  const handedIn = submit(adult, monday)
  assert.ok(handedIn.ok)
  return handedIn.value
}
const inState = (state: RegistrationState): Registration => ({ ...submitted(), state })

const act: Record<RegistrationAction, (registration: Registration) => ReturnType<typeof refuse>> = {
  approve: (registration) => approve(registration, { by: 'sun', now: later }) as ReturnType<typeof refuse>,
  refuse: (registration) => refuse(registration, { by: 'sun', reason: '不是本小区', now: later }),
  askBack: (registration) => askBack(registration, { question: '请问几室？' }) as ReturnType<typeof refuse>,
  resubmit: (registration) => resubmit(registration, { now: later }),
  withdraw: (registration) => withdraw(registration),
}

/** The table as the committee was told it; the program's table must equal it. */
const expected: Record<RegistrationState, Partial<Record<RegistrationAction, RegistrationState>>> = {
  submitted: { approve: 'approved', refuse: 'refused', askBack: 'askedBack', withdraw: 'withdrawn' },
  askedBack: { approve: 'approved', refuse: 'refused', resubmit: 'submitted', withdraw: 'withdrawn' },
  approved: {},
  refused: { resubmit: 'submitted' },
  withdrawn: {},
}

describe('a registration goes its way', () => {
  for (const from of registrationStates) {
    for (const action of registrationActions) {
      const to = expected[from][action]
      it(`${from}: ${action} ${to === undefined ? 'is refused' : `leads to ${to}`}`, () => {
        const next = act[action](inState(from))
        if (to === undefined) {
          const allowed = Object.keys(expected[from])
          assert.ok(!next.ok)
          assert.equal(next.violation.code, 'transition-refused')
          assert.ok('from' in next.violation)
          assert.equal(next.violation.from, from)
          assert.deepEqual([...next.violation.allowed].sort(), allowed.sort())
        } else {
          assert.ok(next.ok)
          assert.equal(next.value.state, to)
        }
      })
    }
  }

  it('孙主任 approves: it is written who and when', () => {
    assert.deepEqual(approve(submitted(), { by: 'sun', now: later }), {
      ok: true,
      value: { ...submitted(), state: 'approved', decidedAt: later, decidedBy: 'sun' },
    })
  })

  it('孙主任 refuses: the reason stays until the applicant hands it in again', () => {
    assert.deepEqual(refuse(submitted(), { by: 'sun', reason: ' ', now: later }), {
      ok: false,
      violation: { code: 'reason-needed' },
    })
    const no = refuse(submitted(), { by: 'sun', reason: ' 房号不符 ', now: later })
    assert.ok(no.ok)
    assert.deepEqual([no.value.refusalReason, no.value.decidedBy], ['房号不符', 'sun'])
    const again = resubmit(no.value, { now: later })
    assert.deepEqual(again, { ok: true, value: { ...submitted(), lastReturnedAt: later } })
  })

  it('孙主任 asks back: the question stays until the answer comes', () => {
    assert.deepEqual(askBack(submitted(), { question: '\n' }), { ok: false, violation: { code: 'question-needed' } })
    const asked = askBack(submitted(), { question: '请问几室？' })
    assert.ok(asked.ok)
    assert.equal(asked.value.question, '请问几室？')
    const back = resubmit(asked.value, { now: later })
    assert.ok(back.ok)
    assert.deepEqual([back.value.question, back.value.state, back.value.submittedAt], [null, 'submitted', monday])
  })

  it('a second decision that comes too late hears where it stands, before its missing reason matters', () => {
    const late = refuse(inState('approved'), { by: 'guo', reason: '', now: later })
    assert.deepEqual(late, { ok: false, violation: { code: 'transition-refused', from: 'approved', allowed: [] } })
  })

  it('whatever is pressed in whatever order: ends are final, fields fit the state, other fields stay', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...registrationActions), { maxLength: 12 }), (presses) => {
        let registration = { ...submitted(), communityId: 7 }
        for (const press of presses) {
          const next = act[press](registration)
          assert.equal(next.ok, allowedActions(registration.state).includes(press))
          if (next.ok) registration = { ...registration, ...next.value }
          const { state, question, refusalReason, decidedAt, decidedBy } = registration
          assert.equal(question !== null, state === 'askedBack')
          assert.equal(refusalReason !== null, state === 'refused')
          assert.equal(decidedAt !== null, state === 'approved' || state === 'refused')
          assert.equal(decidedBy !== null, decidedAt !== null)
          assert.equal(registration.communityId, 7)
        }
      }),
    )
  })

  it('the program’s table is the one promised', () => {
    assert.deepEqual(registrationTransitions, expected)
  })
})

describe('a child registers', () => {
  const child = (birthOn: string, guardianPersonId: string | null) =>
    submit({ birthOn: birthOn as DateOn, guardianPersonId }, monday)

  it('under 14 only with a guardian; the day after the 14th birthday alone', () => {
    assert.deepEqual(child('2012-03-09', null), { ok: false, violation: { code: 'guardian-needed' } })
    assert.ok(child('2012-03-09', 'mother').ok)
    assert.ok(child('2012-03-08', null).ok)
  })

  it('the date is the one of Shanghai', () => {
    const birthOn = '2012-03-09' as DateOn
    assert.ok(!submit({ birthOn, guardianPersonId: null }, new Date('2026-03-09T15:59:59.999Z')).ok)
    assert.ok(submit({ birthOn, guardianPersonId: null }, new Date('2026-03-09T16:00:00.000Z')).ok)
  })
})

describe('a registration waits', () => {
  const after = (hours: number, extraMs = 0) => addMs(monday, hours * msPerHour + extraMs)

  it('at exactly 24 hours it is not overdue, a millisecond later it is', () => {
    assert.equal(isOverdue(submitted(), after(24)), false)
    assert.equal(isOverdue(submitted(), after(24, 1)), true)
    assert.equal(isOverdue(submitted(), after(48), 48), false)
    assert.equal(isOverdue(submitted(), after(48, 1), 48), true)
  })

  it('handed in again, the time starts again', () => {
    const back = { ...submitted(), lastReturnedAt: after(30) }
    assert.equal(isOverdue(back, after(54)), false)
    assert.equal(isOverdue(back, after(54, 1)), true)
  })

  it('while it waits for the applicant, or is decided, it is never overdue', () => {
    for (const state of registrationStates) assert.equal(isOverdue(inState(state), after(1000)), state === 'submitted')
  })
})

describe('a registration filed at the counter', () => {
  const filed = (): Registration => {
    const handedIn = submit({ ...adult, filedBy: 'sun' }, monday)
    assert.ok(handedIn.ok)
    return handedIn.value
  }

  it('is not approved by the hand that filed it, and is by another', () => {
    const own = approve(filed(), { by: 'sun', now: later })
    assert.equal(!own.ok && own.violation.code, 'own-filing')
    assert.equal(approve(filed(), { by: 'guo', now: later }).ok, true)
  })

  it('may be refused by the hand that filed it: an error is mended at once', () => {
    assert.equal(refuse(filed(), { by: 'sun', reason: '填错了门牌', now: later }).ok, true)
  })

  it('that is decided already says so first, whoever asks', () => {
    const done = approve({ ...filed(), state: 'approved' }, { by: 'sun', now: later })
    assert.equal(!done.ok && done.violation.code, 'transition-refused')
  })
})
