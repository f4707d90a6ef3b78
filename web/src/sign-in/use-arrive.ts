import type { Me } from '@shequtong/contract/sessions'
import { useLocation } from 'preact-iso'
import { queryClient } from '../api/query-client.ts'
import { homeOf, useSession } from '../session/session.tsx'

/** After signing in: what the former visitor read is forgotten, and the way leads on to `returnTo` or home. */
export const useArrive = (): ((me: Me, returnTo: string | null) => Promise<void>) => {
  const { refresh } = useSession()
  const { route } = useLocation()
  return async (me, returnTo) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'readMe' })
    await refresh()
    route(returnTo ?? homeOf(me), true)
  }
}
