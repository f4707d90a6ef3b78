import type { RatingView, rateServiceRequest } from '@shequtong/contract/ratings'
import { ratedRound } from '@shequtong/domain/service-requests/ratings'
import * as rules from '@shequtong/domain/service-requests/service-request'
import type { Command } from '../../http/call.ts'
import { toAct } from '../access.ts'
import { appendFact } from '../facts.ts'
import { refuse } from '../refuse.ts'

/**
 * The asker rates the round that has ended, or changes what they said of it. Neither the request nor its thread changes: nobody
 * else learns of one rating. The fact carries the figures, for rollups, and the round, never who was rated.
 */
export const rate: Command<typeof rateServiceRequest> = async (tx, call): Promise<RatingView> => {
  const { actor, now, place, input } = call
  const { row, request } = await toAct(tx, actor, place, input.params.serviceRequestId, 'rate')
  const done = rules.rate(request, input.body)
  if (!done.ok) throw refuse(done.violation)
  const { attitude, result } = input.body
  const round = ratedRound(done.value)
  await tx.many(
    `insert into service_request_ratings (community_id, service_request_id, round, attitude, result, rated_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id, service_request_id, round) do update set attitude = excluded.attitude, result = excluded.result`,
    [row.communityId, row.serviceRequestId, round, attitude, result, now],
  )
  await appendFact(tx, 'service_request.rated', request, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
    more: { round, attitude, result },
  })
  return { attitude, result }
}
