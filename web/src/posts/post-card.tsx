import '../service-requests/thread.css'
import type { PostCard as Post } from '@shequtong/contract/posts'
import { boardWords } from '../messages/boards.ts'
import { useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { useVoice } from '../service-requests/use-voice.ts'
import { Joined } from '../ui/page/joined.tsx'
import { Who } from '../ui/people/who.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'

/** Words without a clock: an announcement with its title, or a neighbour's word. */
export const PostCard = ({ post }: { readonly post: Post }) => {
  const words = useWords(boardWords)
  const voice = useVoice()
  const { by, title, text, scope, publishedAt, replyCount } = post
  const meta = [
    ...(scope.placeName === null ? [] : [words.forPlace(scope.placeName)]),
    <RelativeTime key="at" at={publishedAt} plain />,
    ...(replyCount === 0 ? [] : [words.replyCount(replyCount)]),
  ]
  return (
    <article class="request-card sheet sheet--padded">
      <Who {...voice(by)} meta={<Joined parts={meta} />} />
      {title !== null && (
        <h3>
          <b>{title}</b>
        </h3>
      )}
      <p class="thread__text">{text}</p>
      <PhotoGrid photos={photosOf(post.communityId, post.photos)} plain />
    </article>
  )
}
