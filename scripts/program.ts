import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../', import.meta.url))

/** This very Node comes first on the path, so that what a program starts runs on it too. */
const environment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  ...more,
})

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** `show`: straight to the terminal; `keep`: collected and returned. */
  readonly output: 'show' | 'keep'
  /** SIGKILL after this long. */
  readonly withinMs?: number
}

interface Ended {
  readonly code: number
  readonly output: string
  /** Killed because it took longer than it was given. */
  readonly late: boolean
}

/** Runs Node with these arguments in the repository. A signal to us goes on to it, and we wait until it is gone. */
export const runNode = (args: readonly string[], { env = {}, output, withinMs }: RunOptions): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: repository,
      env: environment(env),
      stdio: output === 'show' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    let late = false
    const clock =
      withinMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true
            child.kill('SIGKILL')
          }, withinMs)
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    const done = () => {
      clearTimeout(clock)
      process.off('SIGINT', pass).off('SIGTERM', pass)
    }
    child.once('error', (error) => {
      done()
      reject(error)
    })
    child.once('close', (code, signal) => {
      done()
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output: said, late })
    })
  })
