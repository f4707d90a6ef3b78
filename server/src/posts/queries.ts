import type { PostCard, PostEditView, PostReplyView, PostView } from '@shequtong/contract/posts'
import { mayModerate } from '@shequtong/domain/posts/post'
import { pageSize } from '../http/card-pages.ts'
import { keysetPage, type Page, pageSql } from '../http/keyset-page.ts'
import type { Db } from '../platform/database/db.ts'
import { blockedBy } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import { hatOf, replyOf, toRead } from './access.ts'
import { reachesReader } from './cards.ts'
import { type PostRow, postAuthor, postColumns, type ReplyRow, replyColumns } from './rows-sql.ts'
import { cardView, postView, replyView } from './view.ts'

/** A role has to hear everybody; a member does not read whom they do not want to. */
const repliesSql = pageSql(
  (after) => `
  select ${replyColumns} from post_replies p ${postAuthor}
  where p.community_id = $1 and p.post_id = $2
    and (p.by_membership_id is null or p.by_membership_id <> all (array${blockedBy('$3::uuid')})) ${after}
  order by p.at, p.post_reply_id limit ${pageSize + 1}`,
  'and (p.at, p.post_reply_id) > ($4::timestamptz, $5::uuid)',
)

export const repliesOf = async (
  db: Db,
  actor: Actor,
  communityId: number,
  postId: string,
  cursor: string | undefined,
): Promise<Page<PostReplyView>> => {
  const post = await toRead(db, actor, communityId, postId)
  const hat = hatOf(actor)
  const reader = hat.type === 'member' ? actor.personId : null
  return keysetPage<ReplyRow, PostReplyView>(db, repliesSql, [communityId, post.postId, reader], cursor, {
    view: (row) => replyView(post, row, actor, hat),
    at: ({ at }) => at,
    id: ({ postReplyId }) => postReplyId,
  })
}

interface EditRow {
  postEditId: string
  title: string | null
  text: string
  replacedAt: Date
}

const editsSql = pageSql(
  (after) => `
  select e.post_edit_id as "postEditId", e.title, e.text, e.replaced_at as "replacedAt" from post_edits e
  where e.community_id = $1 and e.post_id = $2 and e.post_reply_id is not distinct from $3::uuid ${after}
  order by e.replaced_at desc, e.post_edit_id desc limit ${pageSize + 1}`,
  'and (e.replaced_at, e.post_edit_id) < ($4::timestamptz, $5::uuid)',
)

/** What a post said before, or what was said below it; of what was removed for whoever keeps order alone. */
export const editsOf = async (
  db: Db,
  actor: Actor,
  communityId: number,
  postId: string,
  cursor: string | undefined,
  postReplyId: string | null = null,
): Promise<Page<PostEditView>> => {
  const post = await toRead(db, actor, communityId, postId)
  const below = postReplyId === null ? undefined : await replyOf(db, communityId, postId, postReplyId)
  const isRemoved = post.state === 'removed' || (below !== undefined && below.removedAt !== null)
  if (isRemoved && !mayModerate(hatOf(actor))) return { items: [], nextCursor: null }
  return keysetPage<EditRow, PostEditView>(db, editsSql, [communityId, postId, postReplyId], cursor, {
    view: ({ title, text, replacedAt }) => ({ title, text, replacedAt: replacedAt.toISOString() }),
    at: ({ replacedAt }) => replacedAt,
    id: ({ postEditId }) => postEditId,
  })
}

const scheduledSql = pageSql(
  (after) => `
  select ${postColumns} from posts p ${postAuthor}
  where p.community_id = $1 and p.state = 'scheduled' and ($2::uuid is null or p.by_role_grant_id = $2) ${after}
  order by p.published_at, p.post_id limit ${pageSize + 1}`,
  'and (p.published_at, p.post_id) > ($3::timestamptz, $4::uuid)',
)

/** What is to be published, soonest first: all of it for the committee, the own for every other role. */
export const scheduledPosts = (
  db: Db,
  actor: Actor,
  communityId: number,
  cursor: string | undefined,
): Promise<Page<PostView>> => {
  const hat = hatOf(actor)
  const whose = mayModerate(hat) ? null : (actor.roleGrantId ?? null)
  return keysetPage<PostRow, PostView>(db, scheduledSql, [communityId, whose], cursor, {
    view: (row) => postView(row, actor, hat),
    at: ({ publishedAt }) => publishedAt,
    id: ({ postId }) => postId,
  })
}

const removedSql = pageSql(
  (after) => `
  select ${postColumns} from posts p ${postAuthor} where p.community_id = $1 and p.state = 'removed' ${after}
  order by p.removed_at desc, p.post_id desc limit ${pageSize + 1}`,
  'and (p.removed_at, p.post_id) < ($2::timestamptz, $3::uuid)',
)

export const removedPosts = (
  db: Db,
  actor: Actor,
  communityId: number,
  cursor: string | undefined,
): Promise<Page<PostView>> => {
  const hat = hatOf(actor)
  return keysetPage<PostRow, PostView>(db, removedSql, [communityId], cursor, {
    view: (row) => postView(row, actor, hat),
    at: ({ removedAt, publishedAt }) => removedAt ?? publishedAt,
    id: ({ postId }) => postId,
  })
}

const pinnedSql = `
  select ${postColumns} from posts p ${postAuthor}
  where p.community_id = $1 and p.board_id = $2 and p.pinned_at is not null
    and ${reachesReader('$1', { person: '$3::uuid', membership: '$4::uuid' })}
  order by p.pinned_at desc, p.post_id`

/** What stands above the others on a board, as far as it reaches the actor. */
export const pinnedOn = async (db: Db, actor: Actor, communityId: number, boardId: string): Promise<PostCard[]> => {
  const isMember = actor.hat?.type === 'member'
  const rows = await db.many<PostRow>(pinnedSql, [
    communityId,
    boardId,
    isMember ? actor.personId : null,
    isMember ? (actor.membershipId ?? null) : null,
  ])
  return rows.map((row) => cardView(row, actor.hatId))
}
