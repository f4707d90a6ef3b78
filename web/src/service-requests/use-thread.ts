import { ProblemError } from '../api/problem-error.ts'
import { type Failure, useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { serviceRequestRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'

export interface ThreadAddress {
  readonly communityId: number
  readonly serviceRequestId: string
}

/** One thread, read anew whenever somebody moves it. */
export const useThread = ({ communityId, serviceRequestId }: ThreadAddress) => {
  const params = { communityId, serviceRequestId }
  useRoom(serviceRequestRoom(communityId, serviceRequestId), () => {
    void invalidate('readServiceRequest', params)
  })
  return useQuery('readServiceRequest', { params })
}

/** Why words were not taken, in words; undefined where nothing failed. */
export const useRefusal = (): ((failure: Failure | undefined) => string | undefined) => {
  const { thread } = useWords(serviceRequestWords)
  return (failure) => {
    if (failure === undefined) return undefined
    if (!(failure instanceof ProblemError)) return thread.unconnected
    if (failure.slug === 'transition-refused' || failure.slug === 'not-found') return thread.changed
    const code = failure.errors[0]?.code
    if (code === 'reason-not-stated' || failure.code === 'reason-not-stated') return thread.notStated
    if (code === 'personal-data-in-text') return thread.personalData
    if (code === 'text-too-long') return thread.tooLong
    if (code === 'text-too-short') return thread.empty
    return code === undefined ? thread.refused : thread.notReadable
  }
}
