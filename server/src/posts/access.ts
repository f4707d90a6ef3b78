import { maySeePost, type PostViolation } from '@shequtong/domain/posts/post'
import type { Hat } from '@shequtong/domain/roles/hats'
import type { Db, Tx } from '../platform/database/db.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { blockedBy } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import {
  type MentionRow,
  mentionsJson,
  type PostRow,
  placesOf,
  postAuthor,
  postColumns,
  type ReplyRow,
  replyColumns,
} from './rows-sql.ts'
import { readerOf, toDomain } from './view.ts'

/** A rule's violation as a registered problem. */
export const refuse = (violation: PostViolation): Refusal =>
  violation.code === 'transition-refused'
    ? new Refusal('transition-refused', { from: violation.from, allowed: violation.allowed })
    : new Refusal('rule-refused', { code: violation.code })

/** The hat of an actor inside a community: whoever has none never comes this far. */
export const hatOf = ({ hat }: Actor): Hat => {
  if (hat === undefined) throw notFound()
  return hat
}

/** `$3`: the membership of the reader; null for a role, whom everything reaches. `$4`: whose blocked neighbours count. `$5`: whose like. */
const foundSql = `
  select ${postColumns}, p.scope_id is null or $3::uuid is null or p.scope_id = any(${placesOf('$3::uuid', '$1')}) as reached,
    p.by_membership_id is not null and p.by_membership_id = any (array${blockedBy('$4::uuid')}) as blocked,
    exists (select from post_likes l where l.community_id = $1 and l.post_id = p.post_id and l.hat_id = $5) as "isLiked",
    p.by_role_grant_id is not null and exists (
      select from post_views v where v.community_id = $1 and v.post_id = p.post_id and v.membership_id = $3::uuid) as "isSeen",
    ${mentionsJson('mn.post_reply_id is null')} as mentions
  from posts p ${postAuthor} where p.community_id = $1 and p.post_id = $2`

type Found = PostRow & { reached: boolean; blocked: boolean; isLiked: boolean; isSeen: boolean; mentions: MentionRow[] }

const find = async (db: Db, sql: string, actor: Actor, communityId: number, postId: string): Promise<Found> => {
  const hat = hatOf(actor)
  const isMember = hat.type === 'member'
  const row = await db.maybe<Found>(sql, [
    communityId,
    postId,
    isMember ? (actor.membershipId ?? null) : null,
    isMember ? actor.personId : null,
    actor.hatId ?? null,
  ])
  if (row === undefined || row.blocked) throw notFound()
  if (!maySeePost(readerOf(actor, hat, row), row, row.reached)) throw notFound()
  return row
}

/** The one door to a post for reading; not-found where it does not reach the actor. */
export const toRead = (db: Db, actor: Actor, communityId: number, postId: string): Promise<Found> =>
  find(db, foundSql, actor, communityId, postId)

const lockedSql = `${foundSql} for update of p`

/** The same for a write: locked. */
export const toAct = (tx: Tx, actor: Actor, communityId: number, postId: string): Promise<PostRow> =>
  find(tx, lockedSql, actor, communityId, postId)

const replySql = `
  select ${replyColumns} from post_replies p ${postAuthor}
  where p.community_id = $1 and p.post_id = $2 and p.post_reply_id = $3`

export const replyOf = async (db: Db, communityId: number, postId: string, postReplyId: string): Promise<ReplyRow> => {
  const row = await db.maybe<ReplyRow>(replySql, [communityId, postId, postReplyId])
  if (row === undefined) throw notFound()
  return row
}

export { toDomain }
