import { concernedByPost } from '@shequtong/domain/posts/searched'
import type { SearchedKind } from '@shequtong/domain/search/searched-kinds'
import { concernedBy } from '@shequtong/domain/service-requests/searched'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import { saidSql as saidInPostsSql } from '../posts/public.ts'
import { saidSql as saidInRequestsSql } from '../service-requests/public.ts'

type AboutRequest = Pick<ServiceRequest, 'level' | 'responsibleRole'> & {
  readonly asker: string
  readonly helpers: string[]
  readonly assignee: string | null
}

interface SearchedSubject {
  /** Rows of (community_id, subject_id, part_id, at, words, open, visibility, membership_ids, about) for wanted subjects. */
  readonly saidSql: (wanted: string) => string
  /** Who may see what is not for the whole community, from its `about`. */
  readonly concernedBy: (about: never) => string[]
  /** Keys of (community_id, subject_id) behind ($1, $2), in their order. */
  readonly keysSql: string
}

const keysOf = (table: string, id: string): string => `
  select community_id as "communityId", ${id} as "subjectId" from ${table}
  where (community_id, ${id}) > ($1, $2) order by community_id, ${id} limit 1000`

/** Every kind of subject that can be found: what is said in it, and whom it concerns. */
export const searchedSubjects: Readonly<Record<SearchedKind, SearchedSubject>> = {
  serviceRequest: {
    saidSql: saidInRequestsSql,
    concernedBy: (about: AboutRequest) => concernedBy(about, { ...about, assignee: about.assignee ?? undefined }),
    keysSql: keysOf('service_requests', 'service_request_id'),
  },
  post: {
    saidSql: saidInPostsSql,
    concernedBy: concernedByPost,
    keysSql: keysOf('posts', 'post_id'),
  },
}
