import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { permissionTable } from './permissions.ts'
import {
  answeringRoles,
  committeeRoles,
  communityRoles,
  handOverRoles,
  levelOf,
  mayGrant,
  type Role,
  roles,
} from './roles.ts'

describe('who grants which role', () => {
  /** Y may grant and end it; columns as in `roles`. */
  const matrix: Readonly<Record<Role, string>> = {
    //                  secretary director member lead property owners police doctor subdistrict district
    committeeSecretary: '- - Y Y Y Y Y Y - -',
    committeeDirector: ' - - Y Y Y Y Y Y - -',
    committeeMember: '   - - - - - - - - - -',
    buildingLead: '      - - - - - - - - - -',
    propertyManager: '   - - - - - - - - - -',
    ownersCommittee: '   - - - - - - - - - -',
    policeOfficer: '     - - - - - - - - - -',
    familyDoctor: '      - - - - - - - - - -',
    subdistrictOfficer: 'Y Y Y Y Y Y Y Y - -',
    districtOfficer: '   Y Y Y Y Y Y Y Y Y Y',
  }
  for (const granter of roles)
    it(`${granter}: ${matrix[granter].trim()}`, () => {
      const row = roles.map((granted) => (mayGrant(granter, granted) ? 'Y' : '-')).join(' ')
      assert.equal(row, matrix[granter].trim())
    })

  it('whoever grants anything has the permission to, and whoever has it can grant something', () => {
    const granting = roles.filter((granter) => roles.some((granted) => mayGrant(granter, granted)))
    assert.deepEqual([...permissionTable['role.grant'].roles].sort(), [...granting].sort())
  })

  it('郭书记 cannot name a second secretary: nobody but the district grants the own role', () => {
    assert.deepEqual(
      roles.filter((role) => mayGrant(role, role)),
      ['districtOfficer'],
    )
  })

  it('every role can be granted by somebody', () => {
    for (const granted of roles)
      assert.ok(
        roles.some((granter) => mayGrant(granter, granted)),
        granted,
      )
  })
})

describe('where a role stands', () => {
  it('officers stand above, everybody else in the community', () => {
    assert.equal(levelOf('districtOfficer'), 'district')
    assert.equal(levelOf('subdistrictOfficer'), 'subdistrict')
    for (const role of communityRoles) assert.equal(levelOf(role), 'community', role)
  })

  it('what is handed over lands with someone who can answer it', () => {
    for (const role of handOverRoles) assert.ok(answeringRoles.includes(role), role)
  })

  it('secretary, director and members are the committee; helpers, property and police are not', () => {
    assert.deepEqual([...committeeRoles], ['committeeSecretary', 'committeeDirector', 'committeeMember'])
  })

  it('every role answers what it has in hand, an officer what was escalated to them', () => {
    assert.deepEqual([...answeringRoles], [...roles])
  })
})
