import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byStaircase, type EmptyDoor } from './doors.ts'

const door = (building: string, staircase: string, room: string): EmptyDoor => ({
  dwellingId: `${building}/${staircase}/${room}`,
  building,
  staircase,
  room,
  floor: 1,
  personsOnRoll: 0,
})

test('who walks through the compound meets each staircase once, with its doors in order', () => {
  const walk = [door('92号楼', '1 单元', '101'), door('92号楼', '1 单元', '102'), door('92号楼', '2 单元', '101')]
  const groups = byStaircase(walk)
  assert.deepEqual(
    groups.map(({ building, staircase, doors }) => [building, staircase, doors.map(({ room }) => room)]),
    [
      ['92号楼', '1 单元', ['101', '102']],
      ['92号楼', '2 单元', ['101']],
    ],
  )
})

test('the same staircase name in the next building is another staircase', () => {
  assert.equal(byStaircase([door('1号楼', '1 单元', '101'), door('2号楼', '1 单元', '101')]).length, 2)
})

test('two buildings that a roll names in turns are still walked one after the other', () => {
  const walk = [door('1号楼', '1 单元', '101'), door('2号楼', '1 单元', '101'), door('1号楼', '1 单元', '102')]
  assert.deepEqual(
    byStaircase(walk).map(({ building, doors }) => [building, doors.length]),
    [
      ['1号楼', 2],
      ['2号楼', 1],
    ],
  )
})
