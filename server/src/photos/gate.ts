/** Lets few in at once and keeps the others waiting in order. */
export interface Gate {
  /** Resolves with the way out (safe to call twice); undefined at once where too much waits already. */
  enter(weight: number): Promise<(() => void) | undefined>
}

export const createGate = (limits: { atOnce: number; maxWaitingWeight: number }): Gate => {
  const waiting: { weight: number; admit: () => void }[] = []
  let inside = 0
  let waitingWeight = 0

  const leave = () => {
    inside -= 1
    const next = waiting.shift()
    if (next === undefined) return
    waitingWeight -= next.weight
    next.admit()
  }

  const admitted = () => {
    inside += 1
    let gone = false
    return () => {
      if (gone) return
      gone = true
      leave()
    }
  }

  return {
    enter: (weight) => {
      if (inside < limits.atOnce) return Promise.resolve(admitted())
      if (waitingWeight + weight > limits.maxWaitingWeight) return Promise.resolve(undefined)
      waitingWeight += weight
      return new Promise((resolve) => waiting.push({ weight, admit: () => resolve(admitted()) }))
    },
  }
}
