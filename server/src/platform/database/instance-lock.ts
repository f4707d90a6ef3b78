import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface InstanceLock {
  /** Stops holding on to the lock: from now on the end of its connection is expected. */
  readonly letGo: () => void
  readonly release: () => Promise<void>
}

/** The first of the two numbers of the advisory lock; the second says which instance. */
const lockClass = 7_438

/** Short, so that after a restart of the database the lock is ours again before anyone else asks. */
const retryEveryMs = 50

/** For a moment it may be our own broken session that still has the lock. */
const lostAfterRefusals = 40

/** A server whose machine lost its power keeps a remote session alive for hours unless PostgreSQL asks after it. */
const askAfterUs = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3'

/**
 * Takes the session-level advisory lock of one instance on a connection of its own, or returns undefined when another
 * session has it. After a break of the connection (a restarted database) it is taken again; `onLost` when someone else
 * was faster: then two servers would run on one data folder, and this one must stop.
 */
export const takeInstanceLock = async (
  url: string,
  key: number,
  onLost: () => void,
): Promise<InstanceLock | undefined> => {
  let held = true
  let client: pg.Client | undefined
  const again = async () => {
    let refusals = 0
    while (held) {
      try {
        client = await attempt(url, key, onEnd)
        if (client !== undefined) return
        refusals += 1
        if (refusals === lostAfterRefusals) return onLost()
      } catch {
        // the database is still away
      }
      await sleep(retryEveryMs, undefined, { ref: false })
    }
  }
  const onEnd = () => {
    if (held) void again()
  }
  client = await attempt(url, key, onEnd)
  if (client === undefined) return undefined
  const letGo = () => {
    held = false
  }
  const release = async () => {
    letGo()
    await client?.end().catch(() => undefined)
  }
  return { letGo, release }
}

const attempt = async (url: string, key: number, onEnd: () => void): Promise<pg.Client | undefined> => {
  const client = new pg.Client({
    connectionString: url,
    options: askAfterUs,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS got', [lockClass, key])
  if (rows[0]?.got === true) {
    client.once('end', onEnd)
    return client
  }
  await client.end()
  return undefined
}
