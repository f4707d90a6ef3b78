import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat, MembershipState } from '../roles/hats.ts'
import { communityRoles, handOverRoles, levelOf, type Role } from '../roles/roles.ts'
import { actionsNow, mayDo, maySee, maySeeNotes, type Participant } from './participants.ts'
import {
  allowedActions,
  type ServiceRequestAction,
  type ServiceRequestState,
  serviceRequestActions,
  serviceRequestStates,
} from './states.ts'

const jiucun = { communityId: 9, subdistrictId: 30, districtId: 100 }
const elsewhere = { communityId: 12, subdistrictId: 32, districtId: 101 }
type Place = typeof jiucun

const territoryOf = { community: 'communityId', subdistrict: 'subdistrictId', district: 'districtId' } as const
const roleHat = (role: Role, place: Place = jiucun): Hat => {
  const level = levelOf(role)
  return { type: 'role', role, level, territoryId: place[territoryOf[level]] }
}
const memberHat = (state: MembershipState, place: Place = jiucun): Hat => ({
  type: 'member',
  place,
  state,
  kind: 'resident',
  tenure: 'tenant',
})
const as = (hat: Hat, isAsker = false): Participant => ({ hat, isAsker, isHelper: false, isAssignee: false })
const helping = (hat: Hat): Participant => ({ ...as(hat), isHelper: true })
const assigned = (role: Role): Participant => ({ ...as(roleHat(role)), isAssignee: true })
/** What the table below is about: the property manager has it in hand. */
const inHand = {
  responsibleRole: 'propertyManager',
  visibility: 'community',
  level: 'community',
  offer: undefined,
} as const

/** Everybody who could come by, each under one hat. The property manager of 宝山九村 has the request in hand. */
const people = {
  asker: as(memberHat('active'), true),
  'asker, suspended': as(memberHat('suspended'), true),
  'asker, moved away': as(memberHat('ended'), true),
  neighbour: as(memberHat('active')),
  'neighbour, suspended': as(memberHat('suspended')),
  'neighbour, moved away': as(memberHat('ended')),
  secretary: as(roleHat('committeeSecretary')),
  director: as(roleHat('committeeDirector')),
  'committee member': as(roleHat('committeeMember')),
  'committee member, assigned': assigned('committeeMember'),
  'committee member, filed it': helping(roleHat('committeeMember')),
  'family, filed it': helping(memberHat('active')),
  'family, moved away': helping(memberHat('ended')),
  'building lead, assigned': assigned('buildingLead'),
  'building lead': as(roleHat('buildingLead')),
  'property manager': as(roleHat('propertyManager')),
  "owners' committee": as(roleHat('ownersCommittee')),
  'police officer': as(roleHat('policeOfficer')),
  'family doctor': as(roleHat('familyDoctor')),
  'subdistrict officer': as(roleHat('subdistrictOfficer')),
  'district officer': as(roleHat('districtOfficer')),
} as const
type Person = keyof typeof people
const everyone = Object.keys(people) as Person[]

const strangers: readonly Participant[] = [
  as(memberHat('active', elsewhere)),
  as(memberHat('active', elsewhere), true),
  ...[...communityRoles, 'subdistrictOfficer' as const, 'districtOfficer' as const].map((role) =>
    as(roleHat(role, elsewhere)),
  ),
  as(roleHat('committeeDirector', { ...jiucun, communityId: 10 })),
  as(roleHat('subdistrictOfficer', { ...jiucun, subdistrictId: 31 })),
]

const words = (row: string) => row.trim().split(/\s+/).join(' ')
const levels = ['community', 'subdistrict', 'district'] as const
const cells = (['community', 'private'] as const).flatMap((visibility) => [
  ...levels.map((level) => ({ visibility, level, state: 'answered' as ServiceRequestState })),
  { visibility, level: 'district' as const, state: 'withdrawn' as ServiceRequestState },
])

