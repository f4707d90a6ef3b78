import type { readServiceRequest, ServiceRequestView } from '@shequtong/contract/service-requests'
import { maySee, maySeeNotes } from '@shequtong/domain/service-requests/participants'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type ReadAhead, readAhead } from '../http/call.ts'
import { Rendered } from '../http/rendered.ts'
import type { Db, Tx } from '../platform/database/db.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { bytesPerCharacter, type ViewCache } from '../platform/view-cache.ts'
import type { Actor } from '../sessions/actor.ts'
import { participantOf } from './access.ts'
import { type ServiceRequestRow, toDomain } from './row.ts'
import { blockedBy, entriesSql, type HeadRow, readerOfSession, stampIn, type ThreadRow, threadSql } from './rows-sql.ts'
import type { Saved } from './save.ts'
import { type EntryJson, type MergedJson, threadView } from './view.ts'

/** Not-found where the actor may not see it; notes only for those who may read them; no reply of who is `blocked`. */
const threadFor = (
  row: (HeadRow & { entries: EntryJson[] } & Partial<MergedJson>) | undefined,
  actor: Actor,
  place: CommunityPlace,
  blocked: readonly string[],
): ServiceRequestView => {
  if (row === undefined) throw notFound()
  const who = participantOf(actor, row)
  if (!maySee(who, toDomain(row), place)) throw notFound()
  const notes = maySeeNotes(who.hat)
  const isShown = ({ kind, membershipId }: EntryJson): boolean =>
    (notes || kind !== 'note') && (kind !== 'reply' || membershipId === null || !blocked.includes(membershipId))
  const merged = row.merged?.filter(({ membershipId }) => !blocked.includes(membershipId)) ?? null
  return threadView({ ...row, entries: row.entries.filter(isShown), merged }, who, actor.hatId, place)
}

const blockedSql = `select blocked_membership_id as "membershipId" from ${blockedBy('$2::uuid')} as blocked`

const blockedOf = async (db: Db, actor: Actor, communityId: number): Promise<string[]> => {
  if (actor.hat?.type !== 'member') return []
  const rows = await db.many<{ membershipId: string }>(blockedSql, [communityId, actor.personId])
  return rows.map(({ membershipId }) => membershipId)
}

/** One thread as it stands in this transaction; not-found where the actor may not see it. */
export const thread = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
): Promise<ServiceRequestView> => {
  const [row, blocked] = await Promise.all([
    db.maybe<ThreadRow>(threadSql, [place.communityId, serviceRequestId]),
    blockedOf(db, actor, place.communityId),
  ])
  return threadFor(row, actor, place, blocked)
}

/** How a write whose reply is the thread gives it again: as it stands now, to whoever may see it now. */
export const threadAgain = {
  about: ({ serviceRequestId }: ServiceRequestView): string => serviceRequestId,
  again: (
    { db, actor, place }: { readonly db: Db; readonly actor: Actor; readonly place: CommunityPlace },
    serviceRequestId: string,
  ): Promise<ServiceRequestView> => thread(db, actor, place, serviceRequestId),
}

/**
 * The thread right after a write of this transaction, which had locked `before`: made of what was written, without reading it again.
 * What was said earlier is read only where something was.
 */
export const threadAfter = async (
  tx: Tx,
  actor: Actor,
  place: CommunityPlace,
  before: HeadRow,
  { row, entry }: Saved,
): Promise<ServiceRequestView> => {
  const isMerged = row.mergedCount > 0 || row.mergedIntoId !== null
  if (entry === undefined || isMerged || row.assigneeRoleGrantId !== before.assigneeRoleGrantId)
    return thread(tx, actor, place, row.serviceRequestId)
  const [earlier, blocked] = await Promise.all([
    before.entryCount === 0 ? [] : entriesBefore(tx, row, entry),
    blockedOf(tx, actor, place.communityId),
  ])
  return threadFor({ ...before, ...row, entries: [...earlier, entry] }, actor, place, blocked)
}

const entriesBefore = async (tx: Tx, row: ServiceRequestRow, { entryId }: EntryJson): Promise<EntryJson[]> => {
  const { entries } = await tx.one<{ entries: EntryJson[] }>(entriesSql, [row.communityId, row.serviceRequestId])
  return entries.filter((one) => one.entryId !== entryId)
}

