import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baoshanDirectory } from '../baoshan/directory.ts'
import { demoCommunities, dwellingsOf } from './compounds.ts'

const ninth = demoCommunities[0]
assert.ok(ninth)
const numbered = (number: number) => ninth.compound.buildings.find((building) => building.number === number)

test('宝山九村 has the 2,136 dwellings of the article’s mock-up, in three sub-areas', () => {
  assert.equal(dwellingsOf(ninth).length, 2136)
  assert.deepEqual([...new Set(ninth.compound.buildings.map((building) => building.subArea))].sort(), [
    '中艺花园',
    '北块',
    '南块',
  ])
})

test('the buildings people speak of stand where they say', () => {
  for (const number of [92, 42, 36, 71, 55]) assert.equal(numbered(number)?.subArea, '北块')
  for (const number of [18, 20, 22, 16]) assert.equal(numbered(number)?.subArea, '南块')
  assert.equal(numbered(5)?.subArea, '中艺花园')
  const flat = dwellingsOf(ninth).find((dwelling) => dwelling.key === 'baoshan-9/92/2/502')
  assert.deepEqual([flat?.floorAreaCm2, flat?.floor], [713_600, 5])
})

test('every demo community is a real one of the directory', () => {
  const codes = new Map(baoshanDirectory().map((row) => [row.communityCode, row.displayName]))
  for (const { communityCode, compound } of demoCommunities) assert.equal(codes.get(communityCode), compound.name)
})

test('dwelling keys are unique and areas are whole, 45 to 110 m²', () => {
  const all = demoCommunities.flatMap(dwellingsOf)
  assert.equal(new Set(all.map((dwelling) => dwelling.key)).size, all.length)
  for (const { key, floorAreaCm2 } of all)
    assert.ok(Number.isInteger(floorAreaCm2) && floorAreaCm2 >= 450_000 && floorAreaCm2 <= 1_100_000, key)
  assert.ok(new Set(all.map((dwelling) => dwelling.floorAreaSource)).size === 3)
})
