import type { Voices } from '@shequtong/contract/command-center'
import type { QueryObserverResult } from '@tanstack/query-core'
import type { Failure } from '../api/query.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'

export type VoicesQuery = QueryObserverResult<Voices, Failure>

/** A pane whose own read is not here: grey lines, or why it failed. Nothing once it is. */
export const NotYet = ({ query }: { readonly query: Pick<VoicesQuery, 'data' | 'error' | 'refetch'> }) => {
  if (query.data !== undefined) return null
  if (query.error) return <LoadFailed error={query.error} again={() => void query.refetch()} inline />
  return <SkeletonRows count={5} />
}
