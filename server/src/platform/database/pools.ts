import pg from 'pg'
import { programRole } from './roles.ts'

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
export const pipelined: pg.PoolConfig = { pipeline: true }

/** A pool whose sessions act as the program's role from their first statement on, although the user of `url` logs in. */
export const programPoolFor = (url: string, more: pg.PoolConfig = {}): pg.Pool =>
  poolFor(withOption(url, `-c role=${programRole}`), { ...pipelined, ...more })

/** What stands in the URL wins over what is passed beside it, so the option is written into the URL. */
const withOption = (url: string, option: string): string => {
  const [base = '', query = ''] = url.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('options', `${parameters.get('options') ?? ''} ${option}`.trim())
  return `${base}?${parameters}`
}
