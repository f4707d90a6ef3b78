import type { listMergeCandidates as endpoint } from '@shequtong/contract/merging'
import { likestFirst } from '@shequtong/domain/service-requests/merge-candidates'
import { mayDo, maySee } from '@shequtong/domain/service-requests/participants'
import { matterOf } from '@shequtong/domain/service-requests/similarity'
import type { Read } from '../http/call.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { participantOf } from './access.ts'
import { type ServiceRequestRow, toDomain } from './row.ts'
import { asker, authored, type HeadRow } from './rows-sql.ts'
import { candidateView } from './view.ts'

/** The newest open ones are compared, and the likest of them shown. */
const compared = 300
const mostShown = 20

type Row = HeadRow & { buildingId: string | null }

const columns = `${authored}, r.building_id as "buildingId", null as "assigneeName"`
const oneSql = `
  select ${columns} from service_requests r ${asker} where r.community_id = $1 and r.service_request_id = $2`
const othersSql = `
  select ${columns} from service_requests r ${asker}
  where r.community_id = $1 and r.service_request_id <> $2 and r.visibility = 'community'
    and r.state in ('submitted', 'read', 'answered', 'reopened') and r.merged_into_id is null
  order by r.submitted_at desc limit ${compared}`

const matterIn = ({ text, place }: ServiceRequestRow) => matterOf(`${text}\n${place}`)

/** What is open beside it and in the same hands. */
export const listMergeCandidates: Read<typeof endpoint> = async ({ db, actor, place, input }) => {
  const key = [place.communityId, input.params.serviceRequestId]
  const row = await db.maybe<Row>(oneSql, key)
  if (row === undefined) throw notFound()
  const who = participantOf(actor, row)
  const request = toDomain(row)
  if (!maySee(who, request, place)) throw notFound()
  if (!mayDo(who, 'merge', request, place)) throw new Refusal('not-permitted')
  if (row.visibility === 'private') return { items: [] }
  const others = (await db.many<Row>(othersSql, key)).filter((other) =>
    mayDo(participantOf(actor, other), 'merge', toDomain(other), place),
  )
  const candidates = others.map((other) => ({
    other,
    matter: matterIn(other),
    submittedAt: other.submittedAt,
    sameBuilding: other.buildingId !== null && other.buildingId === row.buildingId,
  }))
  const likest = likestFirst(matterIn(row), candidates).slice(0, mostShown)
  return { items: likest.map(({ candidate, seemsSame }) => candidateView(candidate.other, seemsSame)) }
}
