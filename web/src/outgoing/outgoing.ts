import type { Input, Reply } from '../api/types.ts'

/** Writes that may be sent later by themselves: words for others to read, which nobody waits for on this screen. */
export const sendableLater = ['submitServiceRequest', 'replyToServiceRequest', 'publishPost', 'replyToPost'] as const
export type SendableLater = (typeof sendableLater)[number]

type Of<N extends SendableLater> = N extends SendableLater
  ? {
      readonly name: N
      readonly input: Input<N>
    }
  : never

/** Words on their way: written as this hat, to be sent as this hat and as nobody else. */
export type Outgoing = Of<SendableLater> & {
  /** The idempotency key under which it was tried first: however often it is sent, it is written once. */
  readonly key: string
  readonly hatId: string
  /** ISO. */
  readonly since: string
  /** The problem with which the server refused it; it then waits for a person. */
  readonly refused: string | null
}

type SentAs<N extends SendableLater> = N extends SendableLater
  ? { readonly item: Extract<Outgoing, { readonly name: N }>; readonly name: N; readonly reply: Reply<N> }
  : never

/** What went out, and what came back for it. */
export type Sent = SentAs<SendableLater>

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isOutgoing = (value: unknown): value is Outgoing =>
  isObject(value) &&
  (sendableLater as readonly unknown[]).includes(value.name) &&
  isObject(value.input) &&
  isObject(value.input.params) &&
  isObject(value.input.body) &&
  typeof value.input.body.text === 'string' &&
  [value.key, value.hatId, value.since].every((text) => typeof text === 'string') &&
  (value.refused === null || typeof value.refused === 'string')

/** What was kept on the device; what cannot be understood is left out. */
export const parseOutgoing = (kept: string | null): readonly Outgoing[] => {
  try {
    const items: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(items) ? items.filter(isOutgoing) : []
  } catch {
    return []
  }
}

/** The request or the post below which it is said; undefined: it begins one. */
export const threadOf = (item: Outgoing): string | undefined => {
  if (item.name === 'replyToServiceRequest') return item.input.params.serviceRequestId
  return item.name === 'replyToPost' ? item.input.params.postId : undefined
}
