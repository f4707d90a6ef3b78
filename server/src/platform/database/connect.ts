import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { alreadyRunning } from './connect-refusals.ts'
import { checkExternal } from './external.ts'
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts'
import { poolFor, programPoolFor } from './pools.ts'
import { prepareProgramLogin, urlAs } from './program-login.ts'
import { loginUnfit } from './program-login-refusals.ts'
import { prepareRoles, programRole, rightsBeyond } from './roles.ts'
import { superviseCluster } from './supervisor.ts'

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  | {
      readonly kind: 'external'
      /** Logs in as the owner of the database. */
      readonly url: string
      /** Logs in as the server does; absent: a login that is made, and kept in `loginFile`. */
      readonly appUrl?: string | undefined
      readonly loginFile: string
    }

export interface ConnectOptions {
  /**
   * Given by a server, absent for a tool (backup, admin), which shares the database with a running server. Two servers
   * of one name exclude each other. On an embedded database there is one server whatever the names: it ends with it.
   */
  readonly instance?: string
  /** Connections of the program's pool; default 16. */
  readonly poolSize?: number
  /** The instance's lock went to another server while the database was away: stop at once. */
  readonly onLockLost?: () => void
  /** One line for the log: the embedded database ended and was started again, and the like. */
  readonly onEvent?: (line: string) => void
}

export interface Database {
  readonly kind: 'embedded' | 'external'
  /** `adopted`: the embedded database was running already, left by a killed server or shared with a live one. */
  readonly origin: 'started' | 'adopted' | 'external'
  /** As PostgreSQL counts: 180004 is 18.4. */
  readonly serverVersion: number
  /** Logs in as the user that owns the schema: for migrations, backups and tools, never for requests. */
  readonly ownerUrl: string
  readonly ownerPool: pg.Pool
  readonly programPool: pg.Pool
  readonly stop: () => Promise<void>
}

/**
 * Opens the database, starting or adopting the embedded one; the tables are `migrate`'s. Throws a StartRefusal:
 * unreachable, login refused, too old, roles missing, or (code `already-running`) a live server of the same name.
 */
export const connectDatabase = (config: DatabaseConfig, options: ConnectOptions = {}): Promise<Database> =>
  config.kind === 'external' ? connectExternal(config, options) : connectEmbedded(config.folder, options)

