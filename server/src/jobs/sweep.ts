import { addMs, msPerDay, msPerHour } from '@shequtong/domain/time'
import { sendTexts } from '../assisted/public.ts'
import { hoursKeptMs } from '../command-center/rollup-counts.ts'
import { eraseLeft } from '../erasure/public.ts'
import type { Services } from '../http/services.ts'
import { endDue, liftDue, remindOfEnd } from '../memberships/public.ts'
import { orphanKeys } from '../photos/commands/sweep-orphans.ts'
import { removePhotoFiles } from '../photos/public.ts'
import type { Tx } from '../platform/database/db.ts'
import { messagesKeptMs } from '../platform/realtime/history.ts'
import { alertMentions, publishScheduled } from '../posts/public.ts'
import { alertDue } from '../service-requests/commands/alert-due.ts'
import { lapseSilent } from '../service-requests/commands/lapse.ts'
import { remindDue } from '../service-requests/commands/remind-due.ts'
import { resumeDue } from '../service-requests/commands/resume-due.ts'
import { returnDue } from '../service-requests/commands/return-due.ts'

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

const resume: Sweep = {
  name: 'resume-suspended',
  run: async (tx, now, { territory }) => ({ count: await resumeDue(tx, territory, now, sweepLimit) }),
}

const returnOffers: Sweep = {
  name: 'return-offers',
  run: async (tx, now, { territory }) => ({ count: await returnDue(tx, territory, now, sweepLimit) }),
}

const remind: Sweep = {
  name: 'remind-waiting',
  run: async (tx, now, { territory }) => ({ count: await remindDue(tx, territory, now, sweepLimit) }),
}

const publishPosts: Sweep = {
  name: 'publish-scheduled',
  run: async (tx, now, { territory }) => ({ count: await publishScheduled(tx, territory, now, sweepLimit) }),
}

const alert: Sweep = {
  name: 'alert-clocks',
  run: async (tx, now, { territory }) => ({ count: await alertDue(tx, territory, now, sweepLimit) }),
}

const alertOfMentions: Sweep = {
  name: 'alert-mentions',
  run: async (tx, now, { territory }) => ({ count: await alertMentions(tx, territory, now, sweepLimit) }),
}

/** Uploaded and never sent with anything: the row goes first, so that no row points to a missing file. */
const dropLoosePhotos: Sweep = {
  name: 'drop-loose-photos',
  run: async (tx, now, { photos }) => {
    const loose = await tx.many<{ communityId: number; photoId: string }>(
      `select community_id as "communityId", photo_id as "photoId" from photos
       where service_request_id is null and registration_id is null and paper_of_service_request_id is null
         and post_id is null and created_at < $1 order by created_at limit ${sweepLimit} for update skip locked`,
      [addMs(now, -loosePhotosKeptMs)],
    )
    await tx.run(
      `delete from photos p using unnest($1::int[], $2::uuid[]) as loose (community_id, photo_id)
       where p.community_id = loose.community_id and p.photo_id = loose.photo_id`,
      [loose.map(({ communityId }) => communityId), loose.map(({ photoId }) => photoId)],
    )
    return {
      count: loose.length,
      afterwards: () => removePhotoFiles(photos, loose),
    }
  },
}

/** Files that a crash left between the disk and the database. */
const dropOrphanFiles: Sweep = {
  name: 'drop-orphan-files',
  run: async (tx, now, { photos }) => {
    const keys = await orphanKeys(tx, photos, now, sweepLimit)
    return {
      count: keys.length,
      afterwards: async () => {
        for (const key of keys) await photos.remove(key)
      },
    }
  },
}

const endMemberships: Sweep = {
  name: 'end-memberships',
  run: async (tx, now, { territory }) => ({ count: await endDue(tx, territory, now, sweepLimit) }),
}

const remindOfLastDays: Sweep = {
  name: 'remind-of-last-days',
  run: async (tx, now, { territory }) => ({ count: await remindOfEnd(tx, territory, now, sweepLimit) }),
}

const liftSuspensions: Sweep = {
  name: 'lift-suspensions',
  run: async (tx, now, { territory }) => ({ count: await liftDue(tx, territory, now, sweepLimit) }),
}

const eraseWhatWasLeft: Sweep = {
  name: 'erase-left',
  run: async (tx, now, { vault, photos }) => {
    const erased = await eraseLeft(tx, vault, now, sweepLimit)
    return {
      count: erased.count,
      afterwards: () => removePhotoFiles(photos, erased.photos),
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
  resume,
  returnOffers,
  remind,
  publishPosts,
  remindOfLastDays,
  alert,
  alertOfMentions,
  endMemberships,
  liftSuspensions,
  sendTextMessages,
  eraseWhatWasLeft,
  prune('realtime_messages', 'at', messagesKeptMs),
  prune('rollup_hours', 'hour_at', hoursKeptMs),
  prune('phone_codes', 'expires_at', usedCodesKeptMs),
  prune('door_knocks', 'ends_at', 0),
  prune('wechat_states', 'created_at', wechatStatesKeptMs),
  prune('idempotency_keys', 'created_at', idempotencyKeysKeptMs),
  dropLoosePhotos,
  dropOrphanFiles,
]
