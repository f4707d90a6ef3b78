import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { blindKeyIdsOf } from '../platform/crypto/blind-index.ts'
import type { SuiteName } from '../platform/crypto/cipher-suites.ts'
import { type KeyRing, keyRingOf, openKeyRing } from '../platform/crypto/key-ring.ts'
import {
  type KeyRingFile,
  readKeyRing,
  withNewBlindKey,
  withNewSealingKey,
  withoutOldKeys,
  writeKeyRing,
} from '../platform/crypto/key-ring-file.ts'
import { asVault, countOutOfLine, rotateTable } from './rotate-rows.ts'
import { rotationTables } from './rotation-tables.ts'

/*
 * Changing keys while everything runs, in three steps that may each be repeated or broken off at any point:
 * 1. addKeys: the ring gains keys. Processes read it again by themselves when they meet a cipher of the new key.
 * 2. rotateKeys: every row is sealed with the new key and found by the blind indexes of both.
 * 3. retireKeys: the old keys leave the ring; from then on a process that still writes with one is refused.
 */

export interface AddKeys {
  readonly sealing: boolean
  readonly blind: boolean
  readonly suite: SuiteName
}

/** Refuses a third blind key: the rotation before has to be finished with `retireKeys` first. */
export const addKeys = async (
  ringPath: string,
  { sealing, blind, suite }: AddKeys,
  now: Date,
): Promise<KeyRingFile> => {
  let ring = readKeyRing(ringPath)
  if (blind && Object.keys(ring.blindKeys).length > 1)
    throw new Error('finish the rotation before: retire its old keys')
  if (sealing) ring = withNewSealingKey(ring, suite, now)
  if (blind) ring = withNewBlindKey(ring, suite, now)
  await writeKeyRing(ringPath, ring)
  return ring
}

export interface TableReport {
  readonly table: string
  readonly rewritten: number
  /** Rows that others were writing at every pass. Zero means done; else run it again. */
  readonly remaining: number
}

const batchRowsByDefault = 500
const maxPasses = 10
const pauseBetweenPassesMs = 200

/** Brings every row of the vault in line with the ring. Resumable: rows in line are passed over. */
export const rotateKeys = async (
  ownerPool: pg.Pool,
  ring: KeyRing,
  batchRows = batchRowsByDefault,
): Promise<TableReport[]> => {
  const reports: TableReport[] = []
  for (const table of rotationTables) {
    let rewritten = 0
    let remaining = await countOutOfLine(ownerPool, ring, table)
    for (let pass = 0; remaining > 0 && pass < maxPasses; pass += 1) {
      if (pass > 0) await sleep(pauseBetweenPassesMs)
      rewritten += await rotateTable(ownerPool, ring, table, batchRows)
      remaining = await countOutOfLine(ownerPool, ring, table)
    }
    reports.push({ table: table.name, rewritten, remaining })
  }
  if (reports.every(({ remaining }) => remaining === 0)) await dropOldBlinds(ownerPool, ring)
  return reports
}

const dropOldBlinds = (ownerPool: pg.Pool, ring: KeyRing): Promise<unknown> =>
  asVault(ownerPool, (client) =>
    client.query('delete from identity.blind_indexes where blind_key_id <> all ($1)', [blindKeyIdsOf(ring)]),
  )

/** The lock that writers of the vault share (identity.refuse_retired_keys). */
const writersLock = 7_438_003

/**
 * Takes the old keys out of the ring, after the rotation and only when no row needs one. Writers wait while the rows are
 * counted. The ring before is kept beside the file, `.before-retirement`, for the operator to destroy.
 */
export const retireKeys = async (ownerPool: pg.Pool, ringPath: string, now: Date): Promise<TableReport[]> => {
  const before = readKeyRing(ringPath)
  const after = withoutOldKeys(before)
  await rotateKeys(ownerPool, keyRingOf(before))
  await asVault(ownerPool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [writersLock])
    const [needed] = Object.keys(after.blindKeys)
    for (const { name } of rotationTables) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int4 as n from identity.${name} where key_id <> $1 or not blind_key_ids @> array[$2::text]`,
        [after.current, needed],
      )
      const left = rows[0]?.n ?? 0
      if (left > 0) throw new Error(`${left} rows of identity.${name} still need an old key: rotate again, then retire`)
    }
    const old = [...Object.keys(before.keys), ...Object.keys(before.blindKeys)].filter(
      (id) => id !== after.current && id !== needed,
    )
    await client.query(
      'insert into identity.retired_keys select unnest($1::text[]), $2 on conflict (key_id) do nothing',
      [old, now],
    )
    await writeKeyRing(`${ringPath}.before-retirement`, before)
    await writeKeyRing(ringPath, after)
  })
  return rotateKeys(ownerPool, openKeyRing(ringPath))
}
