import type { findSimilar as endpoint, SimilarRequest } from '@shequtong/contract/search'
import { searchTermsOf } from '@shequtong/domain/search/search-terms'
import { comparedFromCodePoints, matterOf, mostSimilar } from '@shequtong/domain/service-requests/similarity'
import { countCodePoints } from '@shequtong/domain/text/characters'
import type { Command } from '../http/call.ts'
import { type FoundJson, foundSql, foundWords } from '../service-requests/public.ts'

/** The newest open requests that are looked through, and how many of them, with most in common, are compared in full. */
const openLookedThrough = 500
const compared = 40

/** What the actor's own eyes could meet in the feed: for the community, open, and of nobody they blocked. */
const openSql = `
  with open as materialized (
    select d.community_id, d.subject_id, d.part_id, d.at, d.terms from search_documents d
    where d.community_id = $1 and d.open and d.visibility = 'community'
      and not d.membership_ids && array(select b.blocked_membership_id from neighbour_blocks b
        where b.person_id = $3 and b.community_id = $1)
    order by d.at desc limit ${openLookedThrough}),
  nearest as materialized (
    select o.* from open o where o.terms && $2::text[]
    order by (select count(*) from unnest(o.terms) as term where term = any ($2::text[])) desc, o.at desc limit ${compared})
  select h.subject_id as "subjectId", h.at, ${foundSql} as found from nearest h`

interface Row {
  subjectId: string
  at: Date
  found: FoundJson | null
}

/** Open requests of neighbours about the same as these words. They are compared and forgotten: nothing is kept of them. */
export const findSimilar: Command<typeof endpoint> = async (tx, { actor, place, input, now }) => {
  const { text, buildingId } = input.body
  if (countCodePoints(text) < comparedFromCodePoints) return { items: [] }
  const rows = await tx.many<Row>(openSql, [place.communityId, searchTermsOf(text), actor.personId])
  const candidates = rows.flatMap(({ subjectId, at, found: json }) => {
    const found = foundWords(actor, place, json, true)
    if (found === undefined) return []
    const sameBuilding = buildingId !== null && found.buildingId === buildingId
    const item: SimilarRequest = {
      serviceRequestId: subjectId,
      communityId: place.communityId,
      title: found.title,
      place: found.place,
      photo: found.photos[0] ?? null,
      submittedAt: at.toISOString(),
      state: found.state,
      sameBuilding,
    }
    return [{ item, matter: matterOf(`${found.text}\n${found.place}`), submittedAt: at, sameBuilding }]
  })
  return { items: mostSimilar(matterOf(text), candidates, now).map(({ item }) => item) }
}
