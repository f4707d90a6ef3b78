import { foldForSearch } from './fold.ts'

/** Longer words of letters or digits are told apart by their beginning alone: an index refuses keys without bound. */
export const longestWordCodePoints = 32

/** Scripts written without spaces: Han and the kana. Every one of their characters can begin what somebody looks for. */
const character = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々〇'
const run = new RegExp(
  `([${character}]+)|([\\p{L}\\p{N}](?:(?![${character}])[\\p{L}\\p{N}\\p{M}])*)|(\\p{Extended_Pictographic})`,
  'gu',
)

/** A stretch of folded text that is one of: characters without spaces, a word or number, a picture. */
interface Run {
  readonly kind: 'characters' | 'word' | 'picture'
  readonly text: string
}

const runsOf = function* (folded: string): Generator<Run> {
  for (const [, characters, word, picture] of folded.matchAll(run)) {
    if (characters !== undefined) yield { kind: 'characters', text: characters }
    else if (word !== undefined) yield { kind: 'word', text: word }
    else if (picture !== undefined) yield { kind: 'picture', text: picture }
  }
}

const cut = (word: string): string =>
  word.length <= longestWordCodePoints ? word : [...word].slice(0, longestWordCodePoints).join('')

/**
 * What `text` can be found by, each once: of Chinese every character and every two neighbouring ones, of letters and digits the whole
 * word (92 of 92号楼), of pictures each. Compared as `foldForSearch` writes it. Linear in the length of the text.
 */
export const searchTermsOf = (text: string): string[] => {
  const terms = new Set<string>()
  for (const { kind, text: found } of runsOf(foldForSearch(text).text)) {
    if (kind !== 'characters') {
      terms.add(cut(found))
      continue
    }
    let before = ''
    for (const one of found) {
      terms.add(one)
      if (before !== '') terms.add(before + one)
      before = one
    }
  }
  return [...terms]
}

/** What somebody looks for. Both are empty where nothing was written that anything could be found by. */
export interface SearchQuery {
  /** Folded; each has to stand somewhere as it is written here. */
  readonly words: readonly string[]
  /** What whatever fits has among its `searchTermsOf`. Necessary, not sufficient: 路灯坏 also fits 灯坏在路灯. */
  readonly terms: readonly string[]
}

/** More do not narrow a search any further and only cost. */
const mostTerms = 24

/** The words between spaces and marks, and by which terms they are found: pairs of characters, a single one where it stands alone. */
export const searchQueryOf = (text: string): SearchQuery => {
  const terms = new Set<string>()
  const folded = foldForSearch(text).text
  for (const { kind, text: found } of runsOf(folded)) {
    const letters = [...found]
    if (kind !== 'characters' || letters.length === 1) terms.add(cut(found))
    else for (let i = 1; i < letters.length; i += 1) terms.add(`${letters[i - 1]}${letters[i]}`)
  }
  const words = folded.split(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}々〇]+/u).filter((word) => word !== '')
  return { words: [...new Set(words)], terms: [...terms].slice(0, mostTerms) }
}
