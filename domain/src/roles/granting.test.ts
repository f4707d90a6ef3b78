import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, type DateOn } from '../time.ts'
import {
  checkGrantEnd,
  maxGrantDays,
  mayGrantAt,
  mayHandOver,
  maySeeGrants,
  type TerritoryPlace,
  territoryIdOf,
} from './granting.ts'
import type { Hat } from './hats.ts'
import { levelOf, mayGrant, type Role, roles, territoryLevels } from './roles.ts'

const jiucun: TerritoryPlace = { level: 'community', communityId: 9, subdistrictId: 30, districtId: 100 }
const street: TerritoryPlace = { level: 'subdistrict', subdistrictId: 30, districtId: 100 }
const district: TerritoryPlace = { level: 'district', districtId: 100 }
const places = { community: jiucun, subdistrict: street, district } as const
const elsewhere = {
  community: { level: 'community', communityId: 12, subdistrictId: 32, districtId: 101 },
  subdistrict: { level: 'subdistrict', subdistrictId: 32, districtId: 101 },
  district: { level: 'district', districtId: 101 },
} as const satisfies Record<string, TerritoryPlace>

const wears = (role: Role, territoryId = territoryIdOf(places[levelOf(role)])): Hat => ({
  type: 'role',
  role,
  level: levelOf(role),
  territoryId,
})
const neighbour: Hat = {
  type: 'member',
  place: { communityId: 9, subdistrictId: 30, districtId: 100 },
  state: 'active',
  kind: 'resident',
  tenure: 'propertyOwner',
}

describe('who may grant a role, and where', () => {
  it('inside the own territory exactly what the table of grants says', () => {
    for (const granter of roles)
      for (const granted of roles)
        assert.equal(
          mayGrantAt(wears(granter), granted, places[levelOf(granted)]),
          mayGrant(granter, granted),
          `${granter} → ${granted}`,
        )
  })

  it('nothing outside it, and nothing on a level that the role does not have', () => {
    for (const granter of roles)
      for (const granted of roles) {
        assert.equal(mayGrantAt(wears(granter), granted, elsewhere[levelOf(granted)]), false)
        for (const level of territoryLevels)
          if (level !== levelOf(granted)) assert.equal(mayGrantAt(wears(granter), granted, places[level]), false)
      }
  })

  it('the officer of the next street grants nothing here; a neighbour and a stranger grant nothing anywhere', () => {
    assert.equal(mayGrantAt(wears('subdistrictOfficer', 31), 'committeeDirector', jiucun), false)
    for (const granted of roles)
      for (const hat of [neighbour, undefined]) assert.equal(mayGrantAt(hat, granted, places[levelOf(granted)]), false)
  })

  it('equal numbers of different levels are never mistaken', () => {
    assert.equal(mayGrantAt(wears('subdistrictOfficer', 9), 'buildingLead', jiucun), false)
    assert.equal(mayGrantAt(wears('committeeSecretary', 30), 'buildingLead', jiucun), false)
    assert.equal(mayGrantAt(wears('districtOfficer', 30), 'subdistrictOfficer', street), false)
  })
})

describe('who reads the list of roles', () => {
  it('of a community: secretary, director and the officers above', () => {
    assert.deepEqual(
      roles.filter((role) => maySeeGrants(wears(role), jiucun)),
      ['committeeSecretary', 'committeeDirector', 'subdistrictOfficer', 'districtOfficer'],
    )
  })

  it('of a street its officer and the district, of the district its officer alone', () => {
    assert.deepEqual(
      roles.filter((role) => maySeeGrants(wears(role), street)),
      ['subdistrictOfficer', 'districtOfficer'],
    )
    assert.deepEqual(
      roles.filter((role) => maySeeGrants(wears(role), district)),
      ['districtOfficer'],
    )
  })

  it('elsewhere nobody', () => {
    for (const place of Object.values(elsewhere))
      for (const hat of [...roles.map((role) => wears(role)), neighbour, undefined])
        assert.equal(maySeeGrants(hat, place), false)
  })
})

describe('handing a role over', () => {
  const grant = { roleGrantId: 'g1', role: 'committeeMember', place: jiucun } as const

  it('the leaver gives the own role on while wearing it, a colleague does not', () => {
    assert.equal(mayHandOver(wears('committeeMember'), 'g1', grant), true)
    assert.equal(mayHandOver(wears('committeeMember'), 'g2', grant), false)
    assert.equal(mayHandOver(neighbour, 'g1', grant), false)
    assert.equal(mayHandOver(undefined, undefined, grant), false)
  })

  it('the director may do it for a member, another community’s director may not', () => {
    assert.equal(mayHandOver(wears('committeeDirector'), 'g2', grant), true)
    assert.equal(mayHandOver(wears('committeeDirector', 12), 'g2', grant), false)
  })
})

describe('the last day of a grant', () => {
  const today = '2026-03-01' as DateOn

  it('may be today and ten years on, not yesterday and not a day later; without one it is open', () => {
    assert.deepEqual(checkGrantEnd(null, today), { ok: true, value: null })
    assert.deepEqual(checkGrantEnd(today, today), { ok: true, value: today })
    assert.deepEqual(checkGrantEnd(addDays(today, -1), today), { ok: false, violation: { code: 'ends-on-past' } })
    assert.equal(maxGrantDays, 3_660)
    assert.equal(checkGrantEnd(addDays(today, maxGrantDays), today).ok, true)
    assert.deepEqual(checkGrantEnd(addDays(today, maxGrantDays + 1), today), {
      ok: false,
      violation: { code: 'ends-on-too-late' },
    })
  })
})
