import type { supportServiceRequest } from '@shequtong/contract/service-requests'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'
import { thread } from '../thread.ts'

interface Supporter {
  readonly communityId: number
  readonly serviceRequestId: string
  readonly membershipId: string
}

const joinSql = `
  insert into service_request_supporters (community_id, service_request_id, membership_id, via_service_request_id, at)
  values ($1, $2, $3, $2, $4) on conflict do nothing`

const leaveSql = `
  delete from service_request_supporters
  where community_id = $1 and service_request_id = $2 and membership_id = $3 and via_service_request_id = $2`

/** Unless they said it also under another that was merged into this one, and so are counted already. */
const countSql = `
  update service_requests r set supporter_count = r.supporter_count + $4
  where r.community_id = $1 and r.service_request_id = $2 and not exists (
    select from service_request_supporters s where s.community_id = $1 and s.service_request_id = $2 and s.membership_id = $3
      and s.via_service_request_id <> $2)`

/** Whether anything changed: a second 我也是 of the same member, or taking back what was never said, is none. */
const set = async (tx: Tx, { communityId, serviceRequestId, membershipId }: Supporter, on: boolean, now: Date) => {
  const key = [communityId, serviceRequestId, membershipId]
  const written = on ? await tx.run(joinSql, [...key, now]) : await tx.run(leaveSql, key)
  return written > 0 && (await tx.run(countSql, [...key, on ? 1 : -1])) > 0
}

/** 我也是, once per member; the lock of the request makes its counter exact, however many press at once. */
export const support: Command<typeof supportServiceRequest> = async (tx, call) => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'support')
  if (actor.membershipId === undefined) throw new Refusal('not-permitted')
  const done = rules.support(request)
  if (!done.ok) throw refuse(done.violation)
  const supporter = { ...place, serviceRequestId: row.serviceRequestId, membershipId: actor.membershipId }
  if (await set(tx, supporter, input.body.on, now))
    await appendFact(tx, input.body.on ? 'service_request.supported' : 'service_request.unsupported', request, {
      place,
      serviceRequestId: row.serviceRequestId,
      byMembershipId: row.byMembershipId,
      byPersonId: actor.personId,
      at: now,
    })
  return thread(tx, actor, place, row.serviceRequestId)
}
