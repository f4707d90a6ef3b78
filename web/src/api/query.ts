import {
  type InfiniteData,
  InfiniteQueryObserver,
  type InfiniteQueryObserverResult,
  notifyManager,
  QueryObserver,
  type QueryObserverResult,
} from '@tanstack/query-core'
import { useEffect, useReducer, useState } from 'preact/hooks'
import type { Parts } from './address.ts'
import { client } from './client.ts'
import type { ConnectionError, ProblemError } from './problem-error.ts'
import { keyOf, queryClient } from './query-client.ts'
import type { Input, PagedName, QueryOf, ReadName, Reply } from './types.ts'

export type Failure = ProblemError | ConnectionError

export interface QueryOptions {
  /** False: not yet. */
  readonly enabled?: boolean
  readonly staleTimeMs?: number
  readonly refetchIntervalMs?: number
}

/** Renders again whenever the observer has news, for as long as the component stands. */
const useNews = (observer: { subscribe: (listener: () => void) => () => void; updateResult: () => void }): void => {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const stop = observer.subscribe(notifyManager.batchCalls(() => renderAgain(undefined)))
    observer.updateResult() // for what came between rendering and now
    return stop
  }, [observer])
}

const timing = ({ enabled = true, staleTimeMs, refetchIntervalMs }: QueryOptions) => ({
  enabled,
  ...(staleTimeMs === undefined ? {} : { staleTime: staleTimeMs }),
  ...(refetchIntervalMs === undefined ? {} : { refetchInterval: refetchIntervalMs }),
})

/** One read, kept and shared by name and input. */
export const useQuery = <N extends ReadName>(
  name: N,
  input: Input<N>,
  options: QueryOptions = {},
): QueryObserverResult<Reply<N>, Failure> => {
  const wanted = queryClient.defaultQueryOptions<Reply<N>, Failure>({
    queryKey: keyOf(name, input as Parts, 'one'),
    queryFn: ({ signal }) => client.request(name, input, { signal }),
    ...timing(options),
  })
  const [observer] = useState(() => new QueryObserver<Reply<N>, Failure>(queryClient, wanted))
  useNews(observer)
  useEffect(() => observer.setOptions(wanted))
  return observer.getOptimisticResult(wanted)
}

export type ItemOf<N extends PagedName> = Reply<N> extends { items: readonly (infer I)[] } ? I : never

/** `items` runs through all pages read so far; `page` is the first one, for what a list says beside its items. */
export type PagedResult<N extends PagedName> = InfiniteQueryObserverResult<InfiniteData<Reply<N>>, Failure> & {
  readonly items: readonly ItemOf<N>[]
  readonly page: Reply<N> | undefined
}

/** A list in keyset pages: `fetchNextPage()` reads on, `hasNextPage` says whether there is more. `query`: what it is narrowed by. */
export const useInfinite = <N extends PagedName>(
  name: N,
  input: Omit<Input<N>, 'query'> & { readonly query?: Omit<NonNullable<QueryOf<N>>, 'cursor'> },
  options: QueryOptions = {},
): PagedResult<N> => {
  const wanted = {
    queryKey: keyOf(name, input as Parts, 'pages'),
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: unknown }) =>
      client.request(
        name,
        {
          ...input,
          query: { ...input.query, ...(pageParam === null ? {} : { cursor: pageParam }) },
        } as unknown as Input<N>,
        {
          signal,
        },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Reply<N>) => (page as { nextCursor: string | null }).nextCursor,
    ...timing(options),
  }
  const [observer] = useState(
    () =>
      new InfiniteQueryObserver<Reply<N>, Failure, InfiniteData<Reply<N>>, readonly unknown[], string | null>(
        queryClient,
        wanted,
      ),
  )
  useNews(observer)
  useEffect(() => observer.setOptions(wanted))
  const result = observer.getOptimisticResult(queryClient.defaultQueryOptions(wanted as never) as never)
  const pages = result.data?.pages ?? []
  const items = pages.flatMap((page) => (page as unknown as { items: ItemOf<N>[] }).items)
  return Object.assign({}, result, { items, page: pages[0] }) as PagedResult<N>
}
