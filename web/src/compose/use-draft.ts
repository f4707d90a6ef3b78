import { useState } from 'preact/hooks'
import { type Draft, emptyDraft, isBlank, joinedDraft, parseDraft } from './draft.ts'

const keyOf = (hatId: string): string => `shequtong.draft.${hatId}`

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const write = (key: string, draft: Draft | undefined): void => {
  try {
    if (draft === undefined || isBlank(draft)) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch {}
}

/** Puts words that did not go out into the draft, behind what stands there by now. */
export const putIntoDraft = (hatId: string, added: Draft): void => {
  const key = keyOf(hatId)
  write(key, joinedDraft(parseDraft(read(key), added.place), added))
}

export interface KeptDraft {
  readonly draft: Draft
  readonly change: (change: Partial<Draft>) => void
  /** After it was sent. */
  readonly forget: () => void
}

/** One draft per person and community, on this device, until it is sent. Whoever comes from a board (`boardId`) speaks there. */
export const useDraft = (hatId: string, ownPlace: string, boardId?: string): KeptDraft => {
  const key = keyOf(hatId)
  const [draft, setDraft] = useState(() => {
    const kept = parseDraft(read(key), ownPlace)
    return boardId === undefined ? kept : { ...kept, boardId }
  })
  return {
    draft,
    change: (change) =>
      setDraft((before) => {
        const next = { ...before, ...change }
        write(key, next)
        return next
      }),
    forget: () => {
      write(key, undefined)
      setDraft(emptyDraft(ownPlace))
    },
  }
}
