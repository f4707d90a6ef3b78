import { ProblemError } from '../api/problem-error.ts'
import { type Failure, useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { postWords } from '../messages/posts.ts'
import { useWords } from '../messages/use-words.ts'
import { communityRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { useRefusal } from '../service-requests/use-thread.ts'

export interface PostAddress {
  readonly communityId: number
  readonly postId: string
}

/** One post, read anew with its replies whenever somebody says or changes something there. */
export const usePost = (params: PostAddress) => {
  useRoom(communityRoom(params.communityId), (hint) => {
    // a post for a part of the community is not named
    if (hint !== undefined && (hint.type !== 'postChanged' || (hint.postId ?? params.postId) !== params.postId)) return
    void invalidate('readPost', params)
    void invalidate('listPostReplies', params)
  })
  return useQuery('readPost', { params })
}

/** Why something was not done with a post, in words; undefined where nothing failed. */
export const usePostRefusal = (): ((failure: Failure | undefined) => string | undefined) => {
  const { tooManyPinned, editedMeanwhile } = useWords(postWords)
  const refusalOf = useRefusal()
  return (failure) => {
    const code = failure instanceof ProblemError ? failure.code : undefined
    if (code === 'too-many-pinned') return tooManyPinned
    return code === 'edited-meanwhile' ? editedMeanwhile : refusalOf(failure)
  }
}
