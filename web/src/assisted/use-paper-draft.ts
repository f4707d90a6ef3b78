import { useMemo, useState } from 'preact/hooks'
import { type Draft, draftStore, emptyDraft } from '../registrations/form/draft.ts'
import { asideIn, type CounterDraft, emptyCounterDraft, parseCounterDraft } from './counter-draft.ts'

/** The half-filled paper of one desk, for as long as the tab lives. */
export const usePaperDraft = (hatId: string) => {
  const name = `shequtong.assisted.${hatId}`
  const store = useMemo(
    () => draftStore(`assisted.${hatId}`, sessionStorage, asideIn(sessionStorage, 'claim')),
    [hatId],
  )
  const [claim, setClaim] = useState<Draft>(store.load)
  const [counter, setCounter] = useState<CounterDraft>(() => parseCounterDraft(sessionStorage.getItem(name)))
  return {
    claim,
    counter,
    setClaim: (change: Partial<Draft>): void =>
      setClaim((current) => {
        const next = { ...current, ...change }
        store.save(next)
        return next
      }),
    setCounter: (change: Partial<CounterDraft>): void =>
      setCounter((current) => {
        const next = { ...current, ...change }
        try {
          sessionStorage.setItem(name, JSON.stringify(next))
        } catch {}
        return next
      }),
    clear: (): void => {
      store.clear()
      sessionStorage.removeItem(name)
      setClaim(emptyDraft)
      setCounter(emptyCounterDraft)
    },
  }
}

export type PaperDraft = ReturnType<typeof usePaperDraft>
