import type { PostView } from '@shequtong/contract/posts'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useInfinite } from '../api/query.ts'
import { postWords } from '../messages/posts.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { type Heard, neighboursAmong } from '../service-requests/neighbours-among.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { BlockAuthor } from './block-author.tsx'
import { EditPost } from './edit-dialog.tsx'
import { keepPost } from './keep-post.ts'
import { RemovePost } from './remove-dialog.tsx'
import { ReportWords } from './report-dialog.tsx'
import { usePostRefusal } from './use-post.ts'

/** Behind "more": taking it away, putting it above the others, calling off what is not out yet. */
export const PostMenu = ({ post }: { readonly post: PostView }) => {
  const words = useWords(postWords)
  const { thread } = useWords(serviceRequestWords)
  const [shown, show] = useState<'menu' | 'edit' | 'report' | 'remove' | null>(null)
  const refusalOf = usePostRefusal()
  const close = () => show(null)
  const done = (reply: PostView) => {
    keepPost(reply)
    close()
  }
  const pin = useMutation('pinPost', { onDone: done })
  const cancel = useMutation('cancelPost', { onDone: done })
  const publish = useMutation('publishPostNow', { onDone: done })
  const { communityId, postId, may, state } = post
  const { hat } = useSession()
  const [blocked, block] = useState<Heard | undefined>(undefined)
  // the same pages as the list below the post
  const replies = useInfinite(
    'listPostReplies',
    { params: { communityId, postId } },
    { enabled: state === 'published' },
  )
  const isNeighbour = hat?.type === 'member' && hat.state === 'active' && hat.communityId === communityId
  const neighbours =
    isNeighbour && state === 'published'
      ? neighboursAmong([
          { by: post.by, partId: null },
          ...replies.items.map(({ by, postReplyId }) => ({ by, partId: postReplyId })),
        ])
      : []
  if (may.every((action) => action === 'reply' || action === 'like') && neighbours.length === 0) return null
  const params = { communityId, postId }
  const refusal = refusalOf(pin.error ?? cancel.error ?? publish.error)
  const isPinned = !may.includes('unpin')
  return (
    <>
      <IconButton icon="more" label={words.more} onClick={() => show('menu')} />
      <Dialog open={shown === 'menu'} title={words.menuTitle} onClose={close}>
        <div class="stack">
          {(may.includes('pin') || may.includes('unpin')) && (
            <Button wide size="big" busy={pin.isPending} onClick={() => void pin.send({ params, body: { isPinned } })}>
              {isPinned ? words.pin : words.unpin}
            </Button>
          )}
          {may.includes('publishNow') && (
            <Button wide size="big" busy={publish.isPending} onClick={() => void publish.send({ params, body: {} })}>
              {words.publishNow}
            </Button>
          )}
          {may.includes('cancel') && (
            <Button wide size="big" busy={cancel.isPending} onClick={() => void cancel.send({ params, body: {} })}>
              {words.cancel}
            </Button>
          )}
          {may.includes('edit') && (
            <Button wide size="big" onClick={() => show('edit')}>
              {words.edit.do}
            </Button>
          )}
          {may.includes('report') && (
            <Button wide size="big" onClick={() => show('report')}>
              {words.report.do}
            </Button>
          )}
          {may.includes('remove') && (
            <Button wide size="big" onClick={() => show('remove')}>
              {words.remove}
            </Button>
          )}
          {neighbours.map((heard) => (
            <Button
              key={heard.shownName}
              wide
              size="big"
              onClick={() => {
                close()
                block(heard)
              }}
            >
              {thread.block(heard.shownName)}
            </Button>
          ))}
          {refusal !== undefined && <FieldError>{refusal}</FieldError>}
        </div>
      </Dialog>
      <BlockAuthor post={post} heard={blocked} onClose={() => block(undefined)} />
      <ReportWords post={post} postReplyId={null} open={shown === 'report'} onClose={close} />
      <EditPost post={post} open={shown === 'edit'} onClose={close} />
      <RemovePost post={post} open={shown === 'remove'} onClose={close} />
    </>
  )
}
