import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat } from './hats.ts'
import { mayViewDistrict, mayViewSubdistrict } from './officers.ts'
import { levelOf, type Role, roles } from './roles.ts'

const wears = (role: Role, territoryId: number): Hat => ({ type: 'role', role, level: levelOf(role), territoryId })
const neighbour: Hat = {
  type: 'member',
  place: { communityId: 7, subdistrictId: 7, districtId: 7 },
  state: 'active',
  kind: 'resident',
  tenure: 'propertyOwner',
}

describe('who opens the command center', () => {
  it('shows a district to its own officer and to nobody else, the same number on another level included', () => {
    for (const role of roles) assert.equal(mayViewDistrict(wears(role, 7), 7), role === 'districtOfficer', role)
    assert.equal(mayViewDistrict(wears('districtOfficer', 8), 7), false)
    assert.equal(mayViewDistrict(neighbour, 7), false)
    assert.equal(mayViewDistrict(undefined, 7), false)
  })

  it('shows a subdistrict to its own officer and to the officer of its district', () => {
    const here = { subdistrictId: 7, districtId: 1 }
    for (const role of roles)
      assert.equal(mayViewSubdistrict(wears(role, 7), here), role === 'subdistrictOfficer', role)
    assert.equal(mayViewSubdistrict(wears('districtOfficer', 1), here), true)
    assert.equal(mayViewSubdistrict(wears('districtOfficer', 2), here), false)
    assert.equal(mayViewSubdistrict(wears('subdistrictOfficer', 8), here), false)
    assert.equal(mayViewSubdistrict(neighbour, here), false)
  })
})
