import type { Hint, subscribeProblems } from '@shequtong/contract/realtime'

/** Whose socket it is. */
export interface Visitor {
  readonly personId: string
  readonly sessionId: string
  readonly hatId: string | undefined
}

export type Entry = 'allowed' | Exclude<(typeof subscribeProblems)[number], 'rate-limited'>

/** A living session with the hat it wears now; null: none. */
export interface LivingSession {
  readonly sessionId: string
  readonly hatId: string | null
}

/** Who may come in and where to: what the platform does not know. */
export interface Door<V extends Visitor> {
  /** Undefined for a stranger. */
  readonly visitorOf: (cookies: Readonly<Record<string, string | undefined>>) => Promise<V | undefined>
  /** Decided by what the visitor is now, however long the socket has been open. */
  readonly mayEnter: (visitor: V, room: string) => Promise<Entry>
  /** Whether what this hint tells may have taken the room away from some who are in it. */
  readonly narrows: (hint: Hint) => boolean
  /** Those of `sessionIds` that still live. */
  readonly livingSessions: (sessionIds: readonly string[]) => Promise<readonly LivingSession[]>
}
