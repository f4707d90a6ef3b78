import { useEffect, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'

/**
 * I am here; since when things are new to me. null on the first visit, until it is known, and where nobody could be told.
 * Whoever is suspended (`isActive` false) only reads.
 */
export const useVisit = (communityId: number, isActive: boolean): string | null => {
  const [newSince, setNewSince] = useState<string | null>(null)
  const { send } = useMutation('visitFeed', { onDone: (reply) => setNewSince(reply.newSince) })
  useEffect(() => {
    if (isActive) void send({ params: { communityId }, body: {} })
  }, [communityId, isActive])
  return newSince
}
