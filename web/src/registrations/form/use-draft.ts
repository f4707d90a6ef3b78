import { useMemo, useState } from 'preact/hooks'
import { playedPersona } from '../../demo/played-persona.ts'
import { type Draft, draftStore, emptyDraft } from './draft.ts'

/** The draft for the code that was scanned, kept with every change. In a demo each persona of a tab has its own; so has a child. */
export const useDraft = (code: string, isChild: boolean) => {
  const store = useMemo(
    () =>
      draftStore(
        [code, playedPersona(), isChild ? 'child' : null].filter(Boolean).join('.'),
        sessionStorage,
        localStorage,
      ),
    [code, isChild],
  )
  const [draft, setDraft] = useState<Draft>(store.load)
  return {
    draft,
    set: (change: Partial<Draft>): void =>
      setDraft((current) => {
        const next = { ...current, ...change }
        store.save(next)
        return next
      }),
    clear: (): void => {
      store.clear()
      setDraft(emptyDraft)
    },
  }
}
