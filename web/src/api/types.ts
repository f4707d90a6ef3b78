import type { Api, EndpointName } from '@shequtong/contract/api'
import type { ReplyOf, RequestOf } from '@shequtong/contract/endpoint'
import type { endpoints } from './endpoints.gen.ts'

export type { EndpointName }
export type Reply<N extends EndpointName> = ReplyOf<Api[N]>

type Table = typeof endpoints
/** Endpoints whose body is a file. */
export type UploadName = { [N in EndpointName]: Table[N][2] extends 'bytes' ? N : never }[EndpointName]
export type ReadName = { [N in EndpointName]: Table[N][0] extends 'GET' ? N : never }[EndpointName]
export type WriteName = Exclude<EndpointName, ReadName | UploadName>
/** Reads that come in pages. */
export type PagedName = {
  [N in ReadName]: Reply<N> extends { items: readonly unknown[]; nextCursor: string | null } ? N : never
}[ReadName]

// biome-ignore lint/complexity/noBannedTypes: the empty object is what an optional part must accept
type Part<K extends string, V> = [V] extends [undefined] ? {} : {} extends V ? { [P in K]?: V } : { [P in K]: V }

/** Params, query and body of an endpoint; what it does not have is absent, what has only defaults is optional. */
export type Input<N extends EndpointName> = Part<'params', RequestOf<Api[N]>['params']> &
  Part<'query', RequestOf<Api[N]>['query']> &
  Part<'body', RequestOf<Api[N]>['body']>

export type ParamsOf<N extends EndpointName> = Input<N> extends { params?: infer P } ? P : never
export type QueryOf<N extends EndpointName> = Input<N> extends { query?: infer Q } ? Q : never
