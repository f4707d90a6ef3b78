import assert from 'node:assert/strict'
import { it } from 'node:test'
import { spelledLike } from './spelling.ts'

const door = (building: string, staircase: string, room: string) => ({ building, staircase, room })

it('a door typed with other spaces, widths or cases is the one that is kept', () => {
  const spell = spelledLike([door('92号楼', '2 单元', '302A')])
  for (const typed of [door('92 号楼', '2单元', '302a'), door('９２号楼', '２ 单元', '３０２Ａ')])
    assert.deepEqual(spell(typed), door('92号楼', '2 单元', '302A'))
})

it('where nothing is kept, the first spelling of the file holds for the whole file', () => {
  const spell = spelledLike([])
  assert.deepEqual(spell(door('1号楼', '1单元', '101')), door('1号楼', '1单元', '101'))
  assert.deepEqual(spell(door('1 号楼', '1 单元', '102')), door('1号楼', '1单元', '102'))
})

it('what differs in a letter stays another door, and the same staircase in another house too', () => {
  const spell = spelledLike([door('6号楼', '1 单元', '101')])
  assert.deepEqual(spell(door('6幢', '1单元', '101')), door('6幢', '1单元', '101'))
  assert.deepEqual(spell(door('6号楼', '11单元', '1 01')), door('6号楼', '11单元', '1 01'))
})
