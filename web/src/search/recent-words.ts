/** How many of the latest searches a device remembers. */
export const rememberedWords = 6

/** `words` before all others, each once, the oldest forgotten. */
export const withRecent = (recent: readonly string[], words: string): readonly string[] =>
  [words, ...recent.filter((one) => one !== words)].slice(0, rememberedWords)

/** What another page of this device kept; anything else than a list of words is none. */
export const parseRecent = (kept: string | null): readonly string[] => {
  try {
    const list: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string').slice(0, rememberedWords) : []
  } catch {
    return []
  }
}
