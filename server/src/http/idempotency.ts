import { createHmac } from 'node:crypto'
import type { Db, Tx } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'

/** 8 to 200 visible ASCII characters; a UUID is what the web app sends. */
const keyShape = /^[\x21-\x7e]{8,200}$/

export const readIdempotencyKey = (header: string | string[] | undefined): string => {
  if (typeof header !== 'string' || !keyShape.test(header)) throw new Refusal('idempotency-key-missing')
  return header
}

/** Keyed: the body may hold an ID number, which an unkeyed hash would let a reader of the database try. */
export const hashRequest = (secret: Buffer, endpointName: string, input: unknown): Buffer =>
  createHmac('sha256', secret)
    .update(endpointName)
    .update('\0')
    .update(JSON.stringify(input) ?? '')
    .digest()

/** What a key stands for already. */
export interface Stored {
  readonly requestHash: Buffer
  readonly reply: unknown
}

/** As `storedReply`, by the session of the owner: so that it can be asked before it is known who that is. */
export const storedUnder = (db: Db, sessionTokenHash: Buffer, key: unknown): Promise<Stored | undefined> =>
  typeof key === 'string' && keyShape.test(key)
    ? db.maybe<Stored>(
        `select k.request_hash as "requestHash", k.reply from idempotency_keys k
         where k.owner_id = (select s.person_id from sessions s where s.token_hash = $1) and k.key = $2`,
        [sessionTokenHash, key],
      )
    : Promise.resolve(undefined)

/** The reply kept under a key; refuses the key when it was used for another request. */
export const replyOf = (stored: Stored, requestHash: Buffer): { reply: unknown } => {
  if (!stored.requestHash.equals(requestHash)) throw new Refusal('idempotency-conflict')
  return { reply: stored.reply }
}

/** The reply that an earlier request with this key got; refuses the key when that request was another one. */
export const storedReply = async (
  db: Db,
  ownerId: string,
  key: string,
  requestHash: Buffer,
): Promise<{ reply: unknown } | undefined> => {
  const stored = await db.maybe<Stored>(
    `select request_hash as "requestHash", reply from idempotency_keys where owner_id = $1 and key = $2`,
    [ownerId, key],
  )
  return stored === undefined ? undefined : replyOf(stored, requestHash)
}

/**
 * Keeps the reply (as JSON), as the last statement of the writing transaction. Of two requests with one key the second waits here
 * for the first, then fails on the primary key and rolls back everything it did: a constraint, not a check.
 */
export const storeReply = async (
  tx: Tx,
  ownerId: string,
  key: string,
  requestHash: Buffer,
  reply: string,
  now: Date,
) => {
  await tx.run(
    `insert into idempotency_keys (owner_id, key, request_hash, status, reply, created_at) values ($1, $2, $3, 200, $4, $5)`,
    [ownerId, key, requestHash, reply, now],
  )
}

export const isKeyTaken = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string }).code === '23505' &&
  (error as { constraint?: string }).constraint === 'idempotency_keys_pkey'
