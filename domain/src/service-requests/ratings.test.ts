import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ratedRound, shownCount } from './ratings.ts'
import { serviceRequestStates } from './states.ts'

const roundsIn = (reopenedCount: number) =>
  Object.fromEntries(serviceRequestStates.map((state) => [state, ratedRound({ state, reopenedCount })]))

describe('which round the asker may rate', () => {
  it('none before the first round has ended; the first once it was confirmed or silence ended it', () => {
    assert.deepEqual(roundsIn(0), {
      submitted: undefined,
      read: undefined,
      answered: undefined,
      resolved: undefined,
      confirmed: 0,
      unconfirmed: 0,
      reopened: undefined,
      withdrawn: undefined,
      merged: undefined,
    })
  })

  it('reopened: the round before, until the new one has its result; then nothing, then the new one', () => {
    const { reopened, answered, resolved, confirmed, withdrawn, merged } = roundsIn(2)
    assert.deepEqual(
      [reopened, answered, resolved, confirmed, withdrawn, merged],
      [1, 1, undefined, 2, undefined, undefined],
    )
  })
})

it('a distribution shows nothing of four ratings, five of five to nine, ten of ten', () => {
  assert.deepEqual([0, 1, 4, 5, 6, 9, 10, 11].map(shownCount), [0, 0, 0, 5, 5, 5, 10, 10])
})
