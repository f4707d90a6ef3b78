import { concernsOf } from '@shequtong/domain/service-requests/searched'
import type { Db } from '../platform/database/db.ts'
import { type FoundJson as FoundPost, foundSql as foundPostSql, livesInSql } from '../posts/public.ts'
import { type FoundJson as FoundRequest, foundSql as foundRequestSql } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'

/** How many of the newest documents are looked through before the index of terms is asked, over all territories together. */
const walkedDocuments = 2_000
const walkedAtLeast = 200

export const candidatesPerRound = 21

/** Where to look: one community; or subdistricts, with the communities in them. */
export interface Scope {
  readonly level: 'community' | 'subdistrict'
  readonly ids: readonly number[]
  readonly communityIds: readonly number[]
}

/** The last document that was looked at: the keyset. */
export interface Place {
  readonly at: Date | string
  readonly partId: string
}

export const newest: Place = { at: 'infinity', partId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

export type Candidate = {
  communityId: number
  subjectId: string
  partId: string
  at: Date
} & ({ subjectKind: 'serviceRequest'; found: FoundRequest | null } | { subjectKind: 'post'; found: FoundPost })

/** At most what the actor may see: `$7` everything, `$8` what concerns them, `$10` the places where they live, `$9` whose blocks count. */
const shown = `(d.visibility = 'community' or $7::boolean
    or d.concerned && ($8::text[] || ${livesInSql('$10::uuid', '($3::int[])[1]')}))
  and not d.membership_ids && array(select b.blocked_membership_id from neighbour_blocks b
    where b.person_id = $9::uuid and b.community_id = any ($3::int[]))`

const columns = 'community_id, subject_kind, subject_id, part_id, at'

/**
 * The newest documents with all terms. A common word is among the newest: those are walked first, a bounded number of them. Where they
 * do not fill the page the word is rare, and the index of terms gives the older ones, few enough to be sorted.
 */
const candidatesSql = (level: Scope['level']) => `
  with walked as materialized (
    select w.* from unnest($1::int[]) as scope (id) cross join lateral (
      select n.*, row_number() over (order by n.at desc, n.part_id desc) as place from (
        select d.community_id, d.subject_kind, d.subject_id, d.part_id, d.at, d.terms @> $2::text[] and ${shown} as hit
        from search_documents d
        where d.${level}_id = scope.id and (d.at, d.part_id) < ($4::timestamptz, $5::uuid)
        order by d.at desc, d.part_id desc limit $6) n) w),
  -- above it everything was walked everywhere; no row: there is nothing below
  bound as materialized (select at, part_id from walked where place = $6 order by at desc, part_id desc limit 1),
  recent as materialized (
    select ${columns} from walked
    where hit and ((select at from bound) is null or (at, part_id) >= (select at, part_id from bound))
    order by at desc, part_id desc limit ${candidatesPerRound}),
  older as materialized (
    select found.* from unnest($3::int[]) as community (id) cross join lateral (
      select d.community_id, d.subject_kind, d.subject_id, d.part_id, d.at from search_documents d
      where terms_in_community(d.community_id, d.terms) @> terms_in_community(community.id, $2::text[])
        and (d.at, d.part_id) < (select at, part_id from bound) and ${shown} offset 0) found
    where exists (select from bound) and (select count(*) from recent) < ${candidatesPerRound}
    order by at desc, part_id desc limit ${candidatesPerRound})
  select h.subject_kind as "subjectKind", h.community_id as "communityId", h.subject_id as "subjectId",
    h.part_id as "partId", h.at,
    case h.subject_kind when 'serviceRequest' then ${foundRequestSql} when 'post' then ${foundPostSql('$10::uuid')} end as found
  from (select * from recent union all select * from older) h
  order by h.at desc, h.part_id desc limit ${candidatesPerRound}`

const sql = { community: candidatesSql('community'), subdistrict: candidatesSql('subdistrict') }

/** One round of candidates after `after`, in one statement, with what stands there now; their feature says whether they are shown. */
export const candidates = (
  db: Db,
  actor: Actor,
  scope: Scope,
  terms: readonly string[],
  after: Place,
): Promise<Candidate[]> => {
  const concerns = actor.hat === undefined || actor.hatId === undefined ? [] : concernsOf(actor.hat, actor.hatId)
  const walked = Math.max(walkedAtLeast, Math.ceil(walkedDocuments / scope.ids.length))
  return db.many<Candidate>(sql[scope.level], [
    scope.ids,
    terms,
    scope.communityIds,
    after.at,
    after.partId,
    walked,
    concerns === 'everything',
    concerns === 'everything' ? [] : concerns,
    actor.hat?.type === 'member' ? actor.personId : null,
    actor.hat?.type === 'member' ? (actor.membershipId ?? null) : null,
  ])
}
