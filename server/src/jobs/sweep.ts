import { addMs, msPerDay, msPerHour } from '@shequtong/domain/time'
import { sendTexts } from '../assisted/public.ts'
import { hoursKeptMs } from '../command-center/rollup-counts.ts'
import type { Services } from '../http/services.ts'
import { endDue, eraseLeft } from '../memberships/public.ts'
import { keysOf } from '../photos/keys.ts'
import type { Tx } from '../platform/database/db.ts'
import { messagesKeptMs } from '../platform/realtime/history.ts'
import { lapseSilent } from '../service-requests/commands/lapse.ts'

export type SweepServices = Pick<Services, 'pool' | 'clock' | 'territory' | 'photos' | 'vault' | 'sms'>

export interface Sweep {
  readonly name: string
  /** Does a limited piece of the work and returns how much; as long as it is `sweepLimit` there may be more. */
  readonly run: (tx: Tx, now: Date, services: SweepServices) => Promise<Swept>
}

export interface Swept {
  readonly count: number
  /** What is to follow outside the database once the transaction is durable. */
  readonly afterwards?: () => Promise<void>
}

/** Rows per transaction, so that none is long. */
export const sweepLimit = 500

const idempotencyKeysKeptMs = 7 * msPerDay
const usedCodesKeptMs = msPerHour
const wechatStatesKeptMs = msPerDay
/** A draft, or words that wait for the net, may keep theirs this long. */
const loosePhotosKeptMs = 7 * msPerDay

/** Deletes the oldest rows of `table` that are older than `keptMs` by `column`. */
const prune = (table: string, column: string, keptMs: number): Sweep => ({
  name: `prune-${table.replaceAll('_', '-')}`,
  run: async (tx, now) => ({
    count: await tx.run(
      `delete from ${table} where ctid = any(array(
         select ctid from ${table} where ${column} < $1 order by ${column} limit ${sweepLimit} for update skip locked))`,
      [addMs(now, -keptMs)],
    ),
  }),
})

const lapse: Sweep = {
  name: 'lapse-silent',
  run: async (tx, now, { territory }) => ({ count: await lapseSilent(tx, territory, now, sweepLimit) }),
}

const removeFiles = async (
  store: SweepServices['photos'],
  photos: readonly { communityId: number; photoId: string }[],
): Promise<void> => {
  for (const { communityId, photoId } of photos)
    for (const key of Object.values(keysOf(communityId, photoId))) await store.remove(key)
}

/** Uploaded and never sent with anything: the row goes first, so that no row points to a missing file. */
const dropLoosePhotos: Sweep = {
  name: 'drop-loose-photos',
  run: async (tx, now, { photos }) => {
    const loose = await tx.many<{ communityId: number; photoId: string }>(
      `select community_id as "communityId", photo_id as "photoId" from photos
       where service_request_id is null and registration_id is null and paper_of_service_request_id is null
         and created_at < $1 order by created_at limit ${sweepLimit} for update skip locked`,
      [addMs(now, -loosePhotosKeptMs)],
    )
    await tx.run(
      `delete from photos p using unnest($1::int[], $2::uuid[]) as loose (community_id, photo_id)
       where p.community_id = loose.community_id and p.photo_id = loose.photo_id`,
      [loose.map(({ communityId }) => communityId), loose.map(({ photoId }) => photoId)],
    )
    return {
      count: loose.length,
      afterwards: () => removeFiles(photos, loose),
    }
  },
}

const endMemberships: Sweep = {
  name: 'end-memberships',
  run: async (tx, now, { territory }) => ({ count: await endDue(tx, territory, now, sweepLimit) }),
}

const eraseWhatWasLeft: Sweep = {
  name: 'erase-left',
  run: async (tx, now, { vault, photos }) => {
    const erased = await eraseLeft(tx, vault, now, sweepLimit)
    return {
      count: erased.count,
      afterwards: () => removeFiles(photos, erased.photos),
    }
  },
}

const sendTextMessages: Sweep = {
  name: 'send-texts',
  run: (tx, now, services) => sendTexts(tx, services, now, sweepLimit),
}

/** What time alone brings about. Each may run late, twice or never without harm: the rules look at the clock themselves. */
export const sweeps: readonly Sweep[] = [
  lapse,
  endMemberships,
  sendTextMessages,
  eraseWhatWasLeft,
  prune('realtime_messages', 'at', messagesKeptMs),
  prune('rollup_hours', 'hour_at', hoursKeptMs),
  prune('phone_codes', 'expires_at', usedCodesKeptMs),
  prune('wechat_states', 'created_at', wechatStatesKeptMs),
  prune('idempotency_keys', 'created_at', idempotencyKeysKeptMs),
  dropLoosePhotos,
]
