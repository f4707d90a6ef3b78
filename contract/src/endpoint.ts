import type { Permission } from '@shequtong/domain/roles/permissions'
import type * as z from 'zod'
import type { ProblemSlug } from './problems.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * What a write keeps under its key. `reply`: enough to give the same reply again, to whoever may still see it. `mark`: that it was
 * done; the reply holds values of the identity vault and is shown once, the same request again does nothing and gets `done-already`.
 * `nothing`: what it spends is single-use by itself, it changes nothing, or nobody is left who could ask again.
 */
export type Keeps = 'reply' | 'mark' | 'nothing'

/**
 * One endpoint is one value. The server's route, the typed client, OpenAPI, the isolation matrix and the
 * bad-input suite are all derived from it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  M extends Method = Method,
> {
  readonly method: M
  /** Below `/api/v1`; parameters as `:name`. Everything inside a community starts with `/communities/:communityId`. */
  readonly path: `/${string}`
  /** One sentence for OpenAPI. */
  readonly summary: string
  readonly permission: Permission
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** A body that is not JSON: the accepted media types and the limit in bytes. */
  readonly binaryBody?: { readonly accepts: readonly string[]; readonly maxBytes: number }
  readonly reply: Reply
  /** Requests a minute from one address, where guessing or flooding would pay; otherwise the server's general limit. */
  readonly perMinute?: number
  /** What is kept under the Idempotency-Key of this write where the rule of `keepsOf` does not fit. */
  readonly keeps?: Keeps
  /** A reply that is not JSON: its media type. */
  readonly binaryReply?: string
  readonly problems: readonly ProblemSlug[]
}

// biome-ignore lint/suspicious/noExplicitAny: the widest endpoint, whose parts are read by their own schemas
export type AnyEndpoint = Endpoint<any, any, any, any, Method>

export const endpoint = <
  const M extends Method,
  Reply extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  e: Endpoint<Params, Query, Body, Reply, M>,
): Endpoint<Params, Query, Body, Reply, M> => e

/** What a handler receives: parsed. */
export interface InputOf<E extends AnyEndpoint> {
  readonly params: E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType, Method> ? z.output<P> : never
  readonly query: E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType, Method> ? z.output<Q> : never
  readonly body: E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType, Method> ? z.output<B> : never
}

/** What a client sends: before parsing. */
export interface RequestOf<E extends AnyEndpoint> {
  readonly params: E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType, Method> ? z.input<P> : never
  readonly query: E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType, Method> ? z.input<Q> : never
  readonly body: E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType, Method> ? z.input<B> : never
}

export type ReplyOf<E extends AnyEndpoint> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R, Method> ? z.output<R> : never

/** What is kept under the key of a write; of a read nothing. A stranger's write spends something (a code, a state), and its reply may carry a cookie. */
export const keepsOf = ({ method, permission, keeps }: Pick<AnyEndpoint, 'method' | 'permission' | 'keeps'>): Keeps =>
  method === 'GET' ? 'nothing' : (keeps ?? (permission === 'public' ? 'nothing' : 'reply'))
