import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { seenByPlace, smallestSeenGroup } from './seen.ts'

const part = (name: string | null, members: number, seen: number) => ({ name, members, seen })

describe('who saw an announcement', () => {
  it('is told by building where each is large enough', () => {
    const parts = [part('1号楼', 5, 0), part('92号楼', 40, 31)]
    assert.deepEqual(seenByPlace(parts), { total: { members: 45, seen: 31 }, places: parts, others: undefined })
  })

  it('four neighbours of a building stand with others, never alone', () => {
    const parts = [part('1号楼', 4, 1), part('2号楼', 4, 4), part('92号楼', 40, 31)]
    assert.deepEqual(seenByPlace(parts), {
      total: { members: 48, seen: 36 },
      places: [part('92号楼', 40, 31)],
      others: { members: 8, seen: 5 },
    })
  })

  it('one small part alone takes the smallest large one with it, so that nothing follows by subtraction', () => {
    const parts = [part('1号楼', 2, 1), part('2号楼', 9, 3), part('92号楼', 40, 31)]
    assert.deepEqual(seenByPlace(parts), {
      total: { members: 51, seen: 35 },
      places: [part('92号楼', 40, 31)],
      others: { members: 11, seen: 4 },
    })
  })

  it('who lives in no building is among the others; of four in all nothing is told, of five the total', () => {
    const parts = [part(null, 6, 2), part('92号楼', 40, 31)]
    assert.deepEqual(seenByPlace(parts)?.others, { members: 6, seen: 2 })
    assert.equal(seenByPlace([part('92号楼', 4, 4)]), undefined)
    assert.equal(seenByPlace([]), undefined)
    assert.deepEqual(seenByPlace([part('92号楼', 5, 4)])?.total, { members: 5, seen: 4 })
  })

  it('whatever the parts: nobody is lost or counted twice, and no number is of fewer than five', () => {
    const some = fc.record({
      name: fc.option(fc.string(), { nil: null }),
      members: fc.nat(20),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(some), (made) => {
        const parts = made.map(({ name, members, share }) => part(name, members, Math.floor(members * share)))
        const told = seenByPlace(parts)
        const members = parts.reduce((sum, one) => sum + one.members, 0)
        if (told === undefined) return members < smallestSeenGroup
        const groups = [...told.places, ...(told.others === undefined ? [] : [told.others])]
        const sum = (of: 'members' | 'seen') => groups.reduce((all, one) => all + one[of], 0)
        return (
          sum('members') === told.total.members &&
          sum('seen') === told.total.seen &&
          told.total.members === members &&
          groups.every((one) => one.members >= smallestSeenGroup)
        )
      }),
    )
  })
})
