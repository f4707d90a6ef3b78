const longest = 24

/** The first sentence or line, at most 24 characters: how a service request is called in a list. */
export const firstWords = (text: string): string => {
  const first = text.trim().split(/[。！？!?\n]/u, 1)[0] ?? ''
  const letters = [...first]
  return letters.length <= longest ? first : `${letters.slice(0, longest).join('')}…`
}
