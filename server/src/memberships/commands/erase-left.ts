import { addMs, msPerDay } from '@shequtong/domain/time'
import type { Vault } from '../../identity/vault.ts'
import type { Tx } from '../../platform/database/db.ts'
import { isKeptElsewhere } from '../queries.ts'

/** The name that stays beside the words of somebody who has left; the view shows the same. */
const goneName = '搬走的邻居'

/** While a request of theirs is open it is looked at again this often. */
const againAfterMs = msPerDay

interface Left {
  communityId: number
  membershipId: string
  registrationId: string
  personId: string
}

export interface Erased {
  readonly count: number
  /** Whose files are to be taken away once the transaction is durable. */
  readonly photos: readonly { readonly communityId: number; readonly photoId: string }[]
}

const openStates = `('submitted', 'read', 'answered', 'reopened', 'resolved')`

/** What the membership and its registration say of a person beyond the words they wrote. */
const eraseWords = async (tx: Tx, left: Left): Promise<void> => {
  await tx.run(
    `update memberships set shown_name = $3, dwelling_id = null, building_name = null, party = false
     where community_id = $1 and membership_id = $2`,
    [left.communityId, left.membershipId, goneName],
  )
  await tx.run(
    `update registrations set shown_name = $3, dwelling_id = null, tenure = null, question = null, reply = null,
       version = version + 1
     where community_id = $1 and registration_id = $2`,
    [left.communityId, left.registrationId, goneName],
  )
  await tx.run(`delete from notifications where person_id = $1 and community_id = $2`, [
    left.personId,
    left.communityId,
  ])
  await tx.run(
    `delete from neighbour_blocks where community_id = $2 and (person_id = $1 or blocked_membership_id = $3)`,
    [left.personId, left.communityId, left.membershipId],
  )
}

/**
 * Photos that they put under their own words and the paper they signed; the rows go first. Those of a request that is still
 * open stay until it ends, because whoever mends the lamp looks at them; those of a stated result are not theirs and stay.
 */
const erasePhotos = (tx: Tx, left: Left): Promise<{ photoId: string }[]> =>
  tx.many<{ photoId: string }>(
    `delete from photos p using (
       select p.photo_id from photos p
       left join service_requests r on r.community_id = p.community_id and r.service_request_id = p.service_request_id
       left join service_request_entries e on e.community_id = p.community_id and e.entry_id = p.entry_id
       left join service_requests q on q.community_id = p.community_id and q.service_request_id = p.paper_of_service_request_id
       where p.community_id = $1 and (p.registration_id = $3 or q.by_membership_id = $2
         or (r.state not in ${openStates} and (e.by_membership_id = $2 or (p.entry_id is null and r.by_membership_id = $2))))) mine
     where p.community_id = $1 and p.photo_id = mine.photo_id returning p.photo_id as "photoId"`,
    [left.communityId, left.membershipId, left.registrationId],
  )

/** A request that goes on, or a message that still has to be sent to the phone. */
const isAwaited = async (tx: Tx, left: Left): Promise<boolean> => {
  const { awaited } = await tx.one<{ awaited: boolean }>(
    `select exists (select from service_requests where community_id = $1 and by_membership_id = $2 and state in ${openStates})
       or exists (select from text_messages where person_id = $3) as awaited`,
    [left.communityId, left.membershipId, left.personId],
  )
  return awaited
}

/** Nobody is this person any more: no name, no phone, no device. What somebody else may still need keeps the id alone. */
const erasePerson = async (tx: Tx, vault: Vault, personId: string, now: Date): Promise<void> => {
  await vault.erase(tx, personId, now)
  await tx.run(`update persons set erased_at = $2 where person_id = $1`, [personId, now])
  await tx.run(`update sessions set revoked_at = $2 where person_id = $1 and revoked_at is null`, [personId, now])
  await tx.run(`delete from notifications where person_id = $1`, [personId])
  await tx.run(`delete from neighbour_blocks where person_id = $1`, [personId])
}

/**
 * Erases what memberships left behind (个人信息保护法 47; 网络数据安全管理条例 24), up to `limit`. The identity goes when
 * nothing else keeps the person here; as long as a request of theirs is open the phone alone stays, for its result.
 */
export const eraseLeft = async (tx: Tx, vault: Vault, now: Date, limit: number): Promise<Erased> => {
  const rows = await tx.many<Left>(
    `select community_id as "communityId", membership_id as "membershipId", registration_id as "registrationId",
       person_id as "personId"
     from memberships where erase_at <= $1 order by erase_at limit $2 for update skip locked`,
    [now, limit],
  )
  const photos: { communityId: number; photoId: string }[] = []
  for (const left of rows) {
    await eraseWords(tx, left)
    for (const { photoId } of await erasePhotos(tx, left)) photos.push({ communityId: left.communityId, photoId })
    const awaited = await isAwaited(tx, left)
    const kept = await isKeptElsewhere(tx, left.personId, left.membershipId, now)
    if (!kept && awaited) await vault.eraseButPhone(tx, left.personId)
    if (!kept && !awaited) await erasePerson(tx, vault, left.personId, now)
    await tx.run(`update memberships set erase_at = $3 where community_id = $1 and membership_id = $2`, [
      left.communityId,
      left.membershipId,
      awaited ? addMs(now, againAfterMs) : null,
    ])
  }
  return { count: rows.length, photos }
}
