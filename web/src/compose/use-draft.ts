import { useState } from 'preact/hooks'
import { type Draft, emptyDraft, isBlank, parseDraft } from './draft.ts'

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

export interface KeptDraft {
  readonly draft: Draft
  readonly change: (change: Partial<Draft>) => void
  /** After it was sent. */
  readonly forget: () => void
}

/** One draft per person and community, on this device, until it is sent. */
export const useDraft = (hatId: string, ownPlace: string): KeptDraft => {
  const key = keyOf(hatId)
  const [draft, setDraft] = useState(() => parseDraft(read(key), ownPlace))
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