const connectExternal = async (config: ExternalConfig, options: ConnectOptions): Promise<Database> => {
  const { url } = config
  const serverVersion = await checkExternal(url)
  const lock = await lockFor(url, options, options.instance)
  let pools: Pools | undefined
  const stop = async () => {
    await pools?.end()
    await lock?.release()
  }
  try {
    pools = await openPools(url, (owner) => appUrlOf(owner, config), options)
    return { kind: 'external', origin: 'external', serverVersion, ownerUrl: url, ...pools.both, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type ExternalConfig = Extract<DatabaseConfig, { kind: 'external' }>

const appUrlOf = async (owner: pg.ClientBase, { url, appUrl, loginFile }: ExternalConfig): Promise<string> => {
  if (appUrl === undefined) return urlAs(url, await prepareProgramLogin(owner, loginFile))
  await checkExternal(appUrl)
  return appUrl
}

const connectEmbedded = async (folder: string, options: ConnectOptions): Promise<Database> => {
  const isServer = options.instance !== undefined
  const cluster = await superviseCluster(folder, isServer, options.onEvent ?? (() => undefined))
  const url = cluster.url('owner')
  let lock: InstanceLock | undefined
  let pools: Pools | undefined
  const stop = async () => {
    await pools?.end()
    const ours = lock ?? (isServer ? undefined : await lockIfUnused(url))
    ours?.letGo()
    // the lock is held until the database is down, so that nobody moves in while it is being shut
    if (ours !== undefined) await cluster.stop()
    else cluster.forget()
    await ours?.release()
  }
  try {
    lock = await lockFor(url, options, isServer ? embeddedInstance : undefined)
    pools = await openPools(url, async () => cluster.url('program'), options)
    const { serverVersion } = pools
    return { kind: 'embedded', origin: cluster.origin, serverVersion, ownerUrl: url, ...pools.both, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const embeddedInstance = 'embedded'

/** Two servers of one name have one key. */
const keyOf = (instance: string): number => createHash('sha256').update(instance).digest().readInt32BE()

/** A session of a killed server is gone within moments; only a live one still has its lock after this. */
const lockPatienceMs = 1_000

const lockFor = async (url: string, options: ConnectOptions, instance: string | undefined) => {
  if (instance === undefined) return undefined
  const until = Date.now() + lockPatienceMs
  for (;;) {
    const lock = await takeInstanceLock(url, keyOf(instance), options.onLockLost ?? (() => undefined))
    if (lock !== undefined) return lock
    if (Date.now() > until) throw alreadyRunning()
    await sleep(100)
  }
}

/** A connection that was closed is seen a moment longer; whoever is there after this is somebody else. */
const closingMs = 500

/** For a tool that is done: the lock, if no server holds it and nobody else is connected, else undefined. */
const lockIfUnused = async (url: string): Promise<InstanceLock | undefined> => {
  const lock = await takeInstanceLock(url, keyOf(embeddedInstance), () => undefined)
  if (lock === undefined) return undefined
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const othersLeft = async (): Promise<boolean> => {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int - 2 AS others FROM pg_stat_activity WHERE backend_type = 'client backend'`,
    )
    return rows[0]?.others !== 0
  }
  const until = Date.now() + closingMs
  let isShared = await othersLeft()
  for (; isShared && Date.now() < until; isShared = await othersLeft()) await sleep(20)
  await client.end()
  if (!isShared) return lock
  await lock.release()
  return undefined
}

interface Pools {
  readonly both: { readonly ownerPool: pg.Pool; readonly programPool: pg.Pool }
  /** As PostgreSQL counts. */
  readonly serverVersion: number
  readonly end: () => Promise<void>
}

/** Requests that still run when the pools are closed have had their time. */
const endPatienceMs = 2_000

/** The owner's pool and, once its roles are there, the program's: `appUrl` says how the program logs in. */
const openPools = async (
  ownerUrl: string,
  appUrl: (owner: pg.ClientBase) => Promise<string>,
  options: ConnectOptions,
): Promise<Pools> => {
  const open: pg.Pool[] = []
  const end = async () => {
    const ended = Promise.all(open.map((pool) => pool.end()))
    await Promise.race([ended, sleep(endPatienceMs, undefined, { ref: false })])
  }
  try {
    const ownerPool = poolFor(ownerUrl, { max: 3, idleTimeoutMillis: 10_000 })
    open.push(ownerPool)
    const programPool = programPoolFor(await withOwner(ownerPool, appUrl), { max: options.poolSize ?? 16 })
    open.push(programPool)
    return { both: { ownerPool, programPool }, serverVersion: await verifyLogin(programPool), end }
  } catch (error) {
    await end()
    throw error
  }
}

const withOwner = async (ownerPool: pg.Pool, appUrl: (owner: pg.ClientBase) => Promise<string>): Promise<string> => {
  const owner = await ownerPool.connect()
  try {
    await prepareRoles(owner)
    return await appUrl(owner)
  } finally {
    owner.release()
  }
}

/** That the program's sessions can be nobody else is what keeps the identity vault shut; returns the server's version. */
const verifyLogin = async (programPool: pg.Pool): Promise<number> => {
  const client = await programPool.connect()
  try {
    const { login, isMember, mayBecome, serverVersion } = await rightsBeyond(client)
    if (!isMember || mayBecome.length > 0) throw loginUnfit(login, programRole, mayBecome)
    return serverVersion
  } finally {
    client.release()
  }
}
