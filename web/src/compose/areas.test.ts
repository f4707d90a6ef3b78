import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownBuildingIn } from './areas.ts'

const named = (...names: string[]) => names.map((name, at) => ({ name, buildingId: String(at) }))

test('the own building is the only one of its name; where two are called so it is not guessed', () => {
  assert.equal(ownBuildingIn(named('36号楼', '92号楼'), '92号楼')?.buildingId, '1')
  assert.equal(ownBuildingIn(named('92号楼', '92号楼'), '92号楼'), undefined)
  assert.equal(ownBuildingIn(named('36号楼'), '92号楼'), undefined)
})
