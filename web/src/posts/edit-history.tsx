import type { PostView } from '@shequtong/contract/posts'
import { useState } from 'preact/hooks'
import { useInfinite } from '../api/query.ts'
import { postWords } from '../messages/posts.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'

/** Of a post, or of what was said below it. */
type Changed = Pick<PostView, 'communityId' | 'postId' | 'editedAt'> & { readonly postReplyId?: string }

const useEdits = ({ communityId, postId, postReplyId }: Changed) => {
  const ofPost = useInfinite(
    'listPostEdits',
    { params: { communityId, postId } },
    { enabled: postReplyId === undefined },
  )
  const below = useInfinite(
    'listPostReplyEdits',
    { params: { communityId, postId, postReplyId: postReplyId ?? '' } },
    { enabled: postReplyId !== undefined },
  )
  return postReplyId === undefined ? ofPost : below
}

const Earlier = ({ of }: { readonly of: Changed }) => {
  const { edit } = useWords(postWords)
  const { time } = useCoreWords()
  const list = useEdits(of)
  return (
    <div class="stack">
      <ol class="post-edits stack">
        {list.items.map(({ title, text, replacedAt }) => (
          <li key={`${replacedAt}${text}`} class="stack stack--tight">
            <p class="small soft">{edit.until(exactTime(new Date(replacedAt), time))}</p>
            {title !== null && <h3 class="post-title">{title}</h3>}
            <p class="thread__text">{text}</p>
          </li>
        ))}
      </ol>
      {list.isPending && <SkeletonRows />}
      {list.error !== null && <LoadFailed error={list.error} again={() => void list.refetch()} inline />}
      {list.hasNextPage && (
        <Button wide size="big" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {edit.more}
        </Button>
      )}
    </div>
  )
}

/** That words were changed stands beside them; pressing it shows what they were. */
export const EditHistory = ({ of }: { readonly of: Changed }) => {
  const { edit } = useWords(postWords)
  const [open, show] = useState(false)
  if (of.editedAt === null) return null
  return (
    <>
      <Button look="quiet" onClick={() => show(true)}>
        {edit.edited}
      </Button>
      <Dialog open={open} title={edit.historyTitle} onClose={() => show(false)}>
        {open && <Earlier of={of} />}
      </Dialog>
    </>
  )
}
