import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Db, Tx } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Ahead } from '../sessions/actor.ts'
import { Rendered } from './rendered.ts'

/** 8 to 200 visible ASCII characters; a UUID is what the web app sends. */
const keyShape = /^[\x21-\x7e]{8,200}$/

export const readIdempotencyKey = (header: string | string[] | undefined): string => {
  if (typeof header !== 'string' || !keyShape.test(header)) throw new Refusal('idempotency-key-missing')
  return header
}

const keys = new WeakMap<Buffer, KeyObject>()
const keyOf = (secret: Buffer): KeyObject => {
  const known = keys.get(secret)
  if (known !== undefined) return known
  const key = createSecretKey(secret)
  keys.set(secret, key)
  return key
}

/** Keyed: the body may hold an ID number, which an unkeyed hash would let a reader of the database try. */
export const hashRequest = (secret: Buffer, endpointName: string, input: unknown): Buffer =>
  createHmac('sha256', keyOf(secret))
    .update(endpointName)
    .update('\0')
    .update(JSON.stringify(input) ?? '')
    .digest()

/** What a key stands for already. */
export interface Stored {
  readonly requestHash: Buffer
  /** JSON. */
  readonly reply: string
}

/** What the key of a write stands for already, to be asked together with the session; a key that is none asks nothing. */
export const storedAhead = (key: unknown): Ahead | undefined =>
  typeof key === 'string' && keyShape.test(key)
    ? {
        sql: `(select encode(k.request_hash, 'base64') || ' ' || k.reply from idempotency_keys k
          where k.owner_id = s.person_id and k.key = $3)`,
        values: [key],
      }
    : undefined

/** Reads back what `storedAhead` found. */
export const storedIn = (found: string | null): Stored | undefined => {
  if (found === null) return undefined
  const end = found.indexOf(' ')
  return { requestHash: Buffer.from(found.slice(0, end), 'base64'), reply: found.slice(end + 1) }
}

/** The reply kept under a key; refuses the key when it was used for another request. */
export const replyOf = (stored: Stored, requestHash: Buffer): Rendered => {
  if (!stored.requestHash.equals(requestHash)) throw new Refusal('idempotency-conflict')
  return new Rendered(stored.reply)
}

/** The reply that an earlier request with this key got; refuses the key when that request was another one. */
export const storedReply = async (
  db: Db,
  ownerId: string,
  key: string,
  requestHash: Buffer,
): Promise<Rendered | undefined> => {
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
export const storeReply = (tx: Tx, ownerId: string, key: string, requestHash: Buffer, reply: string, now: Date) => {
  tx.send(
    `insert into idempotency_keys (owner_id, key, request_hash, status, reply, created_at) values ($1, $2, $3, 200, $4, $5)`,
    [ownerId, key, requestHash, reply, now],
  )
}

export const isKeyTaken = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string }).code === '23505' &&
  (error as { constraint?: string }).constraint === 'idempotency_keys_pkey'
