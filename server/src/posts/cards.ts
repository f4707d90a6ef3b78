import { pageSize, type ReadCards } from '../http/card-pages.ts'
import type { Db } from '../platform/database/db.ts'
import { blockedBy } from '../service-requests/public.ts'
import { type PostRow, placesOf, postAuthor, postColumns, stampIn } from './rows-sql.ts'
import { cardView } from './view.ts'

const cardsSql = `
  select ${postColumns}, ${stampIn('$1')} as stamp from posts p ${postAuthor}
  where p.community_id = $1 and p.post_id = any($2)`

/** Cards of posts by their ids; their keys begin with `p`. */
export const readPostCards =
  (db: Db, communityId: number): ReadCards =>
  async (ids) =>
    (await db.many<PostRow & { stamp: string }>(cardsSql, [communityId, ids])).map((row) => ({
      id: row.postId,
      at: row.publishedAt,
      stamp: row.stamp,
      json: JSON.stringify(cardView(row, undefined)),
      speakers: [row.byMembershipId, row.byRoleGrantId].filter((id) => id !== null),
      viewFor: (hatId) => cardView(row, hatId),
    }))

interface Reader {
  readonly person: string
  /** null: a role, whom every post reaches. */
  readonly membership: string
}

/** What of the published reaches the reader: for the place where they live, and not of somebody they do not want to read. */
export const reachesReader = (community: string, reader: Reader): string => `
  (p.scope_id is null or (${reader.membership}) is null
     or p.scope_id = any(${placesOf(`(${reader.membership})`, community)}))
  and (p.by_membership_id is null or p.by_membership_id <> all (array${blockedBy(reader.person, community)}))`

/** The keys of the newest posts, one more than a page shows. All arguments are texts of SQL. */
export const postsInFeed = (
  at: { readonly community: string; readonly board: string | undefined },
  reader: Reader,
  after: { readonly at: string; readonly id: string } | undefined,
): string => `
  select p.published_at as at, p.post_id as id, 'p' || p.post_id || ' ' || ${stampIn(at.community)} as key
  from posts p where p.community_id = ${at.community} and p.state = 'published'
    ${at.board === undefined ? '' : `and p.board_id = ${at.board}::uuid`} and ${reachesReader(at.community, reader)}
    ${after === undefined ? '' : `and (p.published_at, p.post_id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
  order by p.published_at desc, p.post_id desc limit ${pageSize + 1}`
