/** A stream of reproducible numbers: the same key always gives the same stream, whatever was drawn elsewhere. */
export interface Random {
  /** In [0, 1). */
  readonly fraction: () => number
  /** Whole, both bounds included. */
  readonly integer: (from: number, to: number) => number
  readonly pick: <T>(choices: readonly T[]) => T
  readonly chance: (probability: number) => boolean
  /** One of the choices, with probability in proportion to its weight. */
  readonly weighted: <T>(choices: readonly (readonly [choice: T, weight: number])[]) => T
  /** A copy in another order (Fisher–Yates). */
  readonly shuffled: <T>(items: readonly T[]) => T[]
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** mulberry32 (Tommy Ettinger, public domain): for worlds and tests, never for secrets. */
export const randomFor = (key: string): Random => {
  let state = hash(key)
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const integer = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1))
  const pick = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new RangeError('nothing to pick from')
    return choices[integer(0, choices.length - 1)] as T
  }
  return {
    fraction,
    integer,
    pick,
    chance: (probability) => fraction() < probability,
    weighted: (choices) => {
      let rest = fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        rest -= weight
        if (rest < 0) return choice
      }
      return pick(choices)[0]
    },
    shuffled: (items) => {
      const copy = [...items]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = integer(0, last)
        ;[copy[last], copy[other]] = [copy[other] as never, copy[last] as never]
      }
      return copy
    },
  }
}
