const firstMs = 1_000
const longestMs = 30_000

/** How long to wait before attempt `failures` + 1: doubled each time up to 30 s, half of it by chance, so that a street does not come back at once. */
export const backOffMs = (failures: number, random: () => number = Math.random): number => {
  const wholeMs = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10))
  return wholeMs / 2 + (wholeMs / 2) * random()
}
