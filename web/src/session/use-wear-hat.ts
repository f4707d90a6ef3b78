import { useMutation } from '../api/mutation.ts'
import { queryClient } from '../api/query-client.ts'
import { useSession } from './session.tsx'

/** Puts on another hat of one's own: what was read with the former one is read anew. False when it failed. */
export const useWearHat = () => {
  const { refresh } = useSession()
  const mutation = useMutation('wearHat')
  const wear = async (hatId: string): Promise<boolean> => {
    if ((await mutation.send({ body: { hatId } })) === undefined) return false
    await refresh()
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'readMe' })
    return true
  }
  return { wear, isPending: mutation.isPending, error: mutation.error }
}
