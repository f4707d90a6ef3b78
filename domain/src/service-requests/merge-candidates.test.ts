import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { likestFirst } from './merge-candidates.ts'
import { matterOf } from './similarity.ts'

const dark = matterOf('凉亭边三盏路灯都不亮，晚上看不见台阶。\n北块凉亭')
const said = (words: string, submittedOn: string, sameBuilding = false) => ({
  words,
  matter: matterOf(words),
  submittedAt: new Date(`${submittedOn}T09:00:00+08:00`),
  sameBuilding,
})

describe('what might be the same matter', () => {
  it('stands by likeness, then the same building, then the newer; nothing is left out', () => {
    const lamp = said('凉亭边的路灯不亮了。', '2026-03-09')
    const lampHere = said('凉亭边的路灯不亮了。', '2026-03-01', true)
    const lift = said('电梯门关不上，夹到人了。', '2026-03-10')
    const gate = said('围墙的小门锁得太早，要绕到正门。', '2026-02-20')
    const order = likestFirst(dark, [lamp, gate, lift, lampHere])
    assert.deepEqual(
      order.map(({ candidate, seemsSame }) => [candidate, seemsSame]),
      [
        [lampHere, true],
        [lamp, true],
        [lift, false],
        [gate, false],
      ],
    )
  })
})
