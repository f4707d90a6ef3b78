import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { defaultResponseRule } from './response-clock.ts'
import { answerRuleFor, defaultWaitingRule, type LocalRule, waitingRuleFor } from './response-rules.ts'

const jiucun = { communityId: 9, subdistrictId: 30, districtId: 100 }
const everywhere = { communityId: null, districtId: null, kind: null }
const rule = (where: Partial<Omit<LocalRule, 'measure'>>, measure: LocalRule['measure']): LocalRule => ({
  ...everywhere,
  ...where,
  measure,
})
const hours = (answerWithinHours: number) => ({ answerWithinHours })

/** From the weakest to the strongest. */
const ranked = [
  rule({}, hours(1)),
  rule({ kind: 'help' }, hours(2)),
  rule({ districtId: 100 }, hours(3)),
  rule({ districtId: 100, kind: 'help' }, hours(4)),
  rule({ communityId: 9 }, hours(5)),
  rule({ communityId: 9, kind: 'help' }, { answerWithinWorkingDays: 6 }),
]

describe('which rule of several holds', () => {
  it('without a row the article’s 24 hours, 30 days of suspension, a reminder after 3', () => {
    assert.deepEqual(answerRuleFor([], jiucun, 'help'), defaultResponseRule)
    assert.deepEqual(waitingRuleFor([], jiucun, 'help'), { suspendAtMostDays: 30, remindAskedBackAfterDays: 3 })
  })

  it('community before district before everywhere, and on one level a kind before all kinds, in whatever order they come', () => {
    const anyOrder = fc.shuffledSubarray(ranked, { minLength: 1 })
    fc.assert(
      fc.property(anyOrder, (rules) => {
        const strongest = ranked.findLast((one) => rules.includes(one))
        assert.deepEqual(answerRuleFor(rules, jiucun, 'help'), strongest?.measure)
      }),
    )
  })

  it('a rule of another place or another kind never holds', () => {
    const foreign = [
      rule({ communityId: 10 }, hours(1)),
      rule({ districtId: 101 }, hours(1)),
      rule({ communityId: 9, kind: 'complaint' }, hours(1)),
    ]
    assert.deepEqual(answerRuleFor(foreign, jiucun, 'help'), defaultResponseRule)
  })

  it('each number is chosen for itself: a local bound of suspensions leaves the answer and the reminder alone', () => {
    const rules = [
      rule({}, hours(48)),
      rule({ districtId: 100 }, { suspendAtMostDays: 14 }),
      rule({ communityId: 9 }, { suspendAtMostDays: 7 }),
      rule({ communityId: 9 }, { remindAskedBackAfterDays: 1 }),
    ]
    assert.deepEqual(answerRuleFor(rules, jiucun, 'matter'), hours(48))
    assert.deepEqual(waitingRuleFor(rules, jiucun, 'matter'), { suspendAtMostDays: 7, remindAskedBackAfterDays: 1 })
    assert.deepEqual(waitingRuleFor(rules, { ...jiucun, communityId: 10 }, 'matter'), {
      ...defaultWaitingRule,
      suspendAtMostDays: 14,
    })
  })

  it('of two equal ones the first given', () => {
    assert.deepEqual(answerRuleFor([rule({}, hours(1)), rule({}, hours(2))], jiucun, 'help'), hours(1))
  })
})
