import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Db, Tx } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor, Ahead } from '../sessions/actor.ts'

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
  /** JSON of what was kept to give the reply again; null: that it was done, and no more. */
  readonly kept: string | null
}

/** What the key of a write stands for already, to be asked together with the session; a key that is none asks nothing. */
export const storedAhead = (key: unknown): Ahead | undefined =>
  typeof key === 'string' && keyShape.test(key)
    ? {
        sql: `(select encode(k.request_hash, 'base64') || ' ' || coalesce(k.kept, '') from idempotency_keys k
          where k.owner_id = s.person_id and k.key = $3)`,
        values: [key],
      }
    : undefined

/** Reads back what `storedAhead` found. */
export const storedIn = (found: string | null): Stored | undefined => {
  if (found === null) return undefined
  const end = found.indexOf(' ')
  const kept = found.slice(end + 1)
  return { requestHash: Buffer.from(found.slice(0, end), 'base64'), kept: kept === '' ? null : kept }
}

/** What an earlier request with this key left. */
export const storedUnder = (db: Db, ownerId: string, key: string): Promise<Stored | undefined> =>
  db.maybe<Stored>(
    `select request_hash as "requestHash", kept from idempotency_keys where owner_id = $1 and key = $2`,
    [ownerId, key],
  )

/** In whose name strangers' keys are kept: nobody's. */
export const strangers = '00000000-0000-0000-0000-000000000000'

const insertWith = (owner: string) =>
  `insert into idempotency_keys (owner_id, key, request_hash, kept, created_at) values (${owner}, $2, $3, $4, $5)`

const plainSql = insertWith('$1')
/** As long as the session lives and the member stands as when it was permitted; otherwise null, which the table refuses. */
const memberSql = insertWith(`(select s.person_id from sessions s
  join memberships m on m.community_id = $7 and m.membership_id = $8 and m.person_id = s.person_id and m.state in ('active', $9)
  where s.session_id = $6 and s.person_id = $1 and s.revoked_at is null for share)`)
/** The same for a role. */
const roleSql = insertWith(`(select s.person_id from sessions s
  join role_grants g on g.role_grant_id = $7 and g.person_id = s.person_id and g.ended_at is null
  where s.session_id = $6 and s.person_id = $1 and s.revoked_at is null for share)`)

export interface Keeping {
  readonly ownerId: string
  readonly key: string
  readonly requestHash: Buffer
  readonly kept: string | null
  readonly now: Date
}

/**
 * Keeps the key, as the last statement of the writing transaction. Of two requests with one key the second waits here for the first,
 * then fails on the primary key and rolls back everything it did: a constraint, not a check. Where `standing` is given, the same
 * statement asks once more whether whoever was permitted still stands so, and holds that until the commit: a suspension, an end or a
 * sign-out either waits for this write or takes it back (`isStandingLost`).
 */
export const storeKey = (
  tx: Tx,
  { ownerId, key, requestHash, kept, now }: Keeping,
  standing: Actor | undefined,
): void => {
  const values = [ownerId, key, requestHash, kept, now]
  const { hat, hatId, sessionId } = standing ?? {}
  if (hat?.type === 'member') tx.send(memberSql, [...values, sessionId, hat.place.communityId, hatId, hat.state])
  else if (hat?.type === 'role') tx.send(roleSql, [...values, sessionId, hatId])
  else tx.send(plainSql, values)
}

type DatabaseFault = {
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
}

export const isStandingLost = (error: unknown): boolean => {
  const { code, table, column } = error as DatabaseFault
  return code === '23502' && table === 'idempotency_keys' && column === 'owner_id'
}

/** A row that somebody else wrote first: with the same key it may be the very same request. */
export const isTaken = (error: unknown): boolean => (error as DatabaseFault).code === '23505'
