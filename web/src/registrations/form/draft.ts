import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import type { ConsentKind } from '@shequtong/domain/registrations/consents'
import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'

/** What identifies the person: kept for as long as the tab lives, never longer. */
export interface IdentityDraft {
  readonly trueName: string
  readonly documentKind: DocumentKind
  readonly documentNumber: string
  readonly birthOn: string
}

export interface RestDraft {
  /** False: works or trades here. */
  readonly livesHere: boolean
  readonly subArea: string | null
  readonly buildingId: string | null
  readonly buildingName: string
  /** How many staircases the building has: one needs no question. */
  readonly staircaseCount: number
  readonly staircaseId: string | null
  readonly staircaseName: string
  readonly floor: number | null
  readonly dwellingId: string | null
  readonly room: string
  readonly memberKind: MemberKind | null
  readonly tenure: Tenure | null
  readonly shownName: string
  /** The shown name is one of the person's own, not a suggestion. */
  readonly ownName: boolean
  readonly party: boolean | null
  readonly consents: Readonly<Partial<Record<ConsentKind, 'agreed' | 'refused'>>>
}

export type Draft = IdentityDraft & RestDraft

const emptyIdentity: IdentityDraft = { trueName: '', documentKind: 'citizenId', documentNumber: '', birthOn: '' }

const emptyRest: RestDraft = {
  livesHere: true,
  subArea: null,
  buildingId: null,
  buildingName: '',
  staircaseCount: 0,
  staircaseId: null,
  staircaseName: '',
  floor: null,
  dwellingId: null,
  room: '',
  memberKind: null,
  tenure: null,
  shownName: '',
  ownName: false,
  party: null,
  consents: {},
}

export const emptyDraft: Draft = { ...emptyIdentity, ...emptyRest }

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Keys of `empty` whose kept value has the same type; everything else falls back. */
const pick = <T extends object>(empty: T, kept: unknown): T => {
  if (typeof kept !== 'object' || kept === null) return empty
  const entries = Object.entries(kept).filter(([name, value]) => {
    const own = (empty as Record<string, unknown>)[name]
    return name in empty && (own === null || value === null || typeof own === typeof value)
  })
  return { ...empty, ...Object.fromEntries(entries) }
}

const read = (store: Store, key: string): unknown => {
  try {
    return JSON.parse(store.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** The draft of one place: identity in `tab` (session storage), the rest in `device` (local storage). */
export const draftStore = (key: string, tab: Store, device: Store) => {
  const name = `shequtong.register.${key}`
  return {
    load: (): Draft => ({ ...pick(emptyIdentity, read(tab, name)), ...pick(emptyRest, read(device, name)) }),
    save: (draft: Draft): void => {
      const { trueName, documentKind, documentNumber, birthOn, ...rest } = draft
      try {
        tab.setItem(name, JSON.stringify({ trueName, documentKind, documentNumber, birthOn }))
        // a name of one's own may be the true one
        device.setItem(name, JSON.stringify(rest.ownName ? { ...rest, shownName: '' } : rest))
      } catch {}
    },
    clear: (): void => {
      try {
        tab.removeItem(name)
        device.removeItem(name)
      } catch {}
    },
  }
}