describe('who sees a request', () => {
  /** Y sees it. Columns: in the hands of the community, subdistrict, district; withdrawn. Community first, then private. */
  const sees: Readonly<Record<Person, string>> = {
    asker: '                 Y Y Y Y  Y Y Y Y',
    'asker, suspended': '    Y Y Y Y  Y Y Y Y',
    'asker, moved away': '   - - - -  - - - -',
    neighbour: '             Y Y Y -  - - - -',
    'neighbour, suspended': 'Y Y Y -  - - - -',
    'neighbour, moved away': '- - - - - - - -',
    secretary: '             Y Y Y Y  Y Y Y Y',
    director: '              Y Y Y Y  Y Y Y Y',
    'committee member': '    Y Y Y Y  - - - -',
    'committee member, assigned': 'Y Y Y Y  Y Y Y -',
    'committee member, filed it': 'Y Y Y Y  Y Y Y Y',
    'family, filed it': '    Y Y Y Y  Y Y Y Y',
    'family, moved away': '  - - - -  - - - -',
    'building lead, assigned': 'Y Y Y -  Y Y Y -',
    'building lead': '       Y Y Y -  - - - -',
    'property manager': '    Y Y Y -  Y Y Y -',
    "owners' committee": '   Y Y Y -  - - - -',
    'police officer': '      Y Y Y -  - - - -',
    'family doctor': '       Y Y Y -  - - - -',
    'subdistrict officer': ' Y Y Y -  - Y Y -',
    'district officer': '    Y Y Y -  - - Y -',
  }
  for (const person of everyone)
    it(`${person}: ${words(sees[person])}`, () => {
      const row = cells.map((cell) =>
        maySee(people[person], { ...cell, responsibleRole: 'propertyManager', offer: undefined }, jiucun),
      )
      assert.equal(row.map((seen) => (seen ? 'Y' : '-')).join(' '), words(sees[person]))
    })

  it('nobody from elsewhere sees anything, whatever the role, even as the asker of another community', () => {
    for (const who of strangers)
      for (const cell of cells)
        for (const responsibleRole of handOverRoles)
          assert.equal(
            maySee(who, { ...cell, responsibleRole, offer: undefined }, jiucun),
            false,
            JSON.stringify([who, cell]),
          )
  })

  it('a private request is seen by who leads the committee and by the one role that has it in hand, for as long as it has', () => {
    const leading = ['committeeSecretary', 'committeeDirector']
    for (const responsibleRole of handOverRoles)
      for (const role of communityRoles) {
        const request = {
          visibility: 'private',
          state: 'read',
          level: 'community',
          responsibleRole,
          offer: undefined,
        } as const
        const expected = leading.includes(role) || role === responsibleRole
        assert.equal(maySee(as(roleHat(role)), request, jiucun), expected, `${role} of ${responsibleRole}`)
      }
  })

  it('what ended is still seen by those who saw it: nothing closes silently', () => {
    for (const state of serviceRequestStates.filter((one) => one !== 'withdrawn'))
      for (const person of everyone)
        for (const cell of cells.filter((one) => one.state === 'answered')) {
          const request = { ...cell, responsibleRole: 'propertyManager', offer: undefined } as const
          assert.equal(
            maySee(people[person], { ...request, state }, jiucun),
            maySee(people[person], request, jiucun),
            `${person} ${state}`,
          )
        }
  })

  it('notes are read by those who answer, not by the asker, the neighbours or the levels above', () => {
    const reading = everyone.filter((person) => maySeeNotes(people[person].hat))
    const answering = everyone.filter((person) => mayDo(people[person], 'note', inHand, jiucun))
    assert.deepEqual(reading, [
      'secretary',
      'director',
      'committee member',
      'committee member, assigned',
      'committee member, filed it',
      'building lead, assigned',
      'building lead',
      'property manager',
      "owners' committee",
      'police officer',
      'family doctor',
    ])
    assert.deepEqual(reading, answering)
  })
})

const own: readonly ServiceRequestAction[] = ['reply', 'confirm', 'reopen', 'rate', 'withdraw', 'acceptReply']
/** Where no offer is open they learn so; where one is, only who was asked, or who gives it, answers it. */
const toOffers = ['acceptHandOver', 'returnHandOver'] as const
const answering: readonly ServiceRequestAction[] = [
  ...toOffers,
  'read',
  'answer',
  'askBack',
  'reply',
  'note',
  'resolve',
  'endorseReply',
]
/** Roles that do not have it in hand. */
const speaking: readonly ServiceRequestAction[] = ['reply', 'note', ...toOffers]
const directing: readonly ServiceRequestAction[] = [
  ...answering,
  'suspend',
  'resume',
  'handOver',
  'assign',
  'escalate',
  'merge',
  'split',
]
const may: Readonly<Record<Person, readonly ServiceRequestAction[]>> = {
  asker: own,
  'asker, suspended': [],
  'asker, moved away': [],
  neighbour: ['reply', 'support'],
  'neighbour, suspended': [],
  'neighbour, moved away': [],
  secretary: directing,
  director: directing,
  'committee member': directing,
  'committee member, assigned': directing,
  'committee member, filed it': directing,
  'family, filed it': ['reply', 'support'],
  'family, moved away': [],
  'building lead, assigned': answering,
  'building lead': speaking,
  'property manager': directing,
  "owners' committee": speaking,
  'police officer': speaking,
  'family doctor': speaking,
  'subdistrict officer': [],
  'district officer': [],
}

