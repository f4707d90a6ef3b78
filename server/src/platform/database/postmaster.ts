import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { open, readdir, readFile, readlink, realpath, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Launch } from './embedded-account.ts'

/** What PostgreSQL writes into postmaster.pid: lines 1 (pid), 4 (port) and 8 (status). */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly status: string
}

export const readPostmaster = async (cluster: string): Promise<Postmaster | undefined> => {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, , , , status] = text.split('\n')
  if (!pid || Number.isNaN(Number(pid))) return undefined
  return { pid: Number(pid), port: Number(port ?? 0), status: (status ?? 'starting').trim() }
}

/** Whether the process runs. One that is dead but not yet reaped by its parent does not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it belongs to another user
  }
}

/** Whether any process still works in `cluster` (PostgreSQL's all have it as their working folder). Linux tells; others: unknown. */
export const hasWorkers = async (cluster: string): Promise<boolean | undefined> => {
  if (process.platform !== 'linux') return undefined
  const wanted = await realpath(cluster)
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    if ((await readlink(`/proc/${pid}/cwd`).catch(() => '')) === wanted) return true
  }
  return false
}

export interface Attempt {
  /** The running server's process id, or undefined when it ended before it was ready. */
  readonly pid: number | undefined
  /** What it wrote to its log during this attempt. */
  readonly log: string
}

const keepLogBytes = 16 * 1024 * 1024

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches us alone and we stop it last, and
 * waits until it is ready, however long its recovery takes. `onExit` is called if it ends later.
 */
export const launchPostmaster = async (
  launch: Launch,
  cluster: string,
  logFile: string,
  onExit: () => void,
): Promise<Attempt> => {
  const size = (await stat(logFile).catch(() => undefined))?.size ?? 0
  if (size > keepLogBytes) await truncate(logFile, 0)
  const from = size > keepLogBytes ? 0 : size
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(launch.file, launch.arguments, { ...launch.options, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  let ended = false
  child.once('error', () => {
    ended = true
  })
  child.once('exit', () => {
    ended = true
  })
  while (!ended) {
    const running = await readPostmaster(cluster)
    if (running?.pid === child.pid && running?.status === 'ready') {
      child.once('exit', onExit)
      return { pid: child.pid, log: '' }
    }
    await sleep(10)
  }
  return { pid: undefined, log: await readFrom(logFile, from) }
}

const readFrom = async (path: string, from: number): Promise<string> => {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const { buffer } = await handle.read(Buffer.alloc(Math.max(0, size - from)), 0, undefined, from)
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}

/** Fast shutdown (open transactions are rolled back, a checkpoint is written), after `patienceMs` an immediate one. */
export const stopPostmaster = async (cluster: string, pid: number, patienceMs = 7_000): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const until = Date.now() + patienceMs
    while (Date.now() < until) {
      // its last act is to remove the file; a process that nobody reaps would look alive for ever
      if ((await readPostmaster(cluster))?.pid !== pid || !isAlive(pid)) return
      await sleep(10)
    }
  }
}
