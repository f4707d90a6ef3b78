import type { ServiceRequestView } from '@shequtong/contract/service-requests'

/** A neighbour, and words of theirs in the thread by which the server knows them. */
export interface Heard {
  readonly shownName: string
  /** Null: they wrote the request itself. */
  readonly entryId: string | null
}

/** The neighbours who speak in a thread, each once; nobody who answers for an office, and not the reader. */
export const neighboursOf = ({ by, entries }: Pick<ServiceRequestView, 'by' | 'entries'>): readonly Heard[] => {
  const heard = new Map<string, Heard>()
  const hear = (voice: ServiceRequestView['by'], entryId: string | null) => {
    if (voice.you || voice.role !== null || heard.has(voice.shownName)) return
    heard.set(voice.shownName, { shownName: voice.shownName, entryId })
  }
  hear(by, null)
  for (const { by: voice, kind, entryId } of entries) if (voice !== null && kind === 'reply') hear(voice, entryId)
  return [...heard.values()]
}
