import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, startCluster } from './embedded.ts'
import { isAlive, readPostmaster } from './postmaster.ts'

const lookEveryMs = 500
const longestWaitMs = 5_000

export interface SupervisedCluster extends Cluster {
  /** Ends the supervision and leaves the database running. */
  readonly forget: () => void
}

/**
 * Keeps the embedded database running: when its server ends although nobody stopped it (killed, out of memory) it is
 * started again at the same address, so that the pools find it at their next query. Tools do not supervise.
 */
export const superviseCluster = async (
  folder: string,
  supervise: boolean,
  onEvent: (line: string) => void,
): Promise<SupervisedCluster> => {
  let stopped = false
  let restarting: Promise<void> | undefined
  const onExit = () => {
    if (supervise && !stopped) restarting ??= restart()
  }
  const first = await startCluster(folder, { onExit })
  let current = first
  const restart = async () => {
    onEvent('embedded database ended unexpectedly; starting it again')
    for (let waitMs = 50; !stopped; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      try {
        current = await startCluster(folder, { onExit, port: first.port })
        onEvent('embedded database is back')
        break
      } catch (error) {
        onEvent(`embedded database does not start: ${(error as Error).message}`)
      }
      await sleep(waitMs)
    }
    restarting = undefined
  }
  // of an adopted server, which is not our child, the operating system does not tell us the end
  const watch = setInterval(async () => {
    if (current.origin === 'started' || restarting !== undefined) return
    if (!isAlive(current.pid) || (await readPostmaster(current.layout.cluster))?.pid !== current.pid) onExit()
  }, lookEveryMs)
  watch.unref()
  const forget = () => {
    stopped = true
    clearInterval(watch)
  }
  const stop = async () => {
    forget()
    await restarting
    await current.stop()
  }
  return { ...first, forget, stop }
}
