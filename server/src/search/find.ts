import type { SearchHit } from '@shequtong/contract/search'
import { findWords, joinedRanges } from '@shequtong/domain/search/find-words'
import { searchQueryOf } from '@shequtong/domain/search/search-terms'
import { snippetOf } from '@shequtong/domain/search/snippet'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { foundWords as foundInPost } from '../posts/public.ts'
import { foundWords as foundInRequest } from '../service-requests/public.ts'
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
  if (community === undefined) return 'hidden'
  const { communityId, subjectId, partId, at } = candidate
  const isHead = partId === subjectId
  const common = (found: { readonly title: string; readonly text: string }) => ({
    communityId,
    communityName: community.shortName,
    subjectId,
    partId,
    title: marked(found.title, words, titleCodePoints),
    snippet: marked(found.text, words, snippetCodePoints),
    at: at.toISOString(),
  })
  // what the first words are found by beside themselves: the place of a request, the title of a post
  const isElsewhere = (text: string, beside: string) =>
    findWords(isHead ? `${text}\n${beside}` : text, words).some((ranges) => ranges.length === 0)
  if (candidate.subjectKind === 'post') {
    const found = foundInPost(actor, candidate.found, isHead)
    if (found === undefined) return 'hidden'
    if (isElsewhere(found.text, found.title)) return 'elsewhere'
    const { boardId, placeName, by } = found
    return { subjectKind: 'post', ...common(found), boardId, placeName, by }
  }
  const found = foundInRequest(actor, community, candidate.found, isHead)
  if (found === undefined) return 'hidden'
  if (isElsewhere(found.text, found.place)) return 'elsewhere'
  const { kind, state, visibility, by, entryKind } = found
  const place = marked(found.place, words, titleCodePoints)
  return { subjectKind: 'serviceRequest', ...common(found), kind, state, visibility, place, by, entryKind }
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
