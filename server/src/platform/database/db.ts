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
  /** A write for whose outcome nothing here waits: the transaction does, and when it fails the transaction fails with it. */
  send(text: string, values: readonly unknown[]): void
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

interface Pipelining extends pg.ClientBase {
  readonly pipeline: boolean
  readonly connection: { readonly stream: { cork(): void; uncork(): void } }
}

const isPipelining = (client: pg.Pool | pg.ClientBase): client is Pipelining =>
  (client as Partial<Pipelining>).pipeline === true

/** What is sent to this connection from here to the end of the tick goes out in one write. */
const gather = (client: pg.Pool | pg.ClientBase): void => {
  if (!isPipelining(client)) return
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const over = (client: pg.Pool | pg.ClientBase): Db => {
  const send = (text: string, values: readonly unknown[] = []) => {
    const name = nameOf(text)
    gather(client)
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

/** "current transaction is aborted": the echo of a statement that failed before. */
const aborted = '25P02'

/** What failed first, of statements that were sent one behind the other. */
const firstFault = async (sent: readonly Promise<unknown>[]): Promise<unknown> => {
  for (const { status, reason } of (await Promise.allSettled(sent)) as PromiseRejectedResult[])
    if (status === 'rejected') return reason
  return undefined
}

/**
 * Runs `work` in one transaction (read committed). It commits when `work` returns and rolls back when it throws. On a
 * pipelined pool BEGIN travels with the first statement, COMMIT with the last, and statements that `work` sends in one tick
 * travel together; they are carried out in their order, and after one that failed none has any effect.
 */
export const transaction = async <T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect()
    const sent: Promise<unknown>[] = []
    let broken: Error | undefined
    try {
      const db = over(client)
      const keep = (statement: Promise<unknown>) => {
        statement.catch(() => undefined)
        sent.push(statement)
      }
      gather(client)
      keep(client.query('begin'))
      if (!isPipelining(client)) await sent[0]
      const tx: Tx = { ...db, inTransaction: true, send: (text, values) => keep(db.run(text, values)) }
      const value = await work(tx)
      gather(client)
      const committed = client.query('commit')
      keep(committed)
      const fault = await firstFault(sent)
      if (fault !== undefined) throw fault
      // PostgreSQL answers the COMMIT of a transaction that failed with a rollback
      const { command } = await committed
      if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`)
      return value
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => {
        broken = fault
      })
      const cause = (error as { code?: string }).code === aborted ? ((await firstFault(sent)) ?? error) : error
      if (attempt >= maxTries || !retryable.has((cause as { code?: string }).code ?? '')) throw cause
    } finally {
      client.release(broken)
    }
  }
}
