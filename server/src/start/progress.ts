export type Write = (text: string) => void

export interface Progress {
  /** Shows `[2/5] 网页 …` while `work` runs, and how long it took. */
  readonly step: <T>(label: string, work: () => Promise<T>) => Promise<T>
}

/** The lines that a start shows; `total` steps are announced. */
export const createProgress = (total: number, write: Write): Progress => {
  let number = 0
  const step = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    number += 1
    write(`[${number}/${total}] ${label} … `)
    const startedMs = performance.now()
    try {
      const value = await work()
      write(`${((performance.now() - startedMs) / 1000).toFixed(1)} s\n`)
      return value
    } catch (error) {
      write('✗\n')
      throw error
    }
  }
  return { step }
}
