import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ConsentKind, checkConsents, consentKinds, consentRules } from './consents.ts'
import { checkMemberClaim, type MemberClaim, memberKindRules, memberKinds, tenures } from './member-kinds.ts'
import { type MemberAction, mayDo, memberActions, memberRights } from './member-rights.ts'

const codeOf = (result: { ok: true } | { ok: false; violation: { code: string } }) =>
  result.ok ? 'ok' : result.violation.code

describe('who joins as what', () => {
  const resident: MemberClaim = {
    memberKind: 'resident',
    communityKind: 'neighbourhood',
    hasDwelling: true,
    tenure: 'tenant',
    isChild: false,
  }
  const claims: readonly [string, Partial<MemberClaim>, string][] = [
    ['a tenant of a neighbourhood', {}, 'ok'],
    ['a resident of a village', { communityKind: 'village' }, 'ok'],
    ['a resident without a dwelling', { hasDwelling: false }, 'dwelling-needed'],
    ['a resident without a tenure', { tenure: null }, 'tenure-needed'],
    ['a villager of a village', { memberKind: 'villager', communityKind: 'village', tenure: null }, 'ok'],
    ['a villager of a neighbourhood', { memberKind: 'villager' }, 'member-kind-not-here'],
    [
      'a villager without a house',
      { memberKind: 'villager', communityKind: 'village', hasDwelling: false, tenure: null },
      'dwelling-needed',
    ],
    ['an enterprise without a place', { memberKind: 'enterprise', hasDwelling: false, tenure: null }, 'ok'],
    ['a merchant who owns the shop', { memberKind: 'merchant', tenure: 'propertyOwner' }, 'ok'],
    [
      'a merchant who owns nothing named',
      { memberKind: 'merchant', hasDwelling: false, tenure: 'propertyOwner' },
      'tenure-without-dwelling',
    ],
    ['a child at home', { isChild: true, tenure: 'family' }, 'ok'],
    ['a child in a village', { isChild: true, memberKind: 'villager', communityKind: 'village', tenure: null }, 'ok'],
    ['a child as an enterprise', { isChild: true, memberKind: 'enterprise' }, 'member-kind-not-for-children'],
    ['a child as a merchant', { isChild: true, memberKind: 'merchant' }, 'member-kind-not-for-children'],
    [
      'a child as an employee',
      { isChild: true, memberKind: 'employee', hasDwelling: false, tenure: null },
      'member-kind-not-for-children',
    ],
    ['an employee', { memberKind: 'employee', hasDwelling: false, tenure: null }, 'ok'],
    ['an employee with a dwelling', { memberKind: 'employee', tenure: null }, 'dwelling-not-taken'],
    ['an employee with a tenure', { memberKind: 'employee', hasDwelling: false }, 'tenure-not-taken'],
  ]
  for (const [who, change, expected] of claims)
    it(`${who}: ${expected}`, () => {
      assert.equal(codeOf(checkMemberClaim({ ...resident, ...change })), expected)
    })

  it('every kind can join somewhere with what it needs', () => {
    for (const memberKind of memberKinds) {
      const rule = memberKindRules[memberKind]
      const communityKind = rule.communityKinds[0]
      assert.ok(communityKind !== undefined)
      const hasDwelling = rule.dwelling === 'required'
      const tenure = rule.tenure === 'required' ? 'family' : null
      assert.equal(codeOf(checkMemberClaim({ memberKind, communityKind, hasDwelling, tenure, isChild: false })), 'ok')
    }
  })
})

describe('what each kind may do', () => {
  /** Y yes, - no, O only owners; columns as in `memberActions`. */
  const table: Record<string, string> = {
    resident: 'Y Y Y Y Y Y O Y Y Y Y Y',
    villager: 'Y Y Y Y Y Y - Y Y Y Y Y',
    enterprise: 'Y Y Y Y - - O Y Y Y - -',
    merchant: 'Y Y Y Y - - O Y Y Y - Y',
    employee: 'Y Y Y Y - - - Y Y Y - Y',
  }
  for (const memberKind of memberKinds)
    it(`the row of ${memberKind}, cell by cell`, () => {
      const cells = memberActions.map(
        (action) => ({ yes: 'Y', no: '-', owners: 'O' })[memberRights[memberKind][action]],
      )
      assert.equal(cells.join(' '), table[memberKind])
      memberActions.forEach((action, column) => {
        for (const tenure of [...tenures, null]) {
          const isOwner = tenure === 'propertyOwner' || tenure === 'coOwner'
          const cell = table[memberKind]?.split(' ')[column]
          const expected = cell === '-' ? 'not-for-member-kind' : cell === 'O' && !isOwner ? 'not-for-tenure' : 'ok'
          assert.equal(codeOf(mayDo(memberKind, tenure, action, 40)), expected, `${action} ${tenure}`)
        }
      })
    })

  it('at 17 nobody votes or shows a Party badge, at 18 they do; everything else is open', () => {
    const closed = memberActions.filter((action) => !mayDo('resident', 'propertyOwner', action, 17).ok)
    assert.deepEqual(closed, ['voteAsResident', 'voteAsPropertyOwner', 'declareParty'])
    for (const action of memberActions) assert.ok(mayDo('resident', 'propertyOwner', action, 18).ok)
    assert.deepEqual(mayDo('resident', 'family', 'voteAsResident', 17), {
      ok: false,
      violation: { code: 'under-age', fromAgeYears: 18 },
    })
  })

  it('at 13 only through the guardian, at 14 alone', () => {
    const open: readonly MemberAction[] = memberActions.filter((action) => mayDo('resident', 'family', action, 13).ok)
    assert.ok(open.length > 5)
    for (const action of open) {
      assert.deepEqual(mayDo('resident', 'family', action, 13), { ok: true, value: { throughGuardian: true } })
      assert.deepEqual(mayDo('resident', 'family', action, 14), { ok: true, value: { throughGuardian: false } })
    }
  })
})

describe('consents', () => {
  const required: readonly ConsentKind[] = ['service', 'sensitiveIdentity', 'rollComparison']
  const noParty = { declaresParty: false }

  it('the required ones are enough, and come back once each in a fixed order', () => {
    assert.deepEqual(checkConsents([...required].reverse(), noParty), { ok: true, value: required })
    assert.deepEqual(checkConsents([...required, ...required], noParty), { ok: true, value: required })
    assert.deepEqual(checkConsents(consentKinds, noParty), { ok: true, value: consentKinds })
  })

  for (const missing of required)
    it(`without ${missing} there is no membership`, () => {
      const given = consentKinds.filter((kind) => kind !== missing)
      assert.deepEqual(checkConsents(given, noParty), {
        ok: false,
        violation: { code: 'consent-needed', missing: [missing] },
      })
    })

  it('all that is missing is named at once', () => {
    assert.deepEqual(checkConsents([], { declaresParty: true }), {
      ok: false,
      violation: { code: 'consent-needed', missing: [...required, 'partyBadge'] },
    })
  })

  it('the Party badge needs its own consent only when it is declared', () => {
    assert.equal(codeOf(checkConsents(required, { declaresParty: true })), 'consent-needed')
    assert.equal(codeOf(checkConsents([...required, 'partyBadge'], { declaresParty: true })), 'ok')
  })

  it('sensitive ones stand apart and every one has its source', () => {
    assert.deepEqual(
      consentKinds.filter((kind) => consentRules[kind].separate),
      ['sensitiveIdentity', 'partyBadge'],
    )
    for (const kind of consentKinds) assert.match(consentRules[kind].source, /个人信息保护法 \d+/)
  })
})
