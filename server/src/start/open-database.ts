import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../platform/config/config-types.ts'
import { type ConnectOptions, connectDatabase, type Database } from '../platform/database/connect.ts'
import { isAlive } from '../platform/database/postmaster.ts'
import { StartRefusal } from '../platform/start-refusal.ts'
import { instanceName, type RunningInstance, readInstance } from './instance.ts'

export type Opened =
  | { readonly kind: 'opened'; readonly database: Database; readonly instance: string }
  /** A live server has this data folder: print its addresses and exit with 0. */
  | { readonly kind: 'running'; readonly running: RunningInstance }

/** A server that is starting or shutting down announces no address; either takes no longer than this. */
const patienceMs = 15_000

/** Connects as a server, or finds the one that is running already. Throws a StartRefusal for everything else. */
export const openDatabase = async (
  config: Config,
  options: Omit<ConnectOptions, 'instance' | 'poolSize'> = {},
): Promise<Opened> => {
  const instance = await instanceName(config)
  const until = Date.now() + patienceMs
  for (;;) {
    try {
      const database = await connectDatabase(config.database, { ...options, instance, poolSize: config.poolSize })
      return { kind: 'opened', database, instance }
    } catch (error) {
      if (!(error instanceof StartRefusal) || error.code !== 'already-running') throw error
      const running = await readInstance(config.dataDir, instance)
      if (running !== undefined && (isAlive(running.pid) || Date.now() > until)) return { kind: 'running', running }
      if (Date.now() > until) throw error
    }
    await sleep(200)
  }
}
