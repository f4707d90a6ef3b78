import type { EntryView, Voice } from '@shequtong/contract/service-requests'
import { maySee } from '@shequtong/domain/service-requests/participants'
import { searchedEntryKinds } from '@shequtong/domain/service-requests/searched'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import { openStates } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Actor } from '../sessions/actor.ts'
import { participantOf } from './access.ts'
import { helperMembership, type ServiceRequestRow } from './row.ts'
import { entryJson, entryNames, photosJson } from './rows-sql.ts'
import { type EntryJson, entryView, memberVoice, titleOf } from './view.ts'

const inSql = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/**
 * Everything said in the requests of `wanted` (community_id, subject_id) that can be found, one row for each; nothing of one that was
 * withdrawn. `about`: what decides whom a private one concerns.
 */
export const saidSql = (wanted: string): string => `
  select r.community_id, r.service_request_id as subject_id, part.part_id, part.at, part.words, r.visibility,
    part.is_head and r.state in (${inSql(openStates)}) as open,
    array_remove(array[r.by_membership_id, part.speaker_id], null) as membership_ids,
    json_build_object('level', r.level, 'responsibleRole', r.responsible_role, 'asker', r.by_membership_id,
      'helpers', array_remove(array[r.filed_by_membership_id, r.filed_by_role_grant_id], null),
      'assignee', r.assignee_role_grant_id) as about
  from ${wanted} wanted (community_id, subject_id)
  join service_requests r on r.community_id = wanted.community_id and r.service_request_id = wanted.subject_id
  cross join lateral (
    select r.service_request_id as part_id, r.submitted_at as at, r.text || E'\\n' || r.place as words,
      null::uuid as speaker_id, true as is_head
    union all
    select e.entry_id, e.at, e.text, e.by_membership_id, false from service_request_entries e
    where e.community_id = r.community_id and e.service_request_id = r.service_request_id
      and e.kind in (${inSql(searchedEntryKinds)}) and e.text <> '') part
  where r.state <> 'withdrawn'`

/** What is shown of a request of which `h` (community_id, subject_id, part_id) was found, and what decides whether it is. */
export const foundSql = `
  (select json_build_object('text', r.text, 'place', r.place, 'kind', r.kind, 'visibility', r.visibility, 'state', r.state,
     'level', r.level, 'responsibleRole', r.responsible_role, 'byMembershipId', r.by_membership_id,
     'helperMembershipId', ${helperMembership}, 'helperRoleGrantId', r.filed_by_role_grant_id,
     'assigneeRoleGrantId', r.assignee_role_grant_id, 'askerName', m.shown_name, 'askerState', m.state,
     'askerParty', m.party, 'buildingId', r.building_id, 'photos', ${photosJson('p.entry_id is null')},
     'entry', case when h.part_id <> h.subject_id then (select ${entryJson} from service_request_entries e ${entryNames}
       where e.community_id = h.community_id and e.entry_id = h.part_id) end)
   from service_requests r
   join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
   where r.community_id = h.community_id and r.service_request_id = h.subject_id)`

type Columns = Pick<
  ServiceRequestRow,
  'text' | 'place' | 'kind' | 'byMembershipId' | 'helperMembershipId' | 'helperRoleGrantId' | 'assigneeRoleGrantId'
> &
  Pick<ServiceRequest, 'visibility' | 'state' | 'level' | 'responsibleRole'>

/** As `foundSql` gives it. */
export interface FoundJson extends Columns {
  readonly askerName: string
  readonly askerState: string
  readonly askerParty: boolean
  readonly buildingId: string | null
  readonly photos: EntryView['photos']
  readonly entry: EntryJson | null
}

/** What somebody said, as far as whoever searches may see it. */
export interface FoundWords
  extends Pick<FoundJson, 'kind' | 'state' | 'visibility' | 'place' | 'buildingId' | 'photos'> {
  readonly title: string
  readonly text: string
  readonly by: Voice | null
  /** The kind of entry; null: the request's own first words. */
  readonly entryKind: EntryView['kind'] | null
}

/** The one door to what a search found: undefined where the actor may not see it, or what was found is not there any more. */
export const foundWords = (
  actor: Actor,
  place: CommunityPlace,
  found: FoundJson | null,
  isHead: boolean,
): FoundWords | undefined => {
  if (found === null || found.state === 'withdrawn' || (found.entry === null && !isHead)) return undefined
  // who was only asked to take it reads it from the inbox; a search gives it to them once they did
  if (!maySee(participantOf(actor, found), { ...found, offer: undefined }, place)) return undefined
  const { kind, state, visibility, photos, buildingId } = found
  const shown = { kind, state, visibility, photos, buildingId, place: found.place, title: titleOf(found.text) }
  if (found.entry !== null) {
    const { by, text, kind: entryKind } = entryView(found.entry, actor.hatId)
    return { ...shown, by, text, entryKind }
  }
  const isOwn = found.byMembershipId === actor.hatId
  const by = memberVoice(found.askerName, found.askerState, found.askerParty, isOwn, null, null)
  return { ...shown, by, text: found.text, entryKind: null }
}
