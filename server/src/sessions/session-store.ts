import { msPerDay } from '@shequtong/domain/time'
import type { FastifyRequest } from 'fastify'
import { newToken, tokenHash } from '../platform/crypto/tokens.ts'
import type { Db, Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { sessionDays } from './cookie.ts'
import { hatsOf } from './hats.ts'

/** A few words for the list of devices: what the browser says of itself, shortened; no address, no fingerprint. */
export const deviceOf = (request: FastifyRequest): string => {
  const agent = request.headers['user-agent'] ?? ''
  const app = /MicroMessenger/.test(agent)
    ? 'WeChat'
    : /Firefox/.test(agent)
      ? 'Firefox'
      : /Edg\//.test(agent)
        ? 'Edge'
        : /Chrome/.test(agent)
          ? 'Chrome'
          : /Safari/.test(agent)
            ? 'Safari'
            : ''
  const system = /iPhone|iPad/.test(agent)
    ? 'iOS'
    : /Android/.test(agent)
      ? 'Android'
      : /Windows/.test(agent)
        ? 'Windows'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : /Linux/.test(agent)
            ? 'Linux'
            : ''
  return [system, app].filter((word) => word !== '').join(' ') || '?'
}

/** A new person: nobody yet, only an id. Who it is in real life goes to the vault. */
export const createPerson = async (tx: Tx, now: Date): Promise<string> => {
  const personId = newId()
  await tx.run(`insert into persons (person_id, created_at) values ($1, $2)`, [personId, now])
  return personId
}

/** Opens a session that wears the person's first hat: a role before a membership. Returns the token for the cookie and the hat. */
export const openSession = async (
  tx: Tx,
  personId: string,
  device: string,
  now: Date,
): Promise<{ token: string; hatId: string | undefined }> => {
  const token = newToken()
  const [hat] = await hatsOf(tx, personId, now)
  await tx.run(
    `insert into sessions (session_id, token_hash, person_id, acting_hat_id, acting_community_id, device, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      newId(),
      tokenHash(token),
      personId,
      hat?.hatId ?? null,
      hat?.type === 'member' ? hat.communityId : null,
      device,
      now,
      new Date(now.getTime() + sessionDays * msPerDay),
    ],
  )
  return { token, hatId: hat?.hatId }
}

/** Lets every session of the person that wears nothing wear this membership: right after approval. */
export const wearIfBare = (db: Db, personId: string, communityId: number, membershipId: string): Promise<number> =>
  db.run(
    `update sessions set acting_hat_id = $3, acting_community_id = $2 where person_id = $1 and acting_hat_id is null and revoked_at is null`,
    [personId, communityId, membershipId],
  )
