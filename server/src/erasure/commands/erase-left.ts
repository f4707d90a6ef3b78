import { addMs, msPerDay } from '@shequtong/domain/time'
import type { Vault } from '../../identity/vault.ts'
import { isKeptElsewhere } from '../../memberships/public.ts'
import type { Tx } from '../../platform/database/db.ts'
import { eraseMembership, isAwaited, type Left } from './erase-membership.ts'
import { eraseDevices, erasePerson } from './erase-person.ts'
import type { PhotoPlace } from './erase-registrations.ts'

/** While a request of theirs is open it is looked at again this often. */
const againAfterMs = msPerDay

export interface Erased {
  readonly count: number
  /** Whose files are to be taken away once the transaction is durable. */
  readonly photos: readonly PhotoPlace[]
}

const leftColumns = `community_id as "communityId", membership_id as "membershipId", person_id as "personId"`

const eraseOne = async (tx: Tx, vault: Vault, left: Left, now: Date): Promise<PhotoPlace[]> => {
  const photos = await eraseMembership(tx, left)
  const awaited = await isAwaited(tx, left)
  const kept = await isKeptElsewhere(tx, left.personId, left.membershipId, now)
  if (!kept && awaited) {
    await vault.eraseButPhone(tx, left.personId)
    await eraseDevices(tx, left.personId)
  }
  await tx.run(`update memberships set erase_at = $3 where community_id = $1 and membership_id = $2`, [
    left.communityId,
    left.membershipId,
    awaited ? addMs(now, againAfterMs) : null,
  ])
  // the last one that is looked at again erases the person
  const pending = await tx.maybe(`select 1 from memberships where person_id = $1 and erase_at is not null limit 1`, [
    left.personId,
  ])
  if (!kept && pending === undefined) photos.push(...(await erasePerson(tx, vault, left.personId, now)))
  return photos
}

/**
 * Erases what memberships left behind (个人信息保护法 47; 网络数据安全管理条例 24), up to `limit`. The identity goes when
 * nothing else keeps the person here; as long as a request of theirs is open the phone alone stays, for its result.
 */
export const eraseLeft = async (tx: Tx, vault: Vault, now: Date, limit: number): Promise<Erased> => {
  const rows = await tx.many<Left>(
    `select ${leftColumns} from memberships where erase_at <= $1 order by erase_at limit $2 for update skip locked`,
    [now, limit],
  )
  const photos: PhotoPlace[] = []
  for (const left of rows) photos.push(...(await eraseOne(tx, vault, left, now)))
  return { count: rows.length, photos }
}

/** The same for what one person left, without waiting for its day. Returns undefined where nothing waits. */
export const eraseLeftOf = async (
  tx: Tx,
  vault: Vault,
  personId: string,
  now: Date,
): Promise<PhotoPlace[] | undefined> => {
  const rows = await tx.many<Left>(
    `select ${leftColumns} from memberships where person_id = $1 and erase_at is not null for update`,
    [personId],
  )
  if (rows.length === 0) return undefined
  const photos: PhotoPlace[] = []
  for (const left of rows) photos.push(...(await eraseOne(tx, vault, left, now)))
  return photos
}
