import type { listEarlierRequests as endpoint } from '@shequtong/contract/inbox'
import { maySee } from '@shequtong/domain/service-requests/participants'
import type { Read } from '../http/call.ts'
import { notFound } from '../platform/refusal.ts'
import { participantOf } from './access.ts'
import { toDomain } from './row.ts'
import { asker, authored, type HeadRow } from './rows-sql.ts'
import { titleOf } from './view.ts'

/** Of the newest that were said, so many are looked through for those that may be seen, and so many of these are shown. */
const lookedThrough = 40
const mostShown = 6

const oneSql = `
  select ${authored}, null as "assigneeName" from service_requests r ${asker}
  where r.community_id = $1 and r.service_request_id = $2`
const othersSql = `
  select ${authored}, null as "assigneeName" from service_requests r ${asker}
  where r.community_id = $1 and r.by_membership_id = $3 and r.service_request_id <> $2
  order by r.submitted_at desc, r.service_request_id desc limit ${lookedThrough}`

/** What else the asker said in this community, the newest first. */
export const listEarlierRequests: Read<typeof endpoint> = async ({ db, actor, place, input }) => {
  const key = [place.communityId, input.params.serviceRequestId]
  const row = await db.maybe<HeadRow>(oneSql, key)
  if (row === undefined || !maySee(participantOf(actor, row), toDomain(row), place)) throw notFound()
  const others = await db.many<HeadRow>(othersSql, [...key, row.byMembershipId])
  const seen = others.filter((other) => maySee(participantOf(actor, other), toDomain(other), place))
  return {
    items: seen.slice(0, mostShown).map(({ serviceRequestId, kind, state, text, submittedAt }) => ({
      serviceRequestId,
      kind,
      state,
      title: titleOf(text),
      submittedAt: submittedAt.toISOString(),
    })),
  }
}
