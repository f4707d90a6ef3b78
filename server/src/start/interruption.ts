import type { Write } from './progress.ts'

export interface Interruption {
  /** What has to be stopped if the start is broken off from now on. */
  readonly opened: (stop: () => Promise<void>) => void
  /** The start is through: from now on somebody else listens to the signals. */
  readonly over: () => void
  /** The start failed. Whether that was the signal's doing, and nothing is left to be said. */
  readonly failed: () => boolean
}

export interface InterruptionOptions {
  readonly write?: Write
  readonly exit?: (code: number) => void
  /** An orchestrator sends SIGKILL 10 seconds after SIGTERM. */
  readonly withinMs?: number
}

const codes = { SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof codes

/**
 * Ctrl+C or SIGTERM before the server listens: ends with the signal's exit code and stops first what is open, so that a
 * start that was broken off leaves no database running. A second signal ends at once.
 */
export const watchForInterruption = (options: InterruptionOptions = {}): Interruption => {
  const { write = (text) => process.stderr.write(text), exit = process.exit, withinMs = 9_000 } = options
  let signal: Signal | undefined
  let stop: (() => Promise<void>) | undefined
  const leave = (by: Signal) => exit(codes[by])
  const end = (by: Signal, stopping: () => Promise<void>) => {
    void stopping().then(
      () => leave(by),
      () => leave(by),
    )
  }
  const onSignal = (by: Signal) => {
    if (signal !== undefined) return leave(by)
    signal = by
    write(`\n正在停止 … (${by})\n`)
    // what is being opened cannot be stopped before it is open
    setTimeout(() => leave(by), withinMs).unref()
    if (stop !== undefined) end(by, stop)
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    opened: (toStop) => {
      stop = toStop
      if (signal !== undefined) end(signal, toStop)
    },
    over: () => {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    },
    failed: () => {
      if (signal !== undefined && stop === undefined) leave(signal)
      return signal !== undefined
    },
  }
}
