import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat } from '../roles/hats.ts'
import { levelOf, type Role } from '../roles/roles.ts'
import { assignableRoles, mayLookInto, type Participant } from './participants.ts'

const jiucun = { communityId: 9, subdistrictId: 30, districtId: 100 }
const elsewhere = { communityId: 12, subdistrictId: 32, districtId: 101 }
const hatOf = (role: Role, place: typeof jiucun): Hat => {
  const level = levelOf(role)
  const territoryId = { community: place.communityId, subdistrict: place.subdistrictId, district: place.districtId }[
    level
  ]
  return { type: 'role', role, level, territoryId }
}
/** Nothing binds them to the request but their hat. */
const as = (hat: Hat): Participant => ({ hat, isAsker: false, isHelper: false, isAssignee: false }) as Participant
const wears = (role: Role, place = jiucun) => as(hatOf(role, place))
const secret = {
  visibility: 'private',
  state: 'read',
  level: 'community',
  responsibleRole: 'committeeDirector',
  offer: undefined,
} as const

describe('an officer looks into a private request with a reason', () => {
  const officers = ['subdistrictOfficer', 'districtOfficer'] as const

  it('where it lies in the own territory and was not escalated', () => {
    for (const role of officers) {
      assert.equal(mayLookInto(wears(role), secret, jiucun), true, role)
      assert.equal(mayLookInto(wears(role, elsewhere), secret, jiucun), false, role)
    }
  })

  it('not where no reason is needed: said to everybody, or escalated to them', () => {
    for (const role of officers) {
      assert.equal(mayLookInto(wears(role), { ...secret, visibility: 'community' }, jiucun), false, role)
      assert.equal(mayLookInto(wears(role), { ...secret, level: 'district' }, jiucun), false, role)
    }
    assert.equal(mayLookInto(wears('districtOfficer'), { ...secret, level: 'subdistrict' }, jiucun), true)
  })

  it('not once it was taken back', () => {
    for (const role of officers)
      assert.equal(mayLookInto(wears(role), { ...secret, state: 'withdrawn' }, jiucun), false)
  })

  it('nobody else does: no cadre of the community, no neighbour', () => {
    for (const role of ['committeeDirector', 'committeeMember', 'policeOfficer', 'familyDoctor'] as const)
      assert.equal(mayLookInto(wears(role), secret, jiucun), false, role)
    const neighbour: Hat = { type: 'member', place: jiucun, state: 'active', kind: 'resident', tenure: 'tenant' }
    assert.equal(mayLookInto(as(neighbour), secret, jiucun), false)
  })
})

describe('whom a request may be assigned to', () => {
  it('whoever may read it: a private one to who leads the committee and to the role that has it in hand', () => {
    const roles = assignableRoles({ visibility: 'private', responsibleRole: 'familyDoctor' })
    assert.ok(roles.includes('committeeSecretary') && roles.includes('familyDoctor'))
    assert.ok(!roles.includes('policeOfficer') && !roles.includes('buildingLead'))
  })

  it('one for everybody to every role of the community', () => {
    const roles = assignableRoles({ visibility: 'community', responsibleRole: 'familyDoctor' })
    assert.ok(roles.includes('policeOfficer') && roles.includes('buildingLead'))
  })
})
