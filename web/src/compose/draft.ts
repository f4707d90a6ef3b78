import { type ScopeKind, scopeKinds } from '@shequtong/domain/posts/scope'
import {
  type ServiceRequestKind,
  serviceRequestKinds,
  type Visibility,
  visibilities,
} from '@shequtong/domain/service-requests/states'

/** What is half said. Photos are on the server already; only their ids are kept. */
export interface Draft {
  /** The board where it is said; null: the everyday one. */
  readonly boardId: string | null
  readonly kind: ServiceRequestKind
  readonly text: string
  readonly place: string
  /** The building, where one was picked. */
  readonly buildingId: string | null
  /** The staircase of that building, where one was picked. */
  readonly staircaseId: string | null
  readonly visibility: Visibility
  /** On a board without a clock: for everybody, or the part of this kind where the writer lives. */
  readonly scope: ScopeKind
  readonly photoIds: readonly string[]
}

export const emptyDraft = (place: string): Draft => ({
  boardId: null,
  kind: 'matter',
  text: '',
  place,
  buildingId: null,
  staircaseId: null,
  visibility: 'community',
  scope: 'community',
  photoIds: [],
})

/** Nothing worth keeping was said yet; a place alone was only suggested. */
export const isBlank = ({ text, photoIds }: Pick<Draft, 'text' | 'photoIds'>): boolean =>
  text.trim() === '' && photoIds.length === 0

const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.includes(value as T) ? (value as T) : otherwise

const words = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

/** What was kept, field by field; anything unknown falls back to a new draft. */
export const parseDraft = (kept: string | null, place: string): Draft => {
  const fresh = emptyDraft(place)
  try {
    const raw = (JSON.parse(kept ?? '{}') ?? {}) as Partial<Record<keyof Draft, unknown>>
    return {
      boardId: typeof raw.boardId === 'string' ? raw.boardId : null,
      kind: oneOf(serviceRequestKinds, raw.kind, fresh.kind),
      text: words(raw.text, fresh.text),
      place: words(raw.place, fresh.place),
      buildingId: typeof raw.buildingId === 'string' ? raw.buildingId : null,
      staircaseId: typeof raw.staircaseId === 'string' ? raw.staircaseId : null,
      visibility: oneOf(visibilities, raw.visibility, fresh.visibility),
      scope: oneOf(scopeKinds, raw.scope, fresh.scope),
      photoIds: Array.isArray(raw.photoIds) ? raw.photoIds.filter((id) => typeof id === 'string').slice(0, 9) : [],
    }
  } catch {
    return fresh
  }
}

/** The draft that a submission was made of; a post says its scope together with the place. */
export const draftOfBody = (body: object): Draft => {
  const { scope } = body as { readonly scope?: { readonly kind?: unknown } }
  return parseDraft(JSON.stringify({ ...body, scope: scope?.kind }), '')
}

/** What was taken back joins what is half said: its words below, its photos behind; the rest is taken from it where nothing was said yet. */
export const joinedDraft = (draft: Draft, added: Draft): Draft => ({
  ...(isBlank(draft) ? { ...draft, ...added } : draft),
  text: [draft.text, added.text].filter((text) => text.trim() !== '').join('\n'),
  photoIds: [...new Set([...draft.photoIds, ...added.photoIds])].slice(0, 9),
})
