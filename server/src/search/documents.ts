import { searchTermsOf } from '@shequtong/domain/search/search-terms'
import type { SearchedKind } from '@shequtong/domain/search/searched-kinds'
import type { Visibility } from '@shequtong/domain/service-requests/states'
import type { Tx } from '../platform/database/db.ts'
import { searchedSubjects } from './subjects.ts'

/** Subjects of one kind of which something may have changed. */
export interface Subjects {
  readonly communityIds: readonly number[]
  readonly subjectIds: readonly string[]
}

interface Said {
  communityId: number
  subjectId: string
  subdistrictId: number
  partId: string
  at: Date
  visibility: Visibility
  membershipIds: string[]
  about: unknown
  open: boolean
  hash: string
  /** Null: the same as they were indexed. */
  words: string | null
  known: { visibility: Visibility; open: boolean; concerned: string[] } | null
}

/** `documents`: of those that stand there already, which are `d`. */
const readSql = (kind: SearchedKind, documents: string) => `
  select s.community_id as "communityId", s.subject_id as "subjectId", c.subdistrict_id as "subdistrictId",
    s.part_id as "partId", s.at, s.visibility, s.membership_ids as "membershipIds", s.about, s.open,
    encode(h.hash, 'hex') as hash, case when d.words_hash is distinct from h.hash then s.words end as words,
    case when d.part_id is not null then json_build_object(
      'visibility', d.visibility, 'open', d.open, 'concerned', d.concerned) end as known
  from (${searchedSubjects[kind].saidSql('unnest($1::int[], $2::uuid[])')}) s
  join communities c on c.community_id = s.community_id
  cross join lateral (select sha256(convert_to(s.words, 'UTF8')) as hash) h
  left join search_documents d on ${documents}`

const sqlOf = (kind: SearchedKind) => ({
  readAmongKnown: readSql(
    kind,
    `d.community_id = s.community_id and d.subject_kind = '${kind}' and d.part_id = s.part_id`,
  ),
  readAmongNone: readSql(kind, 'false'),
})
const sql: Readonly<Record<SearchedKind, ReturnType<typeof sqlOf>>> = {
  serviceRequest: sqlOf('serviceRequest'),
  post: sqlOf('post'),
}

const writeSql = `
  insert into search_documents (community_id, subject_kind, part_id, subject_id, subdistrict_id, at, visibility, concerned,
    membership_ids, open, words_hash, terms)
  select x."communityId", $2, x."partId", x."subjectId", x."subdistrictId", x.at, x.visibility, x.concerned,
    x."membershipIds", x.open, decode(x.hash, 'hex'), x.terms
  from jsonb_to_recordset($1::jsonb) as x ("communityId" int, "partId" uuid, "subjectId" uuid, "subdistrictId" int,
    at timestamptz, visibility text, concerned text[], "membershipIds" uuid[], open boolean, hash text, terms text[])
  on conflict (community_id, subject_kind, part_id) do update set visibility = excluded.visibility,
    concerned = excluded.concerned, open = excluded.open, words_hash = excluded.words_hash, terms = excluded.terms`

const moveSql = `
  update search_documents d set visibility = x.visibility, concerned = x.concerned, open = x.open
  from jsonb_to_recordset($1::jsonb) as x ("communityId" int, "partId" uuid, visibility text, concerned text[], open boolean)
  where d.community_id = x."communityId" and d.subject_kind = $2 and d.part_id = x."partId"`

const dropSql = `
  delete from search_documents d using unnest($1::int[], $2::uuid[]) as wanted (community_id, subject_id)
  where d.community_id = wanted.community_id and d.subject_kind = $4 and d.subject_id = wanted.subject_id
    and d.part_id <> all ($3::uuid[])`

const documentOf = (kind: SearchedKind, said: Said) => ({
  communityId: said.communityId,
  partId: said.partId,
  subjectId: said.subjectId,
  subdistrictId: said.subdistrictId,
  at: said.at,
  visibility: said.visibility,
  open: said.open,
  hash: said.hash,
  membershipIds: [...new Set(said.membershipIds)],
  concerned: said.visibility === 'community' ? [] : searchedSubjects[kind].concernedBy(said.about as never),
})

const hasMoved = ({ known, visibility, open }: Said, concerned: readonly string[]): boolean =>
  known !== null &&
  (known.visibility !== visibility || known.open !== open || known.concerned.join() !== concerned.join())

const write = async (tx: Tx, kind: SearchedKind, said: readonly Said[]): Promise<void> => {
  if (said.length === 0) return
  const documents = said.map((one) => ({ ...documentOf(kind, one), terms: searchTermsOf(one.words ?? '') }))
  await tx.run(writeSql, [JSON.stringify(documents), kind])
}

/**
 * Writes the documents of subjects that have none. It asks for no others: a table that fills up within one transaction has no
 * statistics, and would be read further and further for every one of them.
 */
export const indexNewSubjects = async (tx: Tx, kind: SearchedKind, wanted: Subjects): Promise<void> =>
  write(tx, kind, await tx.many<Said>(sql[kind].readAmongNone, [wanted.communityIds, wanted.subjectIds]))

/**
 * Brings the documents of these subjects in line with what stands there now; doing it again changes nothing. What is withdrawn,
 * removed or not there any more leaves the index, what was changed is found by its new words alone.
 */
export const indexSubjects = async (
  tx: Tx,
  kind: SearchedKind,
  { communityIds, subjectIds }: Subjects,
): Promise<void> => {
  if (subjectIds.length === 0) return
  const all = await tx.many<Said>(sql[kind].readAmongKnown, [communityIds, subjectIds])
  const written = all.filter(({ words }) => words !== null)
  const moved = all.filter((said) => said.words === null && hasMoved(said, documentOf(kind, said).concerned))
  await tx.run(dropSql, [communityIds, subjectIds, all.map(({ partId }) => partId), kind])
  await write(tx, kind, written)
  if (moved.length > 0) await tx.run(moveSql, [JSON.stringify(moved.map((said) => documentOf(kind, said))), kind])
}
