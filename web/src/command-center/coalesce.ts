/** `work` runs once per `everyMs` at most, however often it is asked for; `stop` forgets what was asked. */
export const coalesce = (work: () => void, everyMs: number) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask: (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        work()
      }, everyMs)
    },
    stop: (): void => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