describe('who may do what to a request', () => {
  for (const person of everyone)
    it(`${person}: ${may[person].join(' ') || 'nothing'}`, () => {
      const can = serviceRequestActions.filter((action) => mayDo(people[person], action, inHand, jiucun))
      assert.deepEqual(can.sort(), [...may[person]].sort())
    })

  it('nobody from elsewhere may do anything', () => {
    for (const who of strangers)
      for (const action of serviceRequestActions) assert.equal(mayDo(who, action, inHand, jiucun), false, action)
  })

  it('an open offer is accepted by the role it was made to, sent back by that role and by whoever has it in hand', () => {
    const request = { ...inHand, offer: { toRole: 'familyDoctor' } } as const
    const able = (action: ServiceRequestAction) => everyone.filter((one) => mayDo(people[one], action, request, jiucun))
    assert.deepEqual(able('acceptHandOver'), ['family doctor'])
    const giving = everyone.filter((one) => mayDo(people[one], 'handOver', request, jiucun) || one.includes('assigned'))
    assert.deepEqual(able('returnHandOver').toSorted(), [...giving, 'family doctor'].toSorted())
  })

  it('a private request is read by the role that was asked to take it, as long as the offer stands', () => {
    const request = { ...inHand, visibility: 'private', state: 'read', level: 'community' } as const
    assert.equal(maySee(people['family doctor'], request, jiucun), false)
    assert.equal(maySee(people['family doctor'], { ...request, offer: { toRole: 'familyDoctor' } }, jiucun), true)
    assert.equal(maySee(people['police officer'], { ...request, offer: { toRole: 'familyDoctor' } }, jiucun), false)
  })

  it('nobody says 我也是 to what only the responsible read, the helper who filed it no more than others', () => {
    const request = { ...inHand, visibility: 'private' } as const
    for (const person of everyone) assert.equal(mayDo(people[person], 'support', request, jiucun), false, person)
  })

  it('the officer of the level it was escalated to has it in hand: answers, solves, reports further up, returns it', () => {
    const can = (person: Person, level: (typeof levels)[number]) =>
      serviceRequestActions.filter((action) => mayDo(people[person], action, { ...inHand, level }, jiucun))
    const all = ['read', 'answer', 'askBack', 'escalate', 'returnEscalation', 'resolve', 'endorseReply']
    assert.deepEqual(can('subdistrict officer', 'subdistrict'), all)
    assert.deepEqual(can('district officer', 'district'), all)
    for (const level of ['community', 'district'] as const) assert.deepEqual(can('subdistrict officer', level), [])
    for (const level of ['community', 'subdistrict'] as const) assert.deepEqual(can('district officer', level), [])
    for (const level of levels)
      for (const person of everyone.filter((one) => !one.endsWith('district officer')))
        assert.deepEqual(can(person, level), can(person, 'community'), person)
    const elsewheres = as(roleHat('subdistrictOfficer', elsewhere))
    assert.equal(mayDo(elsewheres, 'answer', { ...inHand, level: 'subdistrict' }, jiucun), false)
  })

  it('nobody lets a request lapse by hand, and nobody confirms for the asker', () => {
    for (const person of everyone) {
      assert.equal(mayDo(people[person], 'lapse', inHand, jiucun), false, person)
      if (person !== 'asker') assert.equal(mayDo(people[person], 'confirm', inHand, jiucun), false, person)
    }
  })
})

