import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ownParts, widerParts } from './scopes.ts'

const building = (name: string, more: object = {}) => ({
  buildingId: name,
  name,
  compoundId: 'west',
  compoundName: '西区',
  subAreaId: null,
  subAreaName: null,
  staircases: [
    { staircaseId: `${name}-1`, name: '1 单元' },
    { staircaseId: `${name}-2`, name: '2 单元' },
  ],
  ...more,
})
const names = (scopes: { name: string }[]) => scopes.map(({ name }) => name)

describe('parts of a community that a post may be for', () => {
  it('names no compound where there is one, and each sub-area once', () => {
    const north = { subAreaId: 'n', subAreaName: '北块' }
    assert.deepEqual(names(widerParts([building('1号楼')])), [])
    assert.deepEqual(names(widerParts([building('1号楼', north), building('2号楼', north)])), ['北块'])
  })
  it('says of which compound a sub-area is where there are several', () => {
    const east = { compoundId: 'east', compoundName: '东区', subAreaId: 's', subAreaName: '南块' }
    assert.deepEqual(names(widerParts([building('1号楼'), building('2号楼', east)])), ['西区', '东区', '东区 南块'])
  })
  it('offers a neighbour the parts where they live, from the widest on', () => {
    const east = { compoundId: 'east', compoundName: '东区', subAreaId: 's', subAreaName: '南块' }
    const own = { compoundId: 'east', subAreaId: 's', buildingId: '2号楼', staircaseId: '2号楼-2' }
    const places = { buildings: [building('1号楼'), building('2号楼', east)], own }
    assert.deepEqual(names(ownParts(places)), ['东区', '东区 南块', '2号楼', '2号楼 2 单元'])
  })
  it('offers no staircase where the building has one, and nothing to whoever has no dwelling here', () => {
    const single = building('5号', { staircases: [{ staircaseId: '5', name: '' }] })
    const own = { compoundId: 'west', subAreaId: null, buildingId: '5号', staircaseId: '5' }
    assert.deepEqual(names(ownParts({ buildings: [single], own })), ['5号'])
    assert.deepEqual(ownParts({ buildings: [single], own: null }), [])
    assert.deepEqual(ownParts({ buildings: [single], own: { ...own, buildingId: 'gone' } }), [])
  })
})
