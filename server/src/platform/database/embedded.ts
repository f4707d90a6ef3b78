import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseAccount, launchAs } from './embedded-account.ts'
import { locateBinaries } from './embedded-binaries.ts'
import { type Layout, layoutOf, makeFolders, type Passwords, prepareCluster } from './embedded-folder.ts'
import { classifyLog } from './embedded-log.ts'
import { createLogins } from './embedded-logins.ts'
import { settingsOf } from './embedded-settings.ts'
import { exclusively } from './folder-lock.ts'
import { hasWorkers, isAlive, launchPostmaster, type Postmaster, readPostmaster, stopPostmaster } from './postmaster.ts'

export type Login = 'admin' | 'owner' | 'program'

/** A running embedded database cluster. */
export interface Cluster {
  /** `started`: by this call. `adopted`: it was running already, left by a killed process or shared with a live one. */
  readonly origin: 'started' | 'adopted'
  readonly pid: number
  readonly port: number
  readonly layout: Layout
  readonly url: (login: Login, database?: string) => string
  readonly stop: () => Promise<void>
}

export interface ClusterOptions {
  /** More or other settings of postgresql.conf, as for `postgres -c name=value`. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where the last server listened, if it was on a network port: open pools find the next one there. */
  readonly port?: number
  /** Called when a server that this call started ends although nobody stopped it. */
  readonly onExit?: () => void
}

const retryForMs = 30_000

/** Starts the embedded database in `folder`, or adopts the one that runs there. Several processes may ask at once. */
export const startCluster = async (folder: string, options: ClusterOptions = {}): Promise<Cluster> => {
  const layout = layoutOf(folder)
  const binaries = await locateBinaries()
  const account = await databaseAccount(layout.cluster)
  await makeFolders(layout, account)
  return exclusively(folder, async () => {
    const passwords = await prepareCluster(layout, binaries, account)
    const settings = settingsOf(layout, options.settings ?? {})
    const adopted = await adopt(layout, passwords, settings.name)
    if (adopted !== undefined) return clusterOf('adopted', layout, passwords, adopted, () => undefined)
    let stopping = false
    const onExit = () => {
      if (!stopping) options.onExit?.()
    }
    const until = Date.now() + retryForMs
    for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 2_000)) {
      const port = settings.tcp ? (options.port ?? (await freePort())) : socketPort
      const args = ['-D', layout.cluster, '-p', String(port), ...settings.flags]
      const launch = await launchAs(account, binaries.postgres, args, [layout.cluster, join(layout.socketFolder, 'x')])
      const attempt = await launchPostmaster(launch, layout.cluster, layout.logFile, onExit)
      if (attempt.pid !== undefined) {
        const postmaster = { pid: attempt.pid, port, status: 'ready' }
        const cluster = clusterOf('started', layout, passwords, postmaster, () => {
          stopping = true
        })
        await createLogins(cluster.url('admin', 'postgres'), passwords)
        return cluster
      }
      // the worker processes of a killed postmaster need a moment to notice
      if (!/still in use|already in use|already exists/.test(attempt.log) || Date.now() > until) {
        throw classifyLog(attempt.log, layout)
      }
      await sleep(waitMs)
    }
  })
}

/** The number is part of the socket's file name; nothing listens on a network port. */
const socketPort = 5432

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const adopt = async (layout: Layout, passwords: Passwords, name: string): Promise<Postmaster | undefined> => {
  for (;;) {
    const found = await readPostmaster(layout.cluster)
    if (found === undefined) return undefined
    const runningName = isAlive(found.pid) ? await askName(layout, passwords, found) : undefined
    if (runningName === name) return found
    if (runningName !== undefined) {
      await stopPostmaster(layout.cluster, found.pid)
      return undefined
    }
    const busy = isAlive(found.pid) ? await hasWorkers(layout.cluster) : undefined
    if (busy === false) {
      // the number now belongs to a stranger (a restarted container); PostgreSQL itself would refuse to start
      await rm(join(layout.cluster, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (busy === undefined) return undefined
    await sleep(100) // it is starting, recovering or stopping
  }
}

/** The cluster name of the server that answers with our password on our folder; undefined if none does. */
const askName = async (layout: Layout, passwords: Passwords, found: Postmaster): Promise<string | undefined> => {
  const client = new pg.Client({
    connectionString: urlOf(layout, passwords, found.port, 'admin', 'postgres'),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>(`SELECT current_setting('cluster_name') AS name`)
    return rows[0]?.name
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

const urlOf = (layout: Layout, passwords: Passwords, port: number, login: Login, database: string): string => {
  const who = `shequtong_${login}:${passwords[login]}`
  return port === socketPort
    ? `postgresql://${who}@/${database}?host=${encodeURIComponent(layout.socketFolder)}&port=${port}`
    : `postgresql://${who}@127.0.0.1:${port}/${database}`
}

const clusterOf = (
  origin: Cluster['origin'],
  layout: Layout,
  passwords: Passwords,
  { pid, port }: Postmaster,
  onStop: () => void,
): Cluster => ({
  origin,
  pid,
  port,
  layout,
  url: (login, database = 'shequtong') => urlOf(layout, passwords, port, login, database),
  stop: async () => {
    onStop()
    await stopPostmaster(layout.cluster, pid)
  },
})
