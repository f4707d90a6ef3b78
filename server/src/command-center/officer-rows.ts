import type { OfficerRow } from '@shequtong/contract/command-center'
import { maySee } from '@shequtong/domain/service-requests/participants'
import type { Db } from '../platform/database/db.ts'
import { type AuthoredRow, inboxRowView, participantOf, rowColumns, toDomain } from '../service-requests/public.ts'
import type { Actor } from '../sessions/actor.ts'
import type { CommunityEntry } from '../territory/directory.ts'

type Row = AuthoredRow & { assigneeName: string | null }

const rowsSql = `
  select ${rowColumns}, m.shown_name as "askerName", m.party as "askerParty", m.state as "askerState",
    array[]::text[] as photos, g.shown_name as "assigneeName"
  from service_requests r
  join memberships m on m.community_id = r.community_id and m.membership_id = r.by_membership_id
  left join role_grants g on g.role_grant_id = r.assignee_role_grant_id
  where r.community_id = $1 and r.service_request_id = any($2)`

/** That it is there and how long it waits is all that the levels above learn of a private item before it is escalated. */
const restricted = { restricted: true, title: '', place: '', by: '', assignee: null } as const

/** Items of one community as an officer lists them, in the order of `serviceRequestIds`. */
export const officerRows = async (
  db: Db,
  actor: Actor,
  community: CommunityEntry,
  serviceRequestIds: readonly string[],
): Promise<OfficerRow[]> => {
  if (serviceRequestIds.length === 0) return []
  const rows = await db.many<Row>(rowsSql, [community.communityId, serviceRequestIds])
  const found = new Map(rows.map((row) => [row.serviceRequestId, row]))
  return serviceRequestIds.flatMap((id) => {
    const row = found.get(id)
    if (row === undefined) return []
    const seen = maySee(participantOf(actor, row), toDomain(row), community)
    const where = {
      communityId: community.communityId,
      communityName: community.shortName,
      waitingSince: row.clockStartedAt.toISOString(),
    }
    return [{ ...inboxRowView(row), ...where, ...(seen ? { restricted: false } : restricted) }]
  })
}
