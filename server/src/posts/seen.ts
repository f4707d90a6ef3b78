import type { readSeen, seePost } from '@shequtong/contract/posts'
import { mayModerate } from '@shequtong/domain/posts/post'
import { type SeenIn, seenByPlace } from '@shequtong/domain/posts/seen'
import type { Command, Read } from '../http/call.ts'
import { Refusal } from '../platform/refusal.ts'
import { hatOf, toRead } from './access.ts'
import { isAuthor } from './view.ts'

const seeSql = `
  insert into post_views (community_id, post_id, membership_id, seen_at) values ($1, $2, $3, $4) on conflict do nothing`

/** Counted once per member. The post is not locked and its row stays as it is: a whole community opens it in the same minute. */
export const see: Command<typeof seePost> = async (tx, { actor, place, input, now }) => {
  const { communityId } = place
  const { postId, state, byRoleGrantId } = await toRead(tx, actor, communityId, input.params.postId)
  if (state !== 'published' || byRoleGrantId === null)
    throw new Refusal('transition-refused', { from: state, allowed: [] })
  await tx.run(seeSql, [communityId, postId, actor.membershipId, now])
  return { done: true }
}

/** `$3`: the part it is for, null for everybody; `$4`: of one building its staircases are told apart, else the buildings. */
const seenSql = `
  select case when $4 then s.name else b.name end as name, count(*)::int as members, count(v.membership_id)::int as seen
  from memberships m
  left join dwellings d on d.community_id = m.community_id and d.dwelling_id = m.dwelling_id
  left join staircases s on s.community_id = d.community_id and s.staircase_id = d.staircase_id
  left join buildings b on b.community_id = s.community_id and b.building_id = s.building_id
  left join post_views v on v.community_id = m.community_id and v.post_id = $2 and v.membership_id = m.membership_id
  where m.community_id = $1 and m.state = 'active'
    and ($3::uuid is null or $3 in (m.compound_id, b.sub_area_id, b.building_id, s.staircase_id))
  group by 1`

const byName = new Intl.Collator('zh-CN', { numeric: true })

/** For the office that said it and whoever keeps order: how many of those it is for opened it, by building, never who. */
export const seenBy: Read<typeof readSeen> = async ({ db, actor, place, input }) => {
  const { communityId } = place
  const post = await toRead(db, actor, communityId, input.params.postId)
  if (!isAuthor(post, actor.hatId) && !mayModerate(hatOf(actor))) throw new Refusal('not-permitted')
  const isOfBuilding = post.scope === 'building' || post.scope === 'staircase'
  const parts = await db.many<SeenIn & { name: string | null }>(seenSql, [
    communityId,
    post.postId,
    post.scopeId,
    isOfBuilding,
  ])
  const told = seenByPlace(parts.toSorted((one, other) => byName.compare(one.name ?? '', other.name ?? '')))
  return {
    total: told?.total ?? null,
    places: [...(told?.places ?? [])],
    others: told?.others ?? null,
  }
}