/** The thread for an officer whose reason was just written into it; without internal notes, and nothing to do in it. */
export const lookedInto = async (
  db: Db,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
): Promise<ServiceRequestView> => {
  const row = await db.one<ThreadRow>(threadSql, [place.communityId, serviceRequestId])
  const entries = row.entries.filter(({ kind }) => kind !== 'note')
  return { ...threadView({ ...row, entries }, participantOf(actor, row), actor.hatId, place), may: [] }
}

/**
 * The thread after an act that may take it out of the actor's hands and sight, as a private one that is handed over: then
 * this reply is the last look at it, without notes and with nothing to do.
 */
export const threadOrLastLook = async (
  tx: Tx,
  actor: Actor,
  place: CommunityPlace,
  serviceRequestId: string,
): Promise<ServiceRequestView> => {
  try {
    return await thread(tx, actor, place, serviceRequestId)
  } catch (error) {
    if (error instanceof Refusal && error.slug === 'not-found') return lookedInto(tx, actor, place, serviceRequestId)
    throw error
  }
}

/** Which state of the thread stands there now, and behind a comma the memberships that the reader does not want to read. */
const foundSql = `
  (select ${stampIn('$3')} || ',' || coalesce((select string_agg(b.blocked_membership_id::text, ',')
     from ${blockedBy(readerOfSession, '$3')} as b), '')
   from service_requests r where r.community_id = $3 and r.service_request_id = $4)`

const bytesBeside = 2_000

/** A thread as it is kept, with the hats for whom it says "you". */
interface Kept {
  readonly row: ThreadRow
  readonly speakers: ReadonlySet<string>
}

const speakersOf = ({ byMembershipId, assigneeRoleGrantId, entries, merged }: ThreadRow): ReadonlySet<string> =>
  new Set(
    [
      byMembershipId,
      assigneeRoleGrantId,
      ...(merged ?? []).map(({ membershipId }) => membershipId),
      ...entries.flatMap((entry) => [entry.membershipId, entry.roleGrantId]),
    ].filter((id) => id !== null),
  )

const keptThread = async (
  db: Db,
  views: ViewCache,
  communityId: number,
  serviceRequestId: string,
  stamp: string,
): Promise<Kept> => {
  const known = views.get<Kept>(`thread ${serviceRequestId} ${stamp}`)
  if (known !== undefined) return known
  const row = await db.maybe<ThreadRow>(threadSql, [communityId, serviceRequestId])
  if (row === undefined) throw notFound()
  const kept = { row, speakers: speakersOf(row) }
  const bytes = bytesBeside + JSON.stringify(row.entries).length * bytesPerCharacter
  views.set(`thread ${serviceRequestId} ${row.stamp}`, kept, bytes)
  return kept
}

/**
 * The thread for this actor. Whoever neither speaks in it nor blocked anybody sees what everybody of the same capacity sees: what a
 * view depends on beside the row is the participant, which is therefore the key.
 */
const shownTo = (
  { row, speakers }: Kept,
  actor: Actor,
  place: CommunityPlace,
  blocked: readonly string[],
  views: ViewCache,
): ServiceRequestView | Rendered => {
  if (blocked.length > 0 || actor.hatId === undefined || speakers.has(actor.hatId))
    return threadFor(row, actor, place, blocked)
  const key = `thread ${row.serviceRequestId} ${row.stamp} ${JSON.stringify(participantOf(actor, row))}`
  const known = views.get<Rendered>(key)
  if (known !== undefined) return known
  const rendered = new Rendered(JSON.stringify(threadFor(row, actor, place, blocked)))
  views.set(key, rendered, rendered.bytes.length + key.length * bytesPerCharacter)
  return rendered
}

export const readThread: ReadAhead<typeof readServiceRequest> = readAhead(
  ({ db, actor, place, input }) => thread(db, actor, place, input.params.serviceRequestId),
  {
    ahead: ({ params }) => ({ sql: foundSql, values: [params.communityId, params.serviceRequestId] }),
    view: async (found, { db, actor, place, input, services }) => {
      if (found === null) throw notFound()
      const [stamp = '', ...blocked] = found.split(',').filter((part) => part !== '')
      const { views } = services
      const kept = await keptThread(db, views, place.communityId, input.params.serviceRequestId, stamp)
      return shownTo(kept, actor, place, blocked, views)
    },
  },
)
