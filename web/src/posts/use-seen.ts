import type { PostView } from '@shequtong/contract/posts'
import { useEffect } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'

/** Said already by this window, so that nothing is said twice while the answer is on its way. */
const said = new Set<string>()

/** Says once that the reader opened what an office announced. Without a net it is said the next time it is opened. */
export const useSeen = ({ communityId, postId, countsSeen }: PostView): void => {
  const { send } = useMutation('seePost')
  useEffect(() => {
    if (!countsSeen || said.has(postId)) return
    said.add(postId)
    void send({ params: { communityId, postId }, body: {} }).then((done) => {
      if (done === undefined) said.delete(postId)
    })
  }, [countsSeen, postId])
}
