import pg from 'pg'

const common: pg.PoolConfig = { connectionTimeoutMillis: 10_000, keepAlive: true }

/** A pool that logs in as the user of `url` and acts as it. */
export const poolFor = (url: string, more: pg.PoolConfig = {}): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, ...common, ...more })
  // an idle connection that breaks is replaced at the next use; without a listener it would end the process
  pool.on('error', () => undefined)
  // the same for one that breaks while it is checked out: its query is rejected, and that is what the caller sees
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * Statements of one connection are sent without waiting for the answers to those before them (db.ts says when). Not for
 * pools that COPY: that needs a connection which is silent meanwhile.
 */
const pipelined: pg.PoolConfig = { pipeline: true }

/** The pool of the program: `url` logs in as a user that has the program's rights and no other. */
export const programPoolFor = (url: string, more: pg.PoolConfig = {}): pg.Pool =>
  poolFor(url, { ...pipelined, ...more })
