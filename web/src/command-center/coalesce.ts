/** `work` runs at once when it is asked for, and then once per `everyMs` at most, however often; `stop` forgets what was asked. */
export const coalesce = (work: () => void, everyMs: number) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false
  const run = (): void => {
    again = false
    timer = setTimeout(() => {
      timer = undefined
      if (again) run()
    }, everyMs)
    work()
  }
  return {
    ask: (): void => {
      if (timer === undefined) run()
      else again = true
    },
    stop: (): void => {
      clearTimeout(timer)
      timer = undefined
      again = false
    },
  }
}
