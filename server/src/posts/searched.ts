import type { Voice } from '@shequtong/contract/service-requests'
import { maySeePost } from '@shequtong/domain/posts/post'
import { titleOf } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import { type PostRow, placesOf, postAuthor, postColumns, type ReplyRow, replyColumns } from './rows-sql.ts'
import { readerOf, voiceIn } from './view.ts'

/**
 * Everything said in the posts of `wanted` (community_id, subject_id) that can be found, one row for each; nothing of one that is not
 * out, and no word that was taken away. `about`: for which part of the community, and whose post.
 */
export const saidSql = (wanted: string): string => `
  select p.community_id, p.post_id as subject_id, part.part_id, part.at, part.words, false as open,
    case when p.scope_id is null then 'community' else 'private' end as visibility,
    array_remove(array[p.by_membership_id, part.speaker_id], null) as membership_ids,
    json_build_object('scopeId', p.scope_id, 'authorId', coalesce(p.by_membership_id, p.by_role_grant_id)) as about
  from ${wanted} wanted (community_id, subject_id)
  join posts p on p.community_id = wanted.community_id and p.post_id = wanted.subject_id
  cross join lateral (
    select p.post_id as part_id, p.published_at as at, concat_ws(E'\\n', p.title, p.text) as words, null::uuid as speaker_id
    union all
    select r.post_reply_id, r.at, r.text, r.by_membership_id from post_replies r
    where r.community_id = p.community_id and r.post_id = p.post_id and r.removed_at is null) part
  where p.state = 'published'`

/** Where a member of the searched community lives, as texts; empty for whoever is none. */
export const livesInSql = (membership: string, community: string): string =>
  `(${placesOf(membership, community)})::text[]`

/** What is shown of a post of which `h` (community_id, subject_id, part_id) was found, and what decides whether it is. */
export const foundSql = (membership: string): string => `
  json_build_object(
    'post', (select row_to_json(x) from (
      select ${postColumns},
        p.scope_id is null or ${membership} is null or p.scope_id = any(${placesOf(membership, 'p.community_id')}) as reached
      from posts p ${postAuthor} where p.community_id = h.community_id and p.post_id = h.subject_id) x),
    'reply', case when h.part_id <> h.subject_id then (select row_to_json(y) from (
      select ${replyColumns} from post_replies p ${postAuthor}
      where p.community_id = h.community_id and p.post_reply_id = h.part_id) y) end)`

/** As `foundSql` gives it; its instants are texts. */
export interface FoundJson {
  readonly post:
    | (Pick<PostRow, 'state' | 'title' | 'text' | 'boardId' | 'placeName'> &
        Parameters<typeof voiceIn>[0] & { readonly reached: boolean })
    | null
  readonly reply:
    | (Parameters<typeof voiceIn>[0] & Pick<ReplyRow, 'text'> & { readonly removedAt: string | null })
    | null
}

/** What somebody said on a board, as far as whoever searches may see it. */
export interface FoundWords {
  readonly boardId: string
  readonly placeName: string | null
  readonly title: string
  readonly text: string
  readonly by: Voice
}

/** The one door to what a search found: undefined where the actor may not see it, or what was found is not there any more. */
export const foundWords = (actor: Actor, { post, reply }: FoundJson, isHead: boolean): FoundWords | undefined => {
  const { hat } = actor
  if (hat === undefined || post === null || post.state !== 'published') return undefined
  if (!isHead && (reply === null || reply.removedAt !== null)) return undefined
  if (!maySeePost(readerOf(actor, hat, post), post, post.reached)) return undefined
  const said = reply ?? post
  const { boardId, placeName, title } = post
  return { boardId, placeName, title: title ?? titleOf(post.text), text: said.text, by: voiceIn(said, actor.hatId) }
}
