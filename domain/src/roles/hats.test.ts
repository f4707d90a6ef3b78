import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { covers, type Hat, membershipStates } from './hats.ts'
import { communityRoles, levelOf, type Role } from './roles.ts'

/** 宝山九村 in 友谊路街道; the neighbour in the same street, the one across the street, and one of another district. */
const jiucun = { communityId: 9, subdistrictId: 30, districtId: 100 }
const sameStreet = { communityId: 10, subdistrictId: 30, districtId: 100 }
const otherStreet = { communityId: 11, subdistrictId: 31, districtId: 100 }
const otherDistrict = { communityId: 12, subdistrictId: 32, districtId: 101 }
const places = [jiucun, sameStreet, otherStreet, otherDistrict]

const roleHat = (role: Role, territoryId: number): Hat => ({ type: 'role', role, level: levelOf(role), territoryId })

describe('how far a hat reaches', () => {
  it('吴女士 is a member of 宝山九村, and of nothing else, however her membership stands', () => {
    for (const state of membershipStates) {
      const hat: Hat = { type: 'member', place: jiucun, state, kind: 'resident', tenure: 'tenant' }
      assert.deepEqual(
        places.map((place) => covers(hat, place)),
        [true, false, false, false],
        state,
      )
    }
  })

  for (const role of communityRoles)
    it(`${role} of 宝山九村 reaches 宝山九村 alone`, () => {
      assert.deepEqual(
        places.map((place) => covers(roleHat(role, jiucun.communityId), place)),
        [true, false, false, false],
      )
    })

  it('the officer of the street reaches its communities, not those of the next street', () => {
    assert.deepEqual(
      places.map((place) => covers(roleHat('subdistrictOfficer', jiucun.subdistrictId), place)),
      [true, true, false, false],
    )
  })

  it('the officer of the district reaches its whole district, not the next one', () => {
    assert.deepEqual(
      places.map((place) => covers(roleHat('districtOfficer', jiucun.districtId), place)),
      [true, true, true, false],
    )
  })

  it('numbers of another level are never mistaken: a street 9 is not the community 9, a district 30 not the street 30', () => {
    assert.equal(covers(roleHat('subdistrictOfficer', jiucun.communityId), jiucun), false)
    assert.equal(covers(roleHat('subdistrictOfficer', jiucun.districtId), jiucun), false)
    assert.equal(covers(roleHat('districtOfficer', jiucun.subdistrictId), jiucun), false)
    assert.equal(covers(roleHat('districtOfficer', jiucun.communityId), jiucun), false)
    assert.equal(covers(roleHat('committeeSecretary', jiucun.subdistrictId), jiucun), false)
    assert.equal(covers(roleHat('committeeSecretary', jiucun.districtId), jiucun), false)
  })
})