describe('what a screen offers', () => {
  const calm = { ...inHand, suspension: undefined, level: 'community', reopenedCount: 0 } as const
  const stopped = {
    kind: 'suspended',
    since: new Date('2026-03-03T08:00:00+08:00'),
    until: new Date('2026-03-10T00:00:00+08:00'),
    remindAt: undefined,
  } as const
  const offered = (person: Person, state: ServiceRequestState) => actionsNow(people[person], { ...calm, state }, jiucun)

  it('吴女士: to withdraw while it is open, to confirm or reopen once a result is there, to speak always', () => {
    for (const state of ['submitted', 'read', 'reopened'] as const)
      assert.deepEqual(offered('asker', state), ['reply', 'withdraw', 'acceptReply'], state)
    assert.deepEqual(offered('asker', 'answered'), ['reply', 'withdraw'])
    assert.deepEqual(offered('asker', 'resolved'), ['reply', 'confirm', 'reopen'])
    for (const state of ['confirmed', 'unconfirmed'] as const)
      assert.deepEqual(offered('asker', state), ['reply', 'rate'], state)
    assert.deepEqual(offered('asker', 'withdrawn'), ['reply'])
  })

  it('孙主任: everything that leads on while it is open, then only words', () => {
    const open = ['answer', 'askBack', 'reply', 'note', 'suspend', 'handOver', 'assign', 'escalate', 'merge', 'resolve']
    assert.deepEqual(offered('director', 'submitted'), ['read', ...open, 'endorseReply'])
    for (const state of ['read', 'reopened'] as const)
      assert.deepEqual(offered('director', state), [...open, 'endorseReply'])
    assert.deepEqual(offered('director', 'answered'), open)
    for (const state of ['resolved', 'confirmed', 'unconfirmed', 'withdrawn'] as const)
      assert.deepEqual(offered('director', state), ['reply', 'note'], state)
  })

  it('what was merged into another one: taken back by its asker, split off by who leads, and talked about over there', () => {
    assert.deepEqual(offered('asker', 'merged'), ['withdraw'])
    assert.deepEqual(offered('director', 'merged'), ['split'])
    assert.deepEqual(offered('neighbour', 'merged'), [])
  })

  it('a private one is never merged; one that stands for others is answered for all of them, not by what one accepts', () => {
    const closed = actionsNow(people.director, { ...calm, state: 'read', visibility: 'private' }, jiucun)
    assert.ok(!closed.includes('merge'))
    const forOthers = { ...calm, state: 'read', standsForOthers: true } as const
    assert.ok(!actionsNow(people.asker, forOthers, jiucun).includes('acceptReply'))
    assert.ok(actionsNow(people.director, forOthers, jiucun).includes('endorseReply'))
  })

  it('the building lead it is assigned to: to answer and to solve, not to pass on; another one only to speak', () => {
    assert.deepEqual(offered('building lead, assigned', 'read'), [
      'answer',
      'askBack',
      'reply',
      'note',
      'resolve',
      'endorseReply',
    ])
    assert.deepEqual(offered('building lead', 'read'), ['reply', 'note'])
  })

  it('the police officer: everything once it was handed over to them, only words before and after', () => {
    const now = (responsibleRole: Role) =>
      actionsNow(
        people['police officer'],
        { ...calm, state: 'read', responsibleRole: responsibleRole as never },
        jiucun,
      )
    assert.ok(now('policeOfficer').includes('suspend') && now('policeOfficer').includes('handOver'))
    assert.deepEqual(now('familyDoctor'), ['reply', 'note'])
  })

  it('while it is suspended it can be resumed, not suspended or asked back a second time', () => {
    const now = actionsNow(people.director, { ...calm, state: 'read', suspension: stopped }, jiucun)
    assert.deepEqual(now, [
      'answer',
      'reply',
      'note',
      'resume',
      'handOver',
      'assign',
      'escalate',
      'merge',
      'resolve',
      'endorseReply',
    ])
  })

  it('there is no level above the district', () => {
    for (const level of levels) {
      const now = actionsNow(people.director, { ...calm, state: 'read', level }, jiucun)
      assert.equal(now.includes('escalate'), level !== 'district', level)
    }
  })

  it('nobody is ever offered what the state or the hat refuses', () => {
    for (const who of [...Object.values(people), ...strangers])
      for (const state of serviceRequestStates)
        for (const suspension of [undefined, stopped])
          for (const action of actionsNow(who, { ...calm, state, suspension }, jiucun))
            assert.ok(
              allowedActions(state).includes(action) && mayDo(who, action, inHand, jiucun),
              `${state} ${action}`,
            )
  })

  it('officers and suspended neighbours are offered nothing', () => {
    for (const person of [
      'subdistrict officer',
      'district officer',
      'neighbour, suspended',
      'asker, suspended',
    ] as const)
      for (const state of serviceRequestStates) assert.deepEqual(offered(person, state), [], `${person} ${state}`)
  })
})
