import { createHash } from 'node:crypto'
import type pg from 'pg'

/**
 * SQL is written as SQL. Every text is sent as a named (prepared) statement; values are always parameters.
 * Lists are passed as arrays (`= any($1)`), so that the number of texts stays small.
 */
export interface Db {
  many<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** The first row or undefined. */
  maybe<Row>(text: string, values?: readonly unknown[]): Promise<Row | undefined>
  /** Exactly one row; its absence is a fault of the program. */
  one<Row>(text: string, values?: readonly unknown[]): Promise<Row>
  /** How many rows were written. */
  run(text: string, values?: readonly unknown[]): Promise<number>
  /** The shape that the identity vault takes. */
  query(text: string, values?: unknown[]): Promise<pg.QueryResult>
}

/** A `Db` inside a transaction. */
export interface Tx extends Db {
  readonly inTransaction: true
}

const names = new Map<string, string>()
const maxNames = 2000

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= maxNames) return undefined
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}

const over = (client: pg.Pool | pg.ClientBase): Db => {
  const send = (text: string, values: readonly unknown[] = []) => {
    const name = nameOf(text)
    return client.query(name === undefined ? { text, values: [...values] } : { name, text, values: [...values] })
  }
  return {
    many: async <Row>(text: string, values?: readonly unknown[]) => (await send(text, values)).rows as Row[],
    maybe: async <Row>(text: string, values?: readonly unknown[]) =>
      (await send(text, values)).rows[0] as Row | undefined,
    one: async <Row>(text: string, values?: readonly unknown[]) => {
      const row = (await send(text, values)).rows[0] as Row | undefined
      if (row === undefined) throw new Error(`no row: ${text.trim().slice(0, 60)}`)
      return row
    },
    run: async (text, values) => (await send(text, values)).rowCount ?? 0,
    query: (text, values) => send(text, values),
  }
}

export const dbOver = (pool: pg.Pool): Db => over(pool)

/** Serialization failure and deadlock: the transaction did nothing and may be tried again. */
const retryable = new Set(['40001', '40P01'])
const maxTries = 3

/** Runs `work` in one transaction (read committed). It commits when `work` returns and rolls back when it throws. */
export const transaction = async <T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const value = await work({ ...over(client), inTransaction: true })
      await client.query('commit')
      return value
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => {
        broken = fault
      })
      if (attempt >= maxTries || !retryable.has((error as { code?: string }).code ?? '')) throw error
    } finally {
      client.release(broken)
    }
  }
}
