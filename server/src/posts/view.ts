import type { PostCard, PostReplyView, PostView, Removal } from '@shequtong/contract/posts'
import type { Voice } from '@shequtong/contract/service-requests'
import { actionsOnPost, mayModerate, type Post, type Reader } from '@shequtong/domain/posts/post'
import { mayEditReply } from '@shequtong/domain/posts/reply-edit'
import { mayReport } from '@shequtong/domain/posts/report'
import type { Hat } from '@shequtong/domain/roles/hats'
import { voiceOf } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import { mentionView } from './mention-view.ts'
import type { MentionRow, PostRow, ReplyRow } from './rows-sql.ts'

export const toDomain = (row: PostRow): Post => ({
  state: row.state,
  writtenAt: row.writtenAt,
  publishedAt: row.publishedAt,
  pinnedAt: row.pinnedAt ?? undefined,
  editedAt: row.editedAt ?? undefined,
})

/** The row's words are the hat's own: under the same membership or the same role. */
export const isAuthor = (row: Pick<PostRow, 'byMembershipId' | 'byRoleGrantId'>, hatId: string | undefined): boolean =>
  hatId !== undefined && (row.byMembershipId === hatId || row.byRoleGrantId === hatId)

export const readerOf = (actor: Actor, hat: Hat, row: Pick<PostRow, 'byMembershipId' | 'byRoleGrantId'>): Reader => ({
  hat,
  isAuthor: isAuthor(row, actor.hatId),
})

type Signed = Pick<
  PostRow,
  'byMembershipId' | 'byRoleGrantId' | 'inOfficeName' | 'shownName' | 'party' | 'memberState' | 'role' | 'region'
>

/** What was published before there were posts is signed by a name alone. */
const byNameAlone = (shownName: string): Voice => ({
  shownName,
  verified: true,
  role: null,
  party: false,
  you: false,
  inOfficeName: false,
  region: null,
  filedBy: null,
})

/** Whose words they are, as whoever reads sees them. */
export const voiceIn = (row: Signed, hatId: string | undefined): Voice =>
  voiceOf(
    {
      membershipId: row.byMembershipId,
      roleGrantId: row.byRoleGrantId,
      shownName: row.shownName,
      party: row.party,
      memberState: row.memberState,
      role: row.role,
      inOfficeName: row.inOfficeName,
      region: row.region,
      filedByName: null,
      filedByRole: null,
    },
    hatId,
  ) ?? byNameAlone(row.shownName)

const removalOf = (row: PostRow | ReplyRow): Removal | null =>
  row.removedAt === null
    ? null
    : {
        at: row.removedAt.toISOString(),
        byAuthor:
          (row.removedByMembershipId !== null && row.removedByMembershipId === row.byMembershipId) ||
          (row.removedByRoleGrantId !== null && row.removedByRoleGrantId === row.byRoleGrantId),
        reason: row.removalReason,
      }

const baseOf = (row: PostRow, hatId: string | undefined) => ({
  postId: row.postId,
  communityId: row.communityId,
  boardId: row.boardId,
  state: row.state,
  title: row.title,
  text: row.text,
  by: voiceIn(row, hatId),
  photos: row.photos,
  scope: { kind: row.scope, placeName: row.placeName },
  publishedAt: row.publishedAt.toISOString(),
  isPinned: row.pinnedAt !== null,
  replyCount: row.replyCount,
  likeCount: row.likeCount,
  editedAt: row.editedAt?.toISOString() ?? null,
})

export const cardView = (row: PostRow, hatId: string | undefined): PostCard => ({ type: 'post', ...baseOf(row, hatId) })

/** The words of what was removed are for whoever keeps order, and for nobody else. Lists of what is not published do not ask for likes and mentions. */
export const postView = (
  row: PostRow & { readonly isLiked?: boolean; readonly isSeen?: boolean; readonly mentions?: readonly MentionRow[] },
  actor: Actor,
  hat: Hat,
): PostView => {
  const removed = removalOf(row)
  const hides = removed !== null && !mayModerate(hat)
  return {
    ...baseOf(row, actor.hatId),
    ...(hides ? { title: null, text: '', photos: [] } : {}),
    removed,
    mentions: hides ? [] : (row.mentions ?? []).map((mention) => mentionView(mention, actor, hat)),
    isLiked: row.isLiked ?? false,
    countsSeen:
      row.byRoleGrantId !== null &&
      row.state === 'published' &&
      hat.type === 'member' &&
      hat.state === 'active' &&
      row.isSeen === false,
    mayReadSeen:
      row.byRoleGrantId !== null && row.state === 'published' && (isAuthor(row, actor.hatId) || mayModerate(hat)),
    may: actionsOnPost(readerOf(actor, hat, row), toDomain(row)),
    version: row.version,
  }
}

export const replyView = (post: PostRow, row: ReplyRow, actor: Actor, hat: Hat): PostReplyView => {
  const removed = removalOf(row)
  const hides = removed !== null && !mayModerate(hat)
  const mayRemove =
    removed === null &&
    (mayModerate(hat) || (isAuthor(row, actor.hatId) && (hat.type === 'role' || hat.state === 'active')))
  return {
    postReplyId: row.postReplyId,
    by: voiceIn(row, actor.hatId),
    text: hides ? '' : row.text,
    mentions: hides ? [] : row.mentions.map((mention) => mentionView(mention, actor, hat)),
    photos: hides ? [] : row.photos,
    at: row.at.toISOString(),
    removed,
    editedAt: row.editedAt?.toISOString() ?? null,
    mayEdit: mayEditReply(hat, {
      post: toDomain(post),
      isOwn: isAuthor(row, actor.hatId),
      isRemoved: removed !== null,
    }),
    mayRemove,
    mayReport: mayReport(hat, {
      post: toDomain(post),
      isOwn: isAuthor(row, actor.hatId),
      isReplyRemoved: removed !== null,
    }),
  }
}
