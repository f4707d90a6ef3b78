import type { Presence } from '@shequtong/domain/memberships/helping'
import type { Member } from './member-picker.tsx'

/** What stands beside the claim: how the person takes part, their phone, the pictures of the signed paper. */
export interface CounterDraft {
  readonly compoundId: string | null
  readonly presence: Presence | null
  readonly hasPhone: boolean | null
  readonly phone: string
  /** Who answers for a child under 14. */
  readonly guardian: Member | null
  readonly paperPhotoIds: readonly string[]
}

export const emptyCounterDraft: CounterDraft = {
  compoundId: null,
  presence: null,
  hasPhone: null,
  phone: '',
  guardian: null,
  paperPhotoIds: [],
}

const isSame = (kept: unknown, own: unknown): boolean =>
  own === null || kept === null || (Array.isArray(own) ? Array.isArray(kept) : typeof kept === typeof own)

/** Field by field; what does not fit falls back. */
export const parseCounterDraft = (text: string | null): CounterDraft => {
  try {
    const kept = JSON.parse(text ?? 'null') as Record<string, unknown> | null
    if (kept === null || typeof kept !== 'object') return emptyCounterDraft
    const entries = Object.entries(emptyCounterDraft).map(([name, own]) => {
      const value = kept[name]
      return [name, value !== undefined && isSame(value, own) ? value : own]
    })
    return Object.fromEntries(entries) as CounterDraft
  } catch {
    return emptyCounterDraft
  }
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** A part of a store with names of its own: nothing about a third person outlives the tab of a shared computer. */
export const asideIn = (store: Store, prefix: string): Store => ({
  getItem: (name) => store.getItem(`${prefix}.${name}`),
  setItem: (name, value) => store.setItem(`${prefix}.${name}`, value),
  removeItem: (name) => store.removeItem(`${prefix}.${name}`),
})
