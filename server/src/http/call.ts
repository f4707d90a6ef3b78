import type { Api, EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint, InputOf, ReplyOf } from '@shequtong/contract/endpoint'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db, Tx } from '../platform/database/db.ts'
import type { Actor, Ahead } from '../sessions/actor.ts'
import type { Rendered } from './rendered.ts'
import type { Services } from './services.ts'

/** One parsed and permitted request. */
export interface Call<E extends AnyEndpoint> {
  readonly input: InputOf<E>
  /** Present for every permission but `public`. */
  readonly actor: Actor
  readonly visitor: Actor | undefined
  /** The community of the path; absent outside `/communities/:communityId`. */
  readonly place: CommunityPlace
  readonly now: Date
  readonly services: Services
  readonly db: Db
  /** Runs once the transaction is durable, and not when it was rolled back; its failure is logged and changes nothing. */
  readonly afterCommit: (work: () => Promise<void>) => void
  readonly http: { readonly request: FastifyRequest; readonly reply: FastifyReply }
}

/** A reply that is not JSON. */
export interface Binary {
  readonly bytes: Buffer | NodeJS.ReadableStream
  readonly type: string
  readonly fileName?: string
  /** May a browser keep it without asking again? Only for what never changes under its address. */
  readonly immutable?: boolean
}

export type Read<E extends AnyEndpoint> = (call: Call<E>) => Promise<ReplyOf<E> | Rendered | Binary>
/**
 * A read that asks, together with the session, which state of something stands there now; `view` runs after permission was decided,
 * refuses what the actor may not see, and reads the thing itself only when it is not known in this state.
 */
export interface ReadAhead<E extends AnyEndpoint> extends Read<E> {
  /** May refuse the query; then nothing is asked, and the refusal comes again in its turn. */
  readonly ahead: (input: Pick<InputOf<E>, 'params' | 'query'>) => Ahead
  readonly view: (found: string | null, call: Call<E>) => Promise<ReplyOf<E> | Rendered>
}

/** `read` does the same in two steps, for a caller without a session. */
export const readAhead = <E extends AnyEndpoint>(
  read: Read<E>,
  parts: Pick<ReadAhead<E>, 'ahead' | 'view'>,
): ReadAhead<E> => Object.assign((call: Call<E>) => read(call), parts)

export type Command<E extends AnyEndpoint> = (tx: Tx, call: Call<E>) => Promise<ReplyOf<E>>

/**
 * A write whose reply shows what may change, or be hidden from whoever wrote it. Kept under its key is only what the reply is `about`:
 * ids and numbers, never a name or a word. `again` makes the reply anew for the hat worn now, through the same doors as a read, and
 * refuses what may no longer be seen.
 */
export interface MadeAnew<E extends AnyEndpoint, About = unknown> extends Command<E> {
  readonly about: (reply: ReplyOf<E>) => About
  readonly again: (call: Call<E>, about: About) => Promise<ReplyOf<E>>
}

export const madeAnew = <E extends AnyEndpoint, About>(
  command: Command<E>,
  parts: Pick<MadeAnew<E, About>, 'about' | 'again'>,
): MadeAnew<E, About> => Object.assign((tx: Tx, call: Call<E>) => command(tx, call), parts)

/** One handler per endpoint; a missing one does not compile. */
export type Handlers<Names extends EndpointName = EndpointName> = {
  readonly [K in Names]: Api[K]['method'] extends 'GET' ? Read<Api[K]> : Command<Api[K]>
}
