import type { Vault } from '../../identity/vault.ts'
import type { Tx } from '../../platform/database/db.ts'
import { eraseRegistrations, type PhotoPlace } from './erase-registrations.ts'

/** Every device is signed out, and what was answered under its keys is forgotten. */
export const eraseDevices = async (tx: Tx, personId: string): Promise<void> => {
  await tx.run(`delete from sessions where person_id = $1`, [personId])
  await tx.run(`delete from idempotency_keys where owner_id = $1`, [personId])
}

/**
 * Nobody is this person any more: no name, no phone, no device. What somebody else may still need keeps the id alone
 * (erasure.api.test.ts says what is kept, and why). Returns the photos whose files are to be taken away.
 */
export const erasePerson = async (tx: Tx, vault: Vault, personId: string, now: Date): Promise<PhotoPlace[]> => {
  const { phone } = await vault.deliveryAddresses(tx, personId)
  if (phone !== null) await tx.run(`delete from phone_codes where phone_index = $1`, [vault.phoneCodeIndex(phone)])
  await vault.erase(tx, personId, now)
  await tx.run(`update persons set erased_at = $2 where person_id = $1`, [personId, now])
  await eraseDevices(tx, personId)
  for (const table of ['notifications', 'neighbour_blocks', 'text_messages', 'demo_personas'])
    await tx.run(`delete from ${table} where person_id = $1`, [personId])
  await tx.run(
    `delete from inbox_views v using role_grants g where g.role_grant_id = v.role_grant_id and g.person_id = $1`,
    [personId],
  )
  const loose = await tx.many<PhotoPlace>(
    `delete from photos where uploaded_by = $1 and service_request_id is null and registration_id is null
       and paper_of_service_request_id is null and post_id is null
     returning community_id as "communityId", photo_id as "photoId"`,
    [personId],
  )
  return [...(await eraseRegistrations(tx, personId, null)), ...loose]
}
