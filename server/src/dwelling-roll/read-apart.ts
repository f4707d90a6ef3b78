import { Worker } from 'node:worker_threads'
import { type Result, refused } from '@shequtong/domain/result'
import type { DateOn } from '@shequtong/domain/time'
import type { ReadRoll, RollUnreadable } from './read-roll.ts'

export interface ApartLimits {
  readonly timeoutMs: number
  readonly memoryMb: number
}

/** 20,000 rows take one second and 150 MB. */
const limits: ApartLimits = { timeoutMs: 20_000, memoryMb: 768 }

/**
 * `readRoll` on a thread of its own: the server goes on answering, and a file that was made to eat time or memory ends with
 * its thread.
 */
export const readRollApart = (
  bytes: Uint8Array,
  todayOn: DateOn,
  { timeoutMs, memoryMb }: ApartLimits = limits,
): Promise<Result<ReadRoll, RollUnreadable>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./roll-worker.ts', import.meta.url), {
      workerData: { bytes, todayOn },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      execArgv: [],
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    const tooLarge = () => resolve(refused({ code: 'roll-too-large-inside' }))
    const timer = setTimeout(() => end(tooLarge), timeoutMs)
    worker.once('message', (read: Result<ReadRoll, RollUnreadable>) => end(() => resolve(read)))
    worker.once('error', (error: Error & { code?: string }) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge : () => reject(error)),
    )
  })
