import type { Me } from '@shequtong/contract/sessions'
import { queryClient } from '../api/query-client.ts'
import { homeOf, useSession } from '../session/session.tsx'
import { useEnter } from '../session/use-enter.ts'

/** After signing in: what the former visitor read is forgotten, and the way leads on to `returnTo` or home. */
export const useArrive = (): ((me: Me, returnTo: string | null) => Promise<void>) => {
  const { refresh } = useSession()
  const enter = useEnter()
  return async (me, returnTo) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'readMe' })
    await refresh()
    enter(returnTo ?? homeOf(me), true)
  }
}
