/** Between the bench and its processes. */

export interface Target {
  readonly port: number
  readonly method: 'GET' | 'POST'
  /** Sent in turn; as many paths as there are objects. */
  readonly paths: readonly string[]
  /** Session tokens, sent in turn, of whoever may ask for the path at the same place, modulo length. */
  readonly tokens: readonly string[]
  /** Sent in turn, too; a write without them sends an empty object. */
  readonly bodies?: readonly string[]
}

export interface Round {
  readonly target: Target
  readonly connections: number
  readonly warmMs: number
  readonly measureMs: number
}

export interface Measured {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly requests: number
  readonly replyBytes: number
}

export type ToGenerator =
  | { readonly kind: 'measure'; readonly round: Round }
  /** Writes at a steady pace until the process ends, whatever else is measured. */
  | { readonly kind: 'background'; readonly target: Target; readonly perSecond: number }

export type FromGenerator =
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'failed'; readonly fault: string }
