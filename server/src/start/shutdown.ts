import { setTimeout as sleep } from 'node:timers/promises'
import type { Write } from './progress.ts'

export interface ShutdownStep {
  readonly name: string
  /** `leftMs`: what remains of the time for the whole shutdown. */
  readonly run: (leftMs: number) => Promise<void>
}

export interface Shutdown {
  /** Runs the steps once, however often it is called. */
  readonly now: (reason: string, exitCode?: number) => Promise<void>
}

export interface ShutdownOptions {
  readonly withinMs?: number
  readonly write?: Write
  readonly exit?: (code: number) => void
}

/** An orchestrator sends SIGKILL 10 seconds after SIGTERM; the last half second is for the exit itself. */
const defaultWithinMs = 9_500

/**
 * On SIGTERM or SIGINT runs `steps` in order (stop accepting, drain, stop the jobs, stop the database), each one even if
 * one before it fails, and exits. Steps that hang are left behind when the time is up; a second SIGINT exits at once.
 */
export const installShutdown = (steps: readonly ShutdownStep[], options: ShutdownOptions = {}): Shutdown => {
  const { withinMs = defaultWithinMs, write = (text) => process.stderr.write(text), exit = process.exit } = options
  let running: Promise<void> | undefined
  const now = (reason: string, exitCode = 0) => {
    running ??= runSteps(steps, withinMs, write).then((clean) => exit(clean ? exitCode : 1))
    write(`${reason}\n`)
    return running
  }
  process.once('SIGTERM', () => void now('正在停止 … (SIGTERM)'))
  process.on('SIGINT', () => {
    if (running !== undefined) exit(130)
    else void now('正在停止 … (Ctrl+C)')
  })
  return { now }
}

/** Whether every step ended in time and without an error. */
const runSteps = async (steps: readonly ShutdownStep[], withinMs: number, write: Write): Promise<boolean> => {
  const until = performance.now() + withinMs
  let clean = true
  for (const [index, step] of steps.entries()) {
    // a step that hangs must leave something to those after it: the last one stops the database
    const leftMs = Math.max(0, until - performance.now())
    const shareMs = index === steps.length - 1 ? leftMs : leftMs * 0.6
    const late = sleep(shareMs, 'late' as const, { ref: false })
    const ended = step.run(leftMs).catch((error: Error) => error)
    const outcome = await Promise.race([ended, late])
    if (outcome === undefined) continue
    clean = false
    write(`${step.name}: ${outcome === 'late' ? 'took too long' : outcome.message}\n`)
  }
  return clean
}
