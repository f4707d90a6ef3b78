/** The columns of a request and of what is said in it, with the names that stand beside them. `$1` is the community everywhere. */
import { rowColumns } from './row.ts'
import type { AuthoredRow, EntryJson, MergedJson } from './view.ts'

export const photosJson = (where: string) => `coalesce((select json_agg(json_build_object(
    'photoId', p.photo_id, 'widthPx', p.width_px, 'heightPx', p.height_px) order by p.position)
  from photos p where p.community_id = r.community_id and p.service_request_id = r.service_request_id and ${where}), '[]')`

export const entryJson = `json_build_object('entryId', e.entry_id, 'kind', e.kind, 'text', e.text,
  'at', e.at, 'handedTo', e.handed_to, 'inOfficeName', e.in_office_name, 'membershipId', e.by_membership_id,
  'roleGrantId', e.by_role_grant_id, 'shownName', coalesce(em.shown_name, eg.shown_name), 'party', em.party,
  'memberState', em.state, 'role', eg.role, 'region', e.region,
  'filedByName', coalesce(efg.shown_name, efm.shown_name), 'filedByRole', efg.role, 'photos', ${photosJson('p.entry_id = e.entry_id')})`

export const entryNames = `
  left join memberships em on em.community_id = e.community_id and em.membership_id = e.by_membership_id
  left join role_grants eg on eg.role_grant_id = e.by_role_grant_id
  left join memberships efm on efm.community_id = e.community_id and efm.membership_id = e.filed_by_membership_id
  left join role_grants efg on efg.role_grant_id = e.filed_by_role_grant_id`

/** A request with its asker, whoever filed it for them, and its photos. */
export const authored = `${rowColumns}, m.shown_name as "askerName", m.party as "askerParty", m.state as "askerState",
  coalesce(fg.shown_name, fm.shown_name) as "filedByName", fg.role as "filedByRole",
  ${photosJson('p.entry_id is null')} as photos`

export const asker = `join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
  left join memberships fm on fm.community_id = r.community_id and fm.membership_id = r.filed_by_membership_id
  left join role_grants fg on fg.role_grant_id = r.filed_by_role_grant_id`

/** What everything shown of a request depends on: its version, and the epoch of the names in its community. */
export const stampIn = (community: string) =>
  `r.version || '.' || coalesce((select v.epoch from voice_epochs v where v.community_id = ${community}), 0)`
const stamp = `${stampIn('$1')} as stamp`

/** A request as a list shows it, with its latest answer. */
export const cardColumns = `${authored}, ${stamp},
  case when r.answer_entry_id is not null then (select ${entryJson} from service_request_entries e ${entryNames}
   where e.community_id = r.community_id and e.entry_id = r.answer_entry_id) end as answer`

export type CardRow = AuthoredRow & { answer: EntryJson | null; stamp: string }

/** Everything said in a request, in its order. */
const entriesJson = `coalesce((select json_agg(${entryJson} order by e.number) from service_request_entries e ${entryNames}
  where e.community_id = r.community_id and e.service_request_id = r.service_request_id), '[]')`

export const entriesSql = `
  select ${entriesJson} as entries from service_requests r where r.community_id = $1 and r.service_request_id = $2`

/** What was merged into a request, the oldest first, and the words of the one it was merged into itself. */
const mergedJson = `case when r.merged_count > 0 then (
    select json_agg(json_build_object('serviceRequestId', d.service_request_id, 'text', d.text, 'place', d.place,
      'submittedAt', d.submitted_at, 'goesOn', d.state = 'merged', 'membershipId', d.by_membership_id,
      'shownName', dm.shown_name, 'memberState', dm.state, 'party', dm.party, 'region', d.region) order by d.submitted_at, d.service_request_id)
    from service_requests d
    join memberships dm on dm.community_id = d.community_id and dm.membership_id = d.by_membership_id
    where d.community_id = r.community_id and d.merged_into_id = r.service_request_id) end`
const mergedIntoText = `case when r.merged_into_id is not null then (select t.text from service_requests t
    where t.community_id = r.community_id and t.service_request_id = r.merged_into_id) end`

/** The whole thread of `$2`, internal notes too: what of it somebody may read is decided when it is shown. */
export const threadSql = `
  select ${authored}, ${stamp}, ag.shown_name as "assigneeName", ${entriesJson} as entries,
    ${mergedJson} as merged, ${mergedIntoText} as "mergedIntoText"
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where r.community_id = $1 and r.service_request_id = $2`

/** A request without what was said in it. */
export type HeadRow = AuthoredRow & { assigneeName: string | null }

export type ThreadRow = HeadRow & { entries: EntryJson[]; stamp: string } & MergedJson

/** Whose list of blocked neighbours counts in a session `s`: the member's who wears it. A role has to hear everybody. */
export const readerOfSession = 'case when s.acting_community_id is not null then s.person_id end'

/** The memberships that `reader` does not want to read, each once, in the community `$community`. */
export const blockedBy = (reader: string, community = '$1') =>
  `(select nb.blocked_membership_id from neighbour_blocks nb where nb.person_id = ${reader} and nb.community_id = ${community})`
