import type { SearchHit } from '@shequtong/contract/search'
import { findWords, joinedRanges } from '@shequtong/domain/search/find-words'
import { searchQueryOf } from '@shequtong/domain/search/search-terms'
import { snippetOf } from '@shequtong/domain/search/snippet'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { foundWords } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import type { CommunityEntry, TerritoryDirectory } from '../territory/directory.ts'
import { type Candidate, candidates, candidatesPerRound, newest, type Place, type Scope } from './candidates.ts'

const pageSize = 20
/** Rounds in which terms stand somewhere but not as they were written together; then the page ends early, with a cursor. */
const maxRounds = 8

const snippetCodePoints = 60
const titleCodePoints = 60

/** A hit; 'hidden' from this actor; or 'elsewhere': the terms are there, the words as they were written are not. */
type Judged = SearchHit | 'hidden' | 'elsewhere'

const marked = (text: string, words: readonly string[], codePoints: number) =>
  snippetOf(text, joinedRanges(findWords(text, words).flat()), codePoints)

const judge = (
  actor: Actor,
  community: CommunityEntry | undefined,
  candidate: Candidate,
  words: readonly string[],
): Judged => {
  const { communityId, subjectId, partId, at } = candidate
  const isHead = partId === subjectId
  const found = community && foundWords(actor, community, candidate.found, isHead)
  if (community === undefined || found === undefined) return 'hidden'
  // the place belongs to the first words
  const said = isHead ? `${found.text}\n${found.place}` : found.text
  if (findWords(said, words).some((ranges) => ranges.length === 0)) return 'elsewhere'
  const { kind, state, visibility, by, entryKind, title, place, text } = found
  return {
    subjectKind: 'serviceRequest',
    communityId,
    communityName: community.shortName,
    subjectId,
    partId,
    kind,
    state,
    visibility,
    title: marked(title, words, titleCodePoints),
    place: marked(place, words, titleCodePoints),
    snippet: marked(text, words, snippetCodePoints),
    by,
    entryKind,
    at: at.toISOString(),
  }
}

const placeOf = (cursor: string | undefined): Place => {
  const after = decodeCursor(cursor, ['number', 'string'])
  return after === undefined ? newest : { at: cursorDate(after[0]), partId: cursorId(after[1]) }
}

export interface Found {
  items: SearchHit[]
  nextCursor: string | null
}

/** A page of what was said in `scope` with these words in it, newest first. */
export const find = async (
  db: Db,
  actor: Actor,
  territory: TerritoryDirectory,
  scope: Scope,
  { q, cursor }: { readonly q: string; readonly cursor?: string | undefined },
): Promise<Found> => {
  const { words, terms } = searchQueryOf(q)
  let after = placeOf(cursor)
  if (terms.length === 0) return { items: [], nextCursor: null }
  const items: SearchHit[] = []
  // what is hidden must not show, not even as the place where a page ends
  let reached: Candidate | undefined
  const end = (): Found => ({
    items,
    nextCursor: reached === undefined ? null : encodeCursor([reached.at.getTime(), reached.partId]),
  })
  for (let round = 0; round < maxRounds; round += 1) {
    const found = await candidates(db, actor, scope, terms, after)
    for (const candidate of found) {
      const judged = judge(actor, await territory.community(candidate.communityId), candidate, words)
      if (judged === 'hidden') continue
      if (judged !== 'elsewhere') {
        if (items.length === pageSize) return end()
        items.push(judged)
      }
      reached = candidate
    }
    const last = found.at(-1)
    if (found.length < candidatesPerRound || last === undefined) return { items, nextCursor: null }
    after = last
  }
  return end()
}
