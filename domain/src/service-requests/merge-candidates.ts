import type { Instant } from '../time.ts'
import { type Matter, similarFrom, similarityOf } from './similarity.ts'

/** One that might be about the same, as it is compared with the one that others are to be merged into. */
export interface MergeCandidate {
  /** Its words, with the place behind them. */
  readonly matter: Matter
  readonly submittedAt: Instant
  readonly sameBuilding: boolean
}

/** How much being said of the same building weighs beside the words. Our own number. */
const buildingWeight = 0.2

/**
 * The candidates, the likest first and the newest of what is equally like, each with whether it seems to be the same matter. Nobody is
 * left out: whoever knows the place may see more than words do.
 */
export const likestFirst = <C extends MergeCandidate>(matter: Matter, candidates: readonly C[]) =>
  candidates
    .map((candidate) => {
      const likeness = similarityOf(matter, candidate.matter)
      return {
        candidate,
        seemsSame: likeness >= similarFrom,
        weight: likeness + (candidate.sameBuilding ? buildingWeight : 0),
      }
    })
    .toSorted(
      (one, other) =>
        other.weight - one.weight || other.candidate.submittedAt.getTime() - one.candidate.submittedAt.getTime(),
    )
    .map(({ candidate, seemsSame }) => ({ candidate, seemsSame }))
