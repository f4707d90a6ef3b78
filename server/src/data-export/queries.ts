import type { DataExport } from '@shequtong/contract/data-export'
import type { Db } from '../platform/database/db.ts'

/** Rows as they go over the wire: instants in RFC 3339. */
const onWire = <T>(rows: unknown): T => JSON.parse(JSON.stringify(rows)) as T

const here = `c.short_name as "communityName"`

/** Every community in which the person registered or is a member: one read of each part per community. */
export const communitiesOf = async (db: Db, personId: string): Promise<number[]> =>
  (
    await db.many<{ communityId: number }>(
      `select community_id as "communityId" from registrations where person_id = $1
       union select community_id from member_directory where person_id = $1 order by 1`,
      [personId],
    )
  ).map(({ communityId }) => communityId)

const photosWhere = (condition: string) => `
  coalesce((select array_agg($3 || '/api/v1/communities/' || p.community_id || '/photos/' || p.photo_id || '/full' order by p.position)
    from photos p where p.community_id = $1 and ${condition}), '{}')`

const membershipsSql = `
  select ${here}, m.shown_name as "shownName", nullif(concat_ws(' ', m.building_name, s.name, d.room), '') as dwelling,
    m.member_kind as "memberKind", m.tenure, m.party, m.state, m.started_at as "startedAt", m.ended_at as "endedAt", m.reason
  from memberships m join communities c using (community_id)
  left join dwellings d on d.community_id = m.community_id and d.dwelling_id = m.dwelling_id
  left join staircases s on s.community_id = d.community_id and s.staircase_id = d.staircase_id
  where m.community_id = $1 and m.person_id = $2 order by m.started_at`

const registrationsSql = `
  select ${here}, r.shown_name as "shownName", r.member_kind as "memberKind", r.tenure, r.consents, r.state,
    r.submitted_at as "submittedAt", r.decided_at as "decidedAt", r.question, r.reply, r.refusal_reason as "refusalReason",
    r.filed_by is not null or r.guardian_person_id is not null as "filedForYou",
    ${photosWhere('p.registration_id = r.registration_id')} as "paperUrls"
  from registrations r join communities c using (community_id)
  where r.community_id = $1 and r.person_id = $2 order by r.submitted_at`

const helpersSql = `
  select ${here}, case when m.person_id = $2 then 'theyActForYou' else 'youActForThem' end as direction,
    case when m.person_id = $2 then o.shown_name else m.shown_name end as "shownName",
    h.given_at as "givenAt", h.ended_at as "endedAt"
  from helper_consents h join communities c using (community_id)
  join memberships m on m.community_id = h.community_id and m.membership_id = h.membership_id
  join memberships o on o.community_id = h.community_id and o.membership_id = h.helper_membership_id
  where h.community_id = $1 and (m.person_id = $2 or o.person_id = $2) order by h.given_at`

const requestsSql = `
  select ${here}, r.service_request_id as "serviceRequestId", r.kind, r.visibility, r.state, r.outcome, r.text, r.place, r.region,
    r.submitted_at as "submittedAt", r.ended_at as "endedAt",
    coalesce((select json_agg(json_build_object('round', q.round, 'attitude', q.attitude, 'result', q.result) order by q.round)
      from service_request_ratings q where q.community_id = r.community_id and q.service_request_id = r.service_request_id), '[]') as ratings,
    ${photosWhere('p.service_request_id = r.service_request_id and p.entry_id is null')} as "photoUrls"
  from service_requests r join communities c using (community_id)
  join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
  where r.community_id = $1 and m.person_id = $2 order by r.submitted_at`

/** The own words alone: what others answered stays with them, and what was said in an office belongs to the office. */
const repliesSql = `
  select ${here}, e.service_request_id as "serviceRequestId", e.kind, e.text, e.region, e.at,
    ${photosWhere('p.entry_id = e.entry_id')} as "photoUrls"
  from service_request_entries e join communities c using (community_id)
  join memberships m on m.community_id = e.community_id and m.membership_id = e.by_membership_id
  where e.community_id = $1 and m.person_id = $2 and e.kind <> 'parted' order by e.at`

const postsSql = `
  select ${here}, o.post_id as "postId", o.title, o.text,
    coalesce((select json_agg(json_build_object('title', e.title, 'text', e.text,
        'replacedAt', to_char(e.replaced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.replaced_at)
      from post_edits e where e.community_id = o.community_id and e.post_id = o.post_id and e.post_reply_id is null), '[]') as earlier,
    o.region, o.published_at as "publishedAt", o.removed_at as "removedAt",
    ${photosWhere('p.post_id = o.post_id and p.post_reply_id is null')} as "photoUrls"
  from posts o join communities c using (community_id)
  join memberships m on m.community_id = o.community_id and m.membership_id = o.by_membership_id
  where o.community_id = $1 and m.person_id = $2 order by o.published_at`

const postRepliesSql = `
  select ${here}, o.post_id as "postId", o.text,
    coalesce((select json_agg(json_build_object('text', e.text,
        'replacedAt', to_char(e.replaced_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.replaced_at)
      from post_edits e where e.community_id = o.community_id and e.post_reply_id = o.post_reply_id), '[]') as earlier,
    o.region, o.at, o.removed_at as "removedAt",
    ${photosWhere('p.post_reply_id = o.post_reply_id')} as "photoUrls"
  from post_replies o join communities c using (community_id)
  join memberships m on m.community_id = o.community_id and m.membership_id = o.by_membership_id
  where o.community_id = $1 and m.person_id = $2 order by o.at`

