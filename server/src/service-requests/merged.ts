import type { ServiceRequest } from '@shequtong/domain/service-requests/service-request'
import type { ServiceRequestAction } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { type Loaded, toAct } from './access.ts'
import { appendFact } from './facts.ts'
import { rowColumns, type ServiceRequestRow, toDomain } from './row.ts'
import { asker, authored, type HeadRow } from './rows-sql.ts'
import { save } from './save.ts'

/**
 * The order of locks wherever more than one request is written: first the ones that others are part of, by their ids, then what is part
 * of them, by its ids. Nothing becomes part of another but under `mergingTurn`.
 */
const partsSql = `
  select ${rowColumns} from service_requests r
  where r.community_id = $1 and r.merged_into_id = any($2) and r.state = 'merged' order by r.service_request_id for update of r`

/** What is part of these, locked. */
export const lockParts = (tx: Tx, communityId: number, ids: readonly string[]): Promise<ServiceRequestRow[]> =>
  tx.many<ServiceRequestRow>(partsSql, [communityId, ids])

const mergingLock = 7438019

/** One merging at a time in a community: meanwhile nothing else becomes part of another. */
export const mergingTurn = (tx: Tx, communityId: number): Promise<number> =>
  tx.run('select pg_advisory_xact_lock($1, $2)', [mergingLock, communityId])

const wholeSql = `
  select ${authored}, ag.shown_name as "assigneeName"
  from service_requests r ${asker} left join role_grants ag on ag.role_grant_id = r.assignee_role_grant_id
  where r.community_id = $1 and r.service_request_id = (
    select d.merged_into_id from service_requests d where d.community_id = $1 and d.service_request_id = $2)
  for update of r`

/** The one that this one is part of, locked before it; undefined where it goes by itself. */
const lockWhole = (tx: Tx, communityId: number, serviceRequestId: string): Promise<HeadRow | undefined> =>
  tx.maybe<HeadRow>(wholeSql, [communityId, serviceRequestId])

/** The transaction is done anew, as after a deadlock. */
const movedMeanwhile = () => Object.assign(new Error('what it is part of changed'), { code: '40001' })

/** As `toAct`, after the one that it is part of, if it is part of one. */
export const toActAsPart = async (
  tx: Tx,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
  action: ServiceRequestAction,
): Promise<Loaded & { readonly whole: HeadRow | undefined }> => {
  const whole = await lockWhole(tx, place.communityId, serviceRequestId)
  const loaded = await toAct(tx, actor, place, serviceRequestId, action)
  const { mergedIntoId } = loaded.row
  if (mergedIntoId === null) return { ...loaded, whole: undefined }
  if (mergedIntoId !== whole?.serviceRequestId) throw movedMeanwhile()
  return { ...loaded, whole }
}

const joinSql = `
  insert into service_request_supporters (community_id, service_request_id, membership_id, via_service_request_id, at)
  select $1, $2, said.membership_id, $3, $4 from (
    select membership_id from service_request_supporters
    where community_id = $1 and service_request_id = $3 and via_service_request_id = $3
    union select by_membership_id from service_requests where community_id = $1 and service_request_id = $3) as said
  where said.membership_id <> (
    select by_membership_id from service_requests where community_id = $1 and service_request_id = $2)
  on conflict do nothing`

/** Whoever joined it, and its asker, say 我也是 to the one that it becomes part of; what they said to it stays with it. */
export const joinVoices = (tx: Tx, communityId: number, into: string, from: string, now: Date): Promise<number> =>
  tx.run(joinSql, [communityId, into, from, now])

/** The voices that came with `from`, or with whatever is part of it, leave again. */
export const partVoices = (tx: Tx, communityId: number, into: string, from: string | null): Promise<number> =>
  tx.run(
    `delete from service_request_supporters
     where community_id = $1 and service_request_id = $2 and via_service_request_id <> $2
       and ($3::uuid is null or via_service_request_id = $3)`,
    [communityId, into, from],
  )

export const pointTo = (tx: Tx, communityId: number, ids: readonly string[], into: string | null): Promise<number> =>
  tx.run(`update service_requests set merged_into_id = $3 where community_id = $1 and service_request_id = any($2)`, [
    communityId,
    ids,
    into,
  ])

/** What is kept of whatever is part of it: how many, the distinct voices, and how much sooner it is due for them. */
export const tally = (tx: Tx, communityId: number, serviceRequestId: string, pulledForwardMs: number) =>
  tx.run(
    `update service_requests r set pulled_forward_ms = $3,
       merged_count = (select count(*) from service_requests d where d.community_id = $1 and d.merged_into_id = $2),
       supporter_count = (select count(distinct s.membership_id) from service_request_supporters s
         where s.community_id = $1 and s.service_request_id = $2)
     where r.community_id = $1 and r.service_request_id = $2`,
    [communityId, serviceRequestId, pulledForwardMs],
  )

/** What happened to one of several requests in one write. */
export interface GroupAct {
  readonly place: CommunityPlace
  readonly actor: Actor
  readonly now: Date
}

type Told = 'merged' | 'joined' | 'split' | 'parted'
const kindOf = { merged: 'mergedInto', joined: 'joined', split: 'split', parted: 'parted' } as const

/** Writes what became of one of them, with a line in its thread that names the `other`, and the fact. */
export const tell = async (
  tx: Tx,
  { place, actor, now }: GroupAct,
  row: ServiceRequestRow,
  to: ServiceRequest,
  told: Told,
  other: string,
): Promise<ServiceRequestRow> => {
  const saved = await save(tx, row, to, { kind: kindOf[told], actor, text: '', handedTo: other }, now)
  await appendFact(tx, `service_request.${told}`, to, {
    place,
    serviceRequestId: row.serviceRequestId,
    byMembershipId: row.byMembershipId,
    byPersonId: actor.personId,
    at: now,
    more: { otherServiceRequestId: other },
  })
  return saved.row
}

export const targetOf = (row: ServiceRequestRow) => ({ request: toDomain(row), pulledForwardMs: row.pulledForwardMs })
