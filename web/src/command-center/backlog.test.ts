import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Backlogged, inOrder } from './backlog.ts'

const tile = (name: string, overdue: number, waiting: number, oldestWaitingSince: string | null): Backlogged => ({
  territoryId: 1,
  name,
  backlog: { waiting, overdue, inHand: 9, awaitingConfirmation: 9 },
  oldestWaitingSince,
})
const tiles = [
  tile('宝钢一村', 0, 0, null),
  tile('宝钢二村', 0, 3, '2026-11-20T02:00:00.000Z'),
  tile('宝钢三村', 0, 3, '2026-11-19T02:00:00.000Z'),
  tile('宝钢四村', 1, 1, '2026-11-18T02:00:00.000Z'),
  tile('宝钢五村', 0, 0, null),
]
const names = (order: 'administrative' | 'waiting') => inOrder(tiles, order).map(({ name }) => name)

test('where people wait too long stands first, and where nobody waits in administrative order', () => {
  assert.deepEqual(names('waiting'), ['宝钢四村', '宝钢三村', '宝钢二村', '宝钢一村', '宝钢五村'])
})

test('the administrative order is the one in which the server gives them', () => {
  assert.deepEqual(
    names('administrative'),
    tiles.map(({ name }) => name),
  )
})
