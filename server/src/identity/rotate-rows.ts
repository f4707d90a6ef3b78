import type pg from 'pg'
import { type BlindIndex, blindKeyIdsOf } from '../platform/crypto/blind-index.ts'
import { open, seal } from '../platform/crypto/cipher.ts'
import type { KeyRing } from '../platform/crypto/key-ring.ts'
import type { Opened, RotationTable, Row } from './rotation-tables.ts'

/** Acts as the vault's role for one transaction: the pool is the owner's, the program's role may not do this. */
export const asVault = async <T>(ownerPool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await ownerPool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('set local role shequtong_vault')
    const value = await work(client)
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** A row is in line when it is sealed with the current key and its blind indexes are those of the ring, no more or less. */
const isOutOfLine = '(t.key_id <> $1 or t.blind_key_ids <> $2::text[])'

export const countOutOfLine = async (ownerPool: pg.Pool, ring: KeyRing, table: RotationTable): Promise<number> =>
  asVault(ownerPool, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int4 as n from identity.${table.name} t where ${isOutOfLine}`,
      [ring.currentId, blindKeyIdsOf(ring)],
    )
    return rows[0]?.n ?? 0
  })

/**
 * Goes once through the table in the order of its key, each batch a transaction of its own, and brings every row that is
 * out of line into line. Rows that somebody else is writing are passed over. Returns how many were rewritten.
 */
export const rotateTable = async (
  ownerPool: pg.Pool,
  ring: KeyRing,
  table: RotationTable,
  batchRows: number,
): Promise<number> => {
  let rewritten = 0
  let last: Row | null = null
  for (;;) {
    const after: Row | null = last
    const batch = await asVault(ownerPool, async (client) => {
      const rows = await lockBatch(client, ring, table, after, batchRows)
      if (rows.length > 0) await rewrite(client, ring, table, rows)
      return rows
    })
    rewritten += batch.length
    last = batch.at(-1) ?? null
    if (last === null) return rewritten
  }
}

const lockBatch = async (
  client: pg.PoolClient,
  ring: KeyRing,
  { name, key, ciphers, also }: RotationTable,
  after: Row | null,
  batchRows: number,
): Promise<Row[]> => {
  const keyColumns = key.map(([column]) => `t.${column}`).join(', ')
  const afterKey = key.map(([, type], index) => `$${index + 4}::${type}`).join(', ')
  const columns = [...key.map(([column]) => column), ...ciphers, ...also].map((column) => `t.${column}`).join(', ')
  const { rows } = await client.query<Record<string, unknown>>(
    `select ${columns} from identity.${name} t
     where ${isOutOfLine} ${after === null ? '' : `and (${keyColumns}) > (${afterKey})`}
     order by ${keyColumns} limit $3 for update skip locked`,
    [ring.currentId, blindKeyIdsOf(ring), batchRows, ...(after === null ? [] : key.map(([column]) => after[column]))],
  )
  return rows
}

const rewrite = async (
  client: pg.PoolClient,
  ring: KeyRing,
  table: RotationTable,
  rows: readonly Row[],
): Promise<void> => {
  const opened = rows.map((row) => openRow(ring, table, row))
  const sealed = table.ciphers.map((column) =>
    rows.map((row, index) => {
      const plaintext = opened[index]?.[column] ?? null
      return plaintext === null ? null : seal(ring, plaintext, table.place(row, column))
    }),
  )
  const blinds = rows.map((row, index) => table.blindColumns(ring, row, opened[index] ?? {}))
  const blindColumns = Object.keys(blinds[0] ?? {})
  const joined = blindColumns.map((column) => blinds.map((ofRow) => endToEnd(ofRow[column] ?? null)))
  await client.query(updateText(table, blindColumns), [
    ring.currentId,
    blindKeyIdsOf(ring),
    ...table.key.map(([column]) => rows.map((row) => row[column])),
    ...sealed,
    ...joined,
  ])
  await addUniqueBlinds(client, ring, table, rows, opened)
}

const openRow = (ring: KeyRing, table: RotationTable, row: Row): Opened =>
  Object.fromEntries(
    table.ciphers.map((column) => {
      const sealed = row[column] as Buffer | null
      return [column, sealed === null ? null : open(ring, sealed, table.place(row, column))]
    }),
  )

const endToEnd = (index: BlindIndex | null): Buffer | null => (index === null ? null : Buffer.concat(index.blinds))

const updateText = ({ name, key, ciphers }: RotationTable, blindColumns: readonly string[]): string => {
  const columns = [...key, ...[...ciphers, ...blindColumns].map((column) => [column, 'bytea'] as const)]
  const arrays = columns.map(([, type], index) => `$${index + 3}::${type}[]`).join(', ')
  const sets = [
    ...ciphers.map((column) => `${column} = u.${column}`),
    ...blindColumns.map((column) => `${column} = identity.split_blinds(u.${column})`),
  ]
  return `update identity.${name} t set key_id = $1, blind_key_ids = $2, ${sets.join(', ')}
    from unnest(${arrays}) u (${columns.map(([column]) => column).join(', ')})
    where ${key.map(([column]) => `t.${column} = u.${column}`).join(' and ')}`
}

const addUniqueBlinds = async (
  client: pg.PoolClient,
  ring: KeyRing,
  table: RotationTable,
  rows: readonly Row[],
  opened: readonly Opened[],
): Promise<void> => {
  const entries = rows.flatMap((row, index) =>
    Object.entries(table.uniqueBlinds(ring, row, opened[index] ?? {})).flatMap(([kind, blindIndex]) =>
      (blindIndex?.blinds ?? []).map((blind, i) => ({ kind, blind, keyId: blindIndex?.keyIds[i], id: row.person_id })),
    ),
  )
  await client.query(
    `insert into identity.blind_indexes (kind, blind, person_id, blind_key_id)
     select * from unnest($1::text[], $2::bytea[], $3::uuid[], $4::text[]) u (kind, blind, person_id, blind_key_id)
     order by kind, blind on conflict (kind, blind) do nothing`,
    [
      entries.map(({ kind }) => kind),
      entries.map(({ blind }) => blind),
      entries.map(({ id }) => id),
      entries.map(({ keyId }) => keyId),
    ],
  )
}
