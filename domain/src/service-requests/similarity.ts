import { foldForSearch } from '../search/fold.ts'
import { type Instant, msPerDay } from '../time.ts'
import { aspects, things } from './matter-words.ts'

/** At or above it two texts are shown as perhaps the same matter; proven on the table of pairs beside this file. Our own number. */
export const similarFrom = 0.5

/** A shorter text says too little to be compared; nothing leaves the phone before. */
export const comparedFromCodePoints = 6

/** Of words that nothing is known about, whatever carries no matter by itself. */
const empty =
  /[的了吗呢吧啊是在有我你您他她它们这那就都也很还又要会能请问谢麻烦什么怎谁几个好天年月日今昨明早晚上下里边前后没不人家说和跟把被给对从到去来]/u
const letters = /[\p{L}\p{N}]/u

const namedIn = (text: string, words: Readonly<Record<string, readonly string[]>>): Set<string> =>
  new Set(Object.keys(words).filter((name) => words[name]?.some((word) => text.includes(word))))

/** Numbers of buildings that are named: 92号楼, 92 号, 92栋, 92幢. */
const buildingsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/(\d+)\s*(?:号|栋|幢)/gu)].map(([, number = '']) => number))

const pairsIn = (text: string): Set<string> => {
  const pairs = new Set<string>()
  let before = ''
  for (const one of text) {
    const isMeant = letters.test(one) && !empty.test(one) && !/[号楼栋幢室区\d]/u.test(one)
    if (isMeant && before !== '') pairs.add(before + one)
    before = isMeant ? one : ''
  }
  return pairs
}

/** A text as it is compared; made once for the one that is being written. */
export interface Matter {
  readonly things: ReadonlySet<string>
  readonly aspects: ReadonlySet<string>
  readonly buildings: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
}

export const matterOf = (text: string): Matter => {
  const folded = foldForSearch(text).text
  return {
    things: namedIn(folded, things),
    aspects: namedIn(folded, aspects),
    buildings: buildingsIn(folded),
    pairs: pairsIn(folded),
  }
}

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((item) => other.has(item)).length

/** The share of the smaller set that the other has too; 0 where one is empty. `atLeast`: what so small a set counts as. */
const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>, atLeast = 1): number =>
  shared(one, other) / Math.max(Math.min(one.size, other.size), atLeast)

/** Fewer pairs of characters say little, even when all of them agree. */
const fewPairs = 5

const aspectFactor = (one: Matter, other: Matter): number => {
  if (one.aspects.size === 0 || other.aspects.size === 0) return 0.8
  return shared(one.aspects, other.aspects) > 0 ? 1 : 0.5
}

/**
 * How far two texts are about the same matter, 0 to 1: the things they name and what is wrong with them, and pairs of characters where
 * they name none. Two that name different buildings are two matters. Symmetric.
 */
export const similarityOf = (one: Matter, other: Matter): number => {
  const words = overlap(one.pairs, other.pairs, fewPairs)
  const namesThings = one.things.size > 0 && other.things.size > 0
  const score = namesThings
    ? 0.75 * overlap(one.things, other.things) * aspectFactor(one, other) + 0.25 * words
    : Math.min(1, words * 1.25)
  const isElsewhere =
    one.buildings.size > 0 && other.buildings.size > 0 && overlap(one.buildings, other.buildings) === 0
  return isElsewhere ? score / 2 : score
}

/** What is compared with the words that are being written. */
export interface Comparable {
  /** The words, with the place behind them. */
  readonly matter: Matter
  readonly submittedAt: Instant
  readonly sameBuilding: boolean
}

const mostShown = 3

/** In how many days what was said loses half of its precedence. */
const halfLifeDays = 60

/**
 * The similar ones, at most three: the same building before others, the newer before the older where they are alike otherwise. Only
 * those from `similarFrom` on; neither nearness nor newness makes two matters one.
 */
export const mostSimilar = <C extends Comparable>(draft: Matter, candidates: readonly C[], now: Instant): C[] => {
  const weighed = candidates.flatMap((candidate) => {
    const similarity = similarityOf(draft, candidate.matter)
    if (similarity < similarFrom) return []
    const ageDays = Math.max(0, now.getTime() - candidate.submittedAt.getTime()) / msPerDay
    const weight = similarity * (candidate.sameBuilding ? 1.3 : 1) * (0.7 + 0.3 * 2 ** (-ageDays / halfLifeDays))
    return [{ candidate, weight }]
  })
  return weighed
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, mostShown)
    .map(({ candidate }) => candidate)
}
