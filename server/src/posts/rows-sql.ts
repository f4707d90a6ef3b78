import type { PhotoView } from '@shequtong/contract/service-requests'
import type { PostState } from '@shequtong/domain/posts/post'
import type { ScopeKind } from '@shequtong/domain/posts/scope'
import type { CommunityRole, Role } from '@shequtong/domain/roles/roles'

/** Columns of a post with its author, as pg gives them under these names. `$1` is the community everywhere. */
export interface PostRow {
  communityId: number
  postId: string
  boardId: string
  state: PostState
  title: string | null
  text: string
  byMembershipId: string | null
  byRoleGrantId: string | null
  inOfficeName: boolean
  region: string | null
  scope: ScopeKind
  scopeId: string | null
  placeName: string | null
  writtenAt: Date
  publishedAt: Date
  pinnedAt: Date | null
  removedAt: Date | null
  removedByMembershipId: string | null
  removedByRoleGrantId: string | null
  removalReason: string | null
  replyCount: number
  likeCount: number
  editedAt: Date | null
  version: number
  shownName: string
  party: boolean | null
  memberState: string | null
  role: Role | null
  photos: PhotoView[]
}

export interface ReplyRow {
  postReplyId: string
  text: string
  byMembershipId: string | null
  byRoleGrantId: string | null
  inOfficeName: boolean
  region: string | null
  at: Date
  editedAt: Date | null
  removedAt: Date | null
  removedByMembershipId: string | null
  removedByRoleGrantId: string | null
  removalReason: string | null
  shownName: string
  party: boolean | null
  memberState: string | null
  role: Role | null
  photos: PhotoView[]
  mentions: MentionRow[]
}

/** As `json_agg` gives it: instants are texts. */
export interface MentionRow {
  mentionId: string
  words: string
  membershipId: string | null
  role: CommunityRole | null
  shownName: string | null
  deadlineAt: string | null
  readAt: string | null
  answeredAt: string | null
}

/** Whom the words of `p` name; `where` tells the post from what was said below. */
export const mentionsJson = (where: string) => `coalesce((select json_agg(json_build_object(
    'mentionId', mn.mention_id, 'words', mn.words, 'membershipId', mn.membership_id, 'role', mn.role,
    'shownName', nm.shown_name, 'deadlineAt', mn.deadline_at, 'readAt', mn.read_at, 'answeredAt', mn.answered_at)
    order by mn.mention_id)
  from mentions mn left join memberships nm on nm.community_id = mn.community_id and nm.membership_id = mn.membership_id
  where mn.community_id = p.community_id and mn.post_id = p.post_id and ${where}), '[]')`

const photosJson = (where: string) => `coalesce((select json_agg(json_build_object(
    'photoId', ph.photo_id, 'widthPx', ph.width_px, 'heightPx', ph.height_px) order by ph.position)
  from photos ph where ph.community_id = p.community_id and ph.post_id = p.post_id and ${where}), '[]')`

/** How the part of the community is called that a post is for. */
const placeName = `case p.scope
    when 'compound' then (select c.name from compounds c where c.community_id = p.community_id and c.compound_id = p.scope_id)
    when 'subArea' then (select a.name from sub_areas a where a.community_id = p.community_id and a.sub_area_id = p.scope_id)
    when 'building' then (select b.name from buildings b where b.community_id = p.community_id and b.building_id = p.scope_id)
    when 'staircase' then (select b.name || ' ' || st.name from staircases st
      join buildings b on b.community_id = st.community_id and b.building_id = st.building_id
      where st.community_id = p.community_id and st.staircase_id = p.scope_id) end`

export const postColumns = `
  p.community_id as "communityId", p.post_id as "postId", p.board_id as "boardId", p.state, p.title, p.text,
  p.by_membership_id as "byMembershipId", p.by_role_grant_id as "byRoleGrantId", p.in_office_name as "inOfficeName",
  p.region, p.scope, p.scope_id as "scopeId", ${placeName} as "placeName", p.written_at as "writtenAt",
  p.published_at as "publishedAt", p.pinned_at as "pinnedAt", p.removed_at as "removedAt",
  p.removed_by_membership_id as "removedByMembershipId", p.removed_by_role_grant_id as "removedByRoleGrantId",
  p.removal_reason as "removalReason", p.reply_count as "replyCount",
  p.like_count as "likeCount", p.edited_at as "editedAt", p.version,
  coalesce(m.shown_name, g.shown_name, p.signed_by) as "shownName", m.party, m.state as "memberState", g.role,
  ${photosJson('ph.post_reply_id is null')} as photos`

export const postAuthor = `
  left join memberships m on m.community_id = p.community_id and m.membership_id = p.by_membership_id
  left join role_grants g on g.role_grant_id = p.by_role_grant_id`

/** Everything that is shown of a post depends on its version and on the epoch of the names in its community. */
export const stampIn = (community: string) =>
  `p.version || '.' || coalesce((select v.epoch from voice_epochs v where v.community_id = ${community}), 0)`

export const replyColumns = `
  p.post_reply_id as "postReplyId", p.text, p.by_membership_id as "byMembershipId", p.by_role_grant_id as "byRoleGrantId",
  p.in_office_name as "inOfficeName", p.region, p.at, p.edited_at as "editedAt", p.removed_at as "removedAt",
  p.removed_by_membership_id as "removedByMembershipId", p.removed_by_role_grant_id as "removedByRoleGrantId",
  p.removal_reason as "removalReason", coalesce(m.shown_name, g.shown_name) as "shownName", m.party, m.state as "memberState",
  g.role, ${photosJson('ph.post_reply_id = p.post_reply_id')} as photos,
  ${mentionsJson('mn.post_reply_id = p.post_reply_id')} as mentions`

/** Where a member lives, from the staircase up to the compound; a text of SQL that gives an array. */
export const placesOf = (membership: string, community: string) => `
  array(select unnest(array[lm.compound_id, lb.sub_area_id, lb.building_id, ls.staircase_id]) from memberships lm
    left join dwellings ld on ld.community_id = lm.community_id and ld.dwelling_id = lm.dwelling_id
    left join staircases ls on ls.community_id = ld.community_id and ls.staircase_id = ld.staircase_id
    left join buildings lb on lb.community_id = ls.community_id and lb.building_id = ls.building_id
    where lm.community_id = ${community} and lm.membership_id = ${membership})`
