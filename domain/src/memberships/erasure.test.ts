import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayEraseNow } from './erasure.ts'

test('who became no neighbour is erased at once; a neighbour leaves first, a cadre hands over first', () => {
  assert.equal(mayEraseNow({ livingMemberships: 0, rolesHeld: [] }).ok, true)
  assert.deepEqual(mayEraseNow({ livingMemberships: 1, rolesHeld: [] }), {
    ok: false,
    violation: { code: 'membership-held' },
  })
  assert.deepEqual(mayEraseNow({ livingMemberships: 1, rolesHeld: ['buildingLead'] }), {
    ok: false,
    violation: { code: 'role-held', roles: ['buildingLead'] },
  })
})
