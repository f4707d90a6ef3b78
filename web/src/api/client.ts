import { addressOf, type Parts } from './address.ts'
import { endpoints } from './endpoints.gen.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { ConnectionError, ProblemError, problemErrorOf } from './problem-error.ts'
import type { EndpointName, Input, ParamsOf, QueryOf, Reply, UploadName } from './types.ts'
import { sendBytes } from './upload.ts'

export interface RequestOptions {
  /** The same key for the same intent: a repeated press does not write twice. Made when absent. */
  readonly idempotencyKey?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface UploadOptions<N extends UploadName> extends RequestOptions {
  readonly params: ParamsOf<N>
  readonly query?: QueryOf<N>
  readonly blob: Blob
  /** 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

export interface Client {
  /** Asks an endpoint of the contract. Rejects with a ProblemError, a ConnectionError or the signal's reason. */
  request<N extends Exclude<EndpointName, UploadName>>(
    name: N,
    input: Input<N>,
    options?: RequestOptions,
  ): Promise<Reply<N>>
  /** Sends one file, telling how far it is. Rejects as `request` does. */
  upload<N extends UploadName>(name: N, options: UploadOptions<N>): Promise<Reply<N>>
  /** Called whenever the server says that nobody is signed in, before the promise rejects. */
  onUnauthenticated: (() => void) | undefined
}

export interface ClientOptions {
  /** Scheme and host without a trailing slash; the page's own when absent. */
  readonly origin?: string
  /** Before a write that got no answer is sent again. */
  readonly retryAfterMs?: number
}

export const createClient = ({ origin = '', retryAfterMs = 600 }: ClientOptions = {}): Client => {
  const told = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      if (error instanceof ProblemError && error.slug === 'unauthenticated') client.onUnauthenticated?.()
      throw error
    })
  const client: Client = {
    onUnauthenticated: undefined,
    request: (name, input, options = {}) => told(request(origin, retryAfterMs, name, input as Parts, options)),
    upload: (name, { params, query, blob, onProgress, signal, idempotencyKey = newIdempotencyKey() }) => {
      const address = origin + addressOf(name, { params, query } as Parts)
      const send = () => sendBytes(address, blob, { idempotencyKey, onProgress, signal })
      return told(twice(send, retryAfterMs, signal)) as Promise<never>
    },
  }
  return client
}

const request = async (
  origin: string,
  retryAfterMs: number,
  name: EndpointName,
  input: Parts,
  { idempotencyKey, signal }: RequestOptions,
): Promise<never> => {
  const [method, , bodyKind] = endpoints[name]
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: signal ?? null }
  if (bodyKind === 'json') {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(input.body ?? {})
  }
  if (method !== 'GET') headers['idempotency-key'] = idempotencyKey ?? newIdempotencyKey()
  const send = () => exchange(origin + addressOf(name, input), init)
  return (await (method === 'GET' ? send() : twice(send, retryAfterMs, signal))) as never
}

/** Once more after a failed connection: the key makes that safe. */
const twice = async <T>(send: () => Promise<T>, afterMs: number, signal: AbortSignal | undefined): Promise<T> => {
  try {
    return await send()
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    signal?.throwIfAborted()
    return send()
  }
}

const exchange = async (address: string, init: RequestInit): Promise<unknown> => {
  const unlessAborted = (cause: unknown): never => {
    init.signal?.throwIfAborted()
    throw new ConnectionError(cause)
  }
  const response = await fetch(address, init).catch(unlessAborted)
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok) throw problemErrorOf(response.status, type, await response.text().catch(unlessAborted))
  return (type.startsWith('application/json') ? response.json() : response.blob()).catch(unlessAborted)
}

/** The page's own client. */
export const client: Client = createClient()
