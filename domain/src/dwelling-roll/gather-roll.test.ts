import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gatherRoll, type NumberedRow } from './gather-roll.ts'
import type { RollRow, RollRowPerson } from './roll-row.ts'

const someone = (name: string, documentNumber: string | null = null): RollRowPerson => ({
  name,
  documentKind: null,
  documentNumber,
  phone: null,
  tenure: null,
})
const at = (line: number, person: RollRowPerson | null, more: Partial<RollRow> = {}): NumberedRow => ({
  line,
  row: {
    subArea: null,
    building: '92号楼',
    staircase: '2 单元',
    room: '502',
    floor: 5,
    floorAreaCm2: 713_600,
    floorAreaSource: 'register',
    person,
    ...more,
  },
})
const told = (rows: NumberedRow[]) => gatherRoll(rows).faults.map(({ line, field, code }) => `${line} ${field} ${code}`)

describe('rows of one door', () => {
  it('吴女士 and her mother live behind one door: one dwelling, two persons', () => {
    const { dwellings, faults } = gatherRoll([
      at(2, someone('吴小云')),
      at(3, someone('吴桂芳')),
      at(4, null, { room: '503' }),
    ])
    assert.deepEqual(faults, [])
    assert.deepEqual(
      dwellings.map(({ room, persons }) => [room, persons.map(({ name }) => name)]),
      [
        ['502', ['吴小云', '吴桂芳']],
        ['503', []],
      ],
    )
  })

  it('the same person twice at one door is a mistake, at two doors is an owner of two', () => {
    const id = '310113198806120022'
    assert.deepEqual(told([at(2, someone('吴小云', id)), at(3, someone('吴晓云', id))]), ['3 name person-twice'])
    assert.deepEqual(told([at(2, someone('吴小云')), at(3, someone('吴小云'))]), ['3 name person-twice'])
    assert.deepEqual(told([at(2, someone('吴小云', id)), at(3, someone('吴小云', id), { room: '503' })]), [])
  })

  it('rows that disagree about the door are named', () => {
    assert.deepEqual(told([at(2, someone('甲')), at(3, someone('乙'), { floor: 6, floorAreaCm2: 1_000_000 })]), [
      '3 floor dwelling-differs',
      '3 area dwelling-differs',
    ])
    assert.deepEqual(told([at(2, null, { subArea: '北块' }), at(3, null, { room: '503', subArea: '南块' })]), [
      '3 subArea sub-area-differs',
    ])
  })

  it('names that look alike when joined are still two doors', () => {
    const { dwellings } = gatherRoll([
      at(2, null, { building: '1', staircase: '2/3', room: '4' }),
      at(3, null, { building: '1', staircase: '2', room: '3/4' }),
    ])
    assert.equal(dwellings.length, 2)
  })
})
