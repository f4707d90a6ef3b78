import { open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './postmaster.ts'

/** A start that takes longer has died, and its process number went to somebody else. */
const longestMs = 180_000

/** The locks that this process has, by path. */
const held = new Set<string>()

/** Runs `work` while no other process of this machine runs one on the same folder, which must exist. */
export const exclusively = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const path = join(folder, 'starting.lock')
  for (;;) {
    const handle = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      return undefined
    })
    if (handle === undefined) {
      await removeIfLeft(path)
      continue
    }
    held.add(path)
    try {
      await handle.writeFile(String(process.pid))
      await handle.close()
      return await work()
    } finally {
      held.delete(path)
      await rm(path, { force: true })
    }
  }
}

const removeIfLeft = async (path: string): Promise<void> => {
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  // in a container every start has the number of the one before
  const isHeld = pid === process.pid ? held.has(path) : isAlive(pid)
  const left = age > longestMs || (pid > 0 ? !isHeld : age > 1_000)
  if (left) await rm(path, { force: true })
  else await sleep(20)
}
