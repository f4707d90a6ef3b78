import { QueryClient } from '@tanstack/query-core'
import { ConnectionError, ProblemError } from './problem-error.ts'
import type { EndpointName, ParamsOf } from './types.ts'

/** Worth asking again by itself: the connection, or something the server waits for. A refusal is an answer. */
export const mayPass = (error: unknown): boolean =>
  error instanceof ConnectionError || (error instanceof ProblemError && error.slug === 'dependency-unavailable')

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: (attempt) => 500 * 2 ** attempt,
    },
  },
})

/** What was read from an endpoint is asked for anew: all of it, or what was read with these params. */
export const invalidate = <N extends EndpointName>(name: N, params?: Partial<ParamsOf<N>>): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: params === undefined ? [name] : [name, params] })

/** Where a read is kept. Pages of a list are kept apart from a single read of it. */
export const keyOf = (name: EndpointName, input: { params?: unknown; query?: unknown }, kind: 'one' | 'pages') =>
  [name, input.params ?? {}, input.query ?? {}, kind] as const
