import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { explainConnection, unsuitable, urlMalformed } from './connect-refusals.ts'

/** As PostgreSQL counts: the oldest version that this program knows is 15.0. */
const oldestVersion = 150000

const patienceMs = 20_000

interface Facts {
  readonly version: number
  readonly versionText: string
  readonly encoding: string
  readonly standby: boolean
}

/** Asks the database of `url` whether it will do, and returns its version. A server that is just starting is waited for. */
export const checkExternal = async (url: string): Promise<number> => {
  if (!/^postgres(ql)?:\/\/./.test(url)) throw urlMalformed()
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      return judge(await ask(url))
    } catch (error) {
      const startingUp = '57P03'
      if ((error as { code?: string }).code !== startingUp) throw error
      if (Date.now() > until) throw explainConnection(url, error)
      await sleep(500)
    }
  }
}

const judge = (facts: Facts): number => {
  if (facts.version < oldestVersion) throw unsuitable(`PostgreSQL ${facts.versionText}`, 'PostgreSQL 15+')
  if (facts.encoding !== 'UTF8') throw unsuitable(`ENCODING ${facts.encoding}`, 'ENCODING UTF8')
  if (facts.standby) throw unsuitable('a read-only standby', 'the primary')
  return facts.version
}

const ask = async (url: string): Promise<Facts> => {
  try {
    return await query(url)
  } catch (error) {
    if ((error as { code?: string }).code === '57P03') throw error
    throw explainConnection(url, error)
  }
}

const query = async (url: string): Promise<Facts> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Facts>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS "versionText",
              current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS standby`,
    )
    return rows[0] as Facts
  } finally {
    await client.end()
  }
}
