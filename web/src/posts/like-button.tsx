import type { PostView } from '@shequtong/contract/posts'
import { useMutation } from '../api/mutation.ts'
import { postWords } from '../messages/posts.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Icon } from '../ui/icon.tsx'
import { keepPost } from './keep-post.ts'
import { usePostRefusal } from './use-post.ts'

export const LikeCount = ({ count }: { readonly count: number }) => {
  const { like } = useWords(postWords)
  if (count === 0) return null
  return (
    <span class="line small soft">
      <Icon name="like" size="small" />
      {like.count(count)}
    </span>
  )
}

/** 赞: pressed by whoever may, and pressed again to take it back; the author reads how many did. */
export const LikeButton = ({ post }: { readonly post: PostView }) => {
  const { like } = useWords(postWords)
  const refusalOf = usePostRefusal()
  const { communityId, postId, likeCount, isLiked, may } = post
  const { send, isPending, error } = useMutation('likePost', { onDone: keepPost })
  if (!may.includes('like')) return <LikeCount count={likeCount} />
  return (
    <>
      <Button
        size="small"
        icon="like"
        pressed={isLiked}
        busy={isPending}
        onClick={() => void send({ params: { communityId, postId }, body: { isLiked: !isLiked } })}
      >
        {likeCount === 0 ? like.do : `${like.do} ${likeCount}`}
      </Button>
      {error !== undefined && <FieldError>{refusalOf(error)}</FieldError>}
    </>
  )
}
