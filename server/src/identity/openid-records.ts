import { randomUUID } from 'node:crypto'
import { ok, type Result, refused } from '@shequtong/domain/result'
import { blindKeyIdsOf } from '../platform/crypto/blind-index.ts'
import { open, seal } from '../platform/crypto/cipher.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'
import { openidBlinds, unionidBlinds } from './blinds.ts'
import { wasStored } from './person-records.ts'
import { contactPlace, openidPlace } from './places.ts'
import type { DeliveryAddresses, Openid, Taken, VaultClient } from './vault-types.ts'

export const putOpenid = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
  { appId, openid, unionid }: Openid,
  now: Date,
): Promise<Result<undefined, Taken>> => {
  const openidId = randomUUID()
  const { rows } = await client.query('select identity.put_openid($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) as stored', [
    openidId,
    personId,
    appId,
    seal(ring, openid, openidPlace('openid_cipher', openidId)),
    openidBlinds(ring, appId, openid).blinds,
    unionid === null ? null : seal(ring, unionid, openidPlace('unionid_cipher', openidId)),
    unionid === null ? null : unionidBlinds(ring, unionid).blinds,
    ring.currentId,
    blindKeyIdsOf(ring),
    now,
  ])
  return wasStored(rows) ? ok(undefined) : refused({ code: 'openid-taken' })
}

interface AddressRow {
  readonly openid_id: string
  readonly app_id: string
  readonly openid_cipher: Buffer | null
  readonly phone_cipher: Buffer | null
}

export const deliveryAddresses = async (
  ring: KeyRing,
  client: VaultClient,
  personId: string,
): Promise<DeliveryAddresses> => {
  const { rows } = await client.query('select * from identity.delivery_addresses($1)', [personId])
  const addresses = rows as AddressRow[]
  const phones = addresses.flatMap(({ phone_cipher: phone }) =>
    phone === null ? [] : [open(ring, phone, contactPlace('phone_cipher', personId))],
  )
  const openids = addresses.flatMap(({ openid_cipher: openid, openid_id: id, app_id: appId }) =>
    openid === null ? [] : [{ appId, openid: open(ring, openid, openidPlace('openid_cipher', id)) }],
  )
  return { phone: phones[0] ?? null, openids }
}
