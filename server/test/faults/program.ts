import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { layoutOf } from '../../src/platform/database/embedded-folder.ts'
import { isAlive, readPostmaster } from '../../src/platform/database/postmaster.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The real program as a child, with a data folder of its own, that can be killed and started again. */
export interface Program {
  readonly origin: string
  readonly dataDir: string
  readonly databaseFolder: string
  start(): Promise<void>
  /** Of the server that was started last. */
  pid(): number
  /** SIGKILL: nothing is drained, the database stays behind without its server. */
  kill(): Promise<void>
  /** SIGKILL to the postmaster alone. Its pid. */
  killDatabase(): Promise<number | undefined>
  /** Until another postmaster stands in its place: a session of the old one may go on answering for a moment. */
  databaseIsBack(killedPid: number | undefined, withinMs?: number): Promise<void>
  /** Until it says that it is ready. */
  ready(withinMs?: number): Promise<void>
  /** SIGTERM, and everything is removed. */
  end(): Promise<void>
  /** How the server ended each time that nobody killed it: none is the only good answer. */
  endedByItself(): readonly string[]
  /** What it printed, for the message of a failed test. */
  said(): string
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const gone = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const startWithinMs = 60_000
const stopWithinMs = 15_000

export const createProgram = async (): Promise<Program> => {
  const root = await mkdtemp(join(tmpdir(), 'shequtong-faults-'))
  const dataDir = join(root, 'data')
  // as root the database runs as another user, who must be able to pass through
  if (process.getuid?.() === 0) await chmod(root, 0o711)
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const databaseFolder = join(dataDir, 'database')
  let output = ''
  let child: ChildProcess | undefined
  const killed = new WeakSet<ChildProcess>()
  const alone: string[] = []

  const ready = async (withinMs = startWithinMs) => {
    const until = Date.now() + withinMs
    for (;;) {
      const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
      if (answer?.status === 200) return
      if (child !== undefined && (child.exitCode ?? child.signalCode) !== null)
        throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}`)
      if (Date.now() > until) throw new Error(`not ready within ${withinMs} ms`)
      await sleep(50)
    }
  }
  const postmaster = async () => (await readPostmaster(layoutOf(databaseFolder).cluster))?.pid

  return {
    origin,
    dataDir,
    databaseFolder,
    ready,
    said: () => output.slice(-20_000),
    endedByItself: () => alone,
    pid: () => child?.pid ?? 0,
    async start() {
      const { NODE_TEST_CONTEXT: _, DATABASE_URL: __, ...env } = process.env
      const started = spawn(process.execPath, [main], {
        cwd: root,
        env: { ...env, DATA_DIR: dataDir, PORT: String(port), HOST: '0.0.0.0', DEMO: 'off', NODE_ENV: 'development' },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      started.once('exit', (code, signal) => {
        if (!killed.has(started)) alone.push(`ended with ${signal ?? code}: ${output.slice(-500)}`)
      })
      for (const stream of [started.stdout, started.stderr])
        stream?.setEncoding('utf8').on('data', (text: string) => {
          output = (output + text).slice(-20_000)
        })
      await ready()
    },
    async kill() {
      if (child === undefined) return
      killed.add(child)
      child.kill('SIGKILL')
      await gone(child)
    },
    async killDatabase() {
      const pid = await postmaster()
      if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGKILL')
      return pid
    },
    async databaseIsBack(killedPid, withinMs = startWithinMs) {
      const until = Date.now() + withinMs
      for (;;) {
        const pid = await postmaster()
        if (pid !== undefined && pid !== killedPid && isAlive(pid)) return
        if (Date.now() > until) throw new Error(`the database was not started again within ${withinMs} ms`)
        await sleep(50)
      }
    },
    async end() {
      if (child !== undefined) {
        killed.add(child)
        child.kill('SIGTERM')
        await Promise.race([gone(child), sleep(stopWithinMs, undefined, { ref: false })])
        child.kill('SIGKILL')
      }
      const left = await postmaster()
      if (left !== undefined && isAlive(left)) process.kill(left, 'SIGQUIT')
      while (left !== undefined && isAlive(left)) await sleep(50)
      await rm(root, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
