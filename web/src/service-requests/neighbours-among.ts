import type { Voice } from '@shequtong/contract/service-requests'

/** A neighbour, and words of theirs by which the server knows them. */
export interface Heard {
  readonly shownName: string
  /** Of an entry or a reply; null: they wrote what stands above all. */
  readonly partId: string | null
}

interface Said {
  readonly by: Voice
  readonly partId: string | null
}

/** The neighbours who speak, each once by the first of their words; nobody who answers for an office, and not the reader. */
export const neighboursAmong = (said: readonly Said[]): readonly Heard[] => {
  const heard = new Map<string, Heard>()
  for (const { by, partId } of said)
    if (!by.you && by.role === null && !heard.has(by.shownName))
      heard.set(by.shownName, { shownName: by.shownName, partId })
  return [...heard.values()]
}
