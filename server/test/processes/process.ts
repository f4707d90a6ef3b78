import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface PartOptions {
  readonly parts: string
  readonly dataDir: string
  readonly databaseUrl: string
  readonly secretsFile: string
  /** Any free one when left out. */
  readonly port?: number
}

/** The real program as one of several processes. */
export interface PartProcess {
  readonly origin: string
  readonly port: number
  /** Until it ended by itself; its exit code. */
  readonly ended: Promise<number | null>
  readonly said: () => string
  readonly ready: () => Promise<void>
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

const startWithinMs = 40_000

export const startPart = async (options: PartOptions): Promise<PartProcess> => {
  const port = options.port ?? (await freePort())
  const origin = `http://127.0.0.1:${port}`
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const child: ChildProcess = spawn(process.execPath, [main, `--parts=${options.parts}`], {
    env: {
      ...env,
      DATABASE_URL: options.databaseUrl,
      DATA_DIR: options.dataDir,
      SECRETS_FILE: options.secretsFile,
      DATABASE_POOL_SIZE: '4',
      HOST: '127.0.0.1',
      PORT: String(port),
      DEMO: 'off',
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    origin,
    port,
    ended,
    said: () => output,
    async ready() {
      const until = Date.now() + startWithinMs
      for (;;) {
        const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
        if (answer?.status === 200) return
        if (child.exitCode !== null || Date.now() > until) throw new Error(`${options.parts} did not start:\n${output}`)
        await sleep(50)
      }
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}
