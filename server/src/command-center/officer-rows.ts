import type { OfficerRow } from '@shequtong/contract/command-center'
import { maySee } from '@shequtong/domain/service-requests/participants'
import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { Db } from '../platform/database/db.ts'
import { bytesPerCharacter, type ViewCache } from '../platform/view-cache.ts'
import {
  type AuthoredRow,
  inboxRowView,
  participantOf,
  rowColumns,
  stampIn,
  toDomain,
} from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import type { CommunityEntry } from '../territory/directory.ts'

type Row = AuthoredRow & { assigneeName: string | null; stamp: string }

const rowsSql = `
  select ${rowColumns}, m.shown_name as "askerName", m.party as "askerParty", m.state as "askerState",
    array[]::text[] as photos, g.shown_name as "assigneeName", ${stampIn('$1')} as stamp
  from service_requests r
  join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
  left join role_grants g on g.role_grant_id = r.assignee_role_grant_id
  where r.community_id = $1 and r.service_request_id = any($2)`

/** An item and the state in which it stands there now (`stampIn`). */
export interface ItemKey {
  readonly serviceRequestId: string
  readonly stamp: string
}

/** An item in one state: what decides who sees it, and how it is shown to those and to the others. */
interface Kept {
  readonly row: Row
  readonly request: ServiceRequest
  readonly open: string
  readonly restricted: string
}

/** That it is there and how long it waits is all that the levels above learn of a private item before it is escalated. */
const restricted = { restricted: true, title: '', place: '', by: '', assignee: null } as const

const keptOf = (row: Row, { communityId, shortName }: CommunityEntry): Kept => {
  const view = {
    ...inboxRowView(row),
    communityId,
    communityName: shortName,
    waitingSince: row.clockStartedAt.toISOString(),
  }
  const open: OfficerRow = { ...view, restricted: false }
  const shut: OfficerRow = { ...view, ...restricted }
  return { row, request: toDomain(row), open: JSON.stringify(open), restricted: JSON.stringify(shut) }
}

const nameOf = ({ communityId, shortName }: CommunityEntry, id: string, stamp: string) =>
  `officer row ${communityId} ${shortName} ${id} ${stamp}`

/**
 * Items of one community as an officer lists them, each as JSON of an `OfficerRow`, in the order of `keys`; from memory where they are
 * there in this state already. One that is gone is left out.
 */
export const officerRows = async (
  db: Db,
  views: ViewCache,
  actor: Actor,
  community: CommunityEntry,
  keys: readonly ItemKey[],
): Promise<{ readonly serviceRequestId: string; readonly json: string }[]> => {
  const found = new Map<string, Kept>()
  const missing: string[] = []
  for (const { serviceRequestId, stamp } of keys) {
    const known = views.get<Kept>(nameOf(community, serviceRequestId, stamp))
    if (known === undefined) missing.push(serviceRequestId)
    else found.set(serviceRequestId, known)
  }
  if (missing.length > 0)
    for (const row of await db.many<Row>(rowsSql, [community.communityId, missing])) {
      const kept = keptOf(row, community)
      // the row stands beside the two texts, with no fewer words than they have
      const bytes = (2 * kept.open.length + kept.restricted.length) * bytesPerCharacter
      views.set(nameOf(community, row.serviceRequestId, row.stamp), kept, bytes)
      found.set(row.serviceRequestId, kept)
    }
  return keys.flatMap(({ serviceRequestId }) => {
    const kept = found.get(serviceRequestId)
    if (kept === undefined) return []
    const seen = maySee(participantOf(actor, kept.row), kept.request, community)
    return [{ serviceRequestId, json: seen ? kept.open : kept.restricted }]
  })
}