const postLikesSql = `
  select ${here}, l.post_id as "postId", l.at from post_likes l join communities c using (community_id)
  join memberships m on m.community_id = l.community_id and m.membership_id = l.hat_id
  where l.community_id = $1 and m.person_id = $2 order by l.at`

const postViewsSql = `
  select ${here}, v.post_id as "postId", v.seen_at as at from post_views v join communities c using (community_id)
  join memberships m on m.community_id = v.community_id and m.membership_id = v.membership_id
  where v.community_id = $1 and m.person_id = $2 order by v.seen_at`

/** Where they were named by somebody else: that it happened, and not the words of others. */
const mentionsSql = `
  select ${here}, n.post_id as "postId", n.started_at as at, n.read_at as "readAt"
  from mentions n join communities c using (community_id)
  join memberships m on m.community_id = n.community_id and m.membership_id = n.membership_id
  join posts p on p.community_id = n.community_id and p.post_id = n.post_id and p.state in ('published', 'removed')
  where n.community_id = $1 and m.person_id = $2 order by n.started_at`

const postReportsSql = `
  select ${here}, r.post_id as "postId", r.reason, r.words, r.reported_at as "reportedAt", r.outcome
  from post_reports r join communities c using (community_id)
  join memberships m on m.community_id = r.community_id and m.membership_id = r.hat_id
  where r.community_id = $1 and m.person_id = $2 order by r.reported_at`

type InCommunity = Pick<
  DataExport,
  | 'memberships'
  | 'registrations'
  | 'helpers'
  | 'requests'
  | 'replies'
  | 'posts'
  | 'postReplies'
  | 'postViews'
  | 'postLikes'
  | 'mentions'
  | 'postReports'
>

/** What one community holds. `publicUrl` stands before the addresses of photos. */
export const ofCommunity = async (
  db: Db,
  at: { readonly communityId: number; readonly personId: string; readonly publicUrl: string },
): Promise<InCommunity> => {
  const key = [at.communityId, at.personId]
  const withPhotos = [...key, at.publicUrl]
  return onWire({
    memberships: await db.many(membershipsSql, key),
    registrations: await db.many(registrationsSql, withPhotos),
    helpers: await db.many(helpersSql, key),
    requests: await db.many(requestsSql, withPhotos),
    replies: await db.many(repliesSql, withPhotos),
    posts: await db.many(postsSql, withPhotos),
    postReplies: await db.many(postRepliesSql, withPhotos),
    postReports: await db.many(postReportsSql, key),
    postViews: await db.many(postViewsSql, key),
    postLikes: await db.many(postLikesSql, key),
    mentions: await db.many(mentionsSql, key),
  })
}

const rolesSql = `
  select g.role, g.level, coalesce(c.short_name, s.name, d.name) as "territoryName", g.shown_name as "shownName",
    g.granted_at as "grantedAt", g.ends_on::text as "endsOn", g.ended_at as "endedAt"
  from role_grants g
  left join communities c on g.level = 'community' and c.community_id = g.territory_id
  left join subdistricts s on g.level = 'subdistrict' and s.subdistrict_id = g.territory_id
  left join districts d on g.level = 'district' and d.district_id = g.territory_id
  where g.person_id = $1 order by g.granted_at`

/** The words of a notification to whoever answers are those of somebody else. */
const aboutOthers = [
  'serviceRequestSubmitted',
  'memberMentioned',
  'roleMentioned',
  'mentionHalfTime',
  'mentionTimeNearlyUp',
  'mentionOverdue',
  'mentionOverdueBelow',
  'serviceRequestReplied',
  'serviceRequestOffered',
  'serviceRequestHandedOver',
  'serviceRequestHandOverReturned',
  'serviceRequestReportedUp',
  'serviceRequestCameBack',
  'serviceRequestAnsweredAbove',
  'serviceRequestResolvedAbove',
  'serviceRequestReopened',
  'serviceRequestConfirmed',
  'registrationSubmitted',
]

const notificationsSql = `
  select kind, case when kind = any($2) then null else title end as title, at, read_at as "readAt"
  from notifications where person_id = $1 order by at`

const sessionsSql = `
  select device, created_at as "createdAt", last_seen_at as "lastSeenAt", revoked_at as "endedAt"
  from sessions where person_id = $1 order by created_at`

const blocksSql = `
  select coalesce(m.shown_name, '') as "shownName", b.blocked_at as "blockedAt"
  from neighbour_blocks b
  left join memberships m on m.community_id = b.community_id and m.membership_id = b.blocked_membership_id
  where b.person_id = $1 order by b.blocked_at`

/** What is held of the person beside communities. */
export const ofPerson = async (
  db: Db,
  personId: string,
): Promise<Pick<DataExport, 'roles' | 'notifications' | 'blocks' | 'sessions'>> =>
  onWire({
    roles: await db.many(rolesSql, [personId]),
    notifications: await db.many(notificationsSql, [personId, aboutOthers]),
    blocks: await db.many(blocksSql, [personId]),
    sessions: await db.many(sessionsSql, [personId]),
  })

/** When the person came, and when they took copies; the row is locked, so that presses at once queue. */
export const earlierExports = async (
  tx: Db,
  personId: string,
): Promise<{ readonly knownSince: Date; readonly exportedAt: Date[] }> => {
  const { knownSince } = await tx.one<{ knownSince: Date }>(
    `select created_at as "knownSince" from persons where person_id = $1 for no key update`,
    [personId],
  )
  const rows = await tx.many<{ at: Date }>(
    `select exported_at as at from data_exports where person_id = $1 order by exported_at`,
    [personId],
  )
  return { knownSince, exportedAt: rows.map(({ at }) => at) }
}
