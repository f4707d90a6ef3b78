import '../service-requests/thread.css'
import './posts.css'
import type { PostCard as Post } from '@shequtong/contract/posts'
import { boardWords } from '../messages/boards.ts'
import { useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { useVoice } from '../service-requests/use-voice.ts'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Who } from '../ui/people/who.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { LikeCount } from './like-button.tsx'
import { postPath } from './post-path.ts'

interface PostCardProps {
  readonly post: Post
  /** The board on which it stands, where that is worth saying. */
  readonly board?: string
}

/** Words without a clock, all of it one link: an announcement with its title, or a neighbour's word. */
export const PostCard = ({ post, board }: PostCardProps) => {
  const words = useWords(boardWords)
  const voice = useVoice()
  const { by, title, text, scope, publishedAt, replyCount, likeCount, editedAt } = post
  const href = postPath(post)
  const meta = [
    board,
    scope.placeName === null ? null : words.forPlace(scope.placeName),
    <RelativeTime key="at" at={publishedAt} plain />,
    editedAt === null ? null : words.edited,
  ]
  return (
    <article class="sheet sheet--padded">
      <a class="request-card" href={href}>
        <Who {...voice(by)} meta={<Joined parts={meta} />} />
        {title !== null && <h3 class="post-title">{title}</h3>}
        <p class="request-card__text">{text}</p>
        <PhotoGrid photos={photosOf(post.communityId, post.photos)} plain />
      </a>
      {(replyCount > 0 || likeCount > 0) && (
        <p class="request-card__foot">
          <LikeCount count={likeCount} />
          {replyCount > 0 && (
            <a class="request-card__replies small" href={href}>
              <Icon name="chat" size="small" />
              {words.replyCount(replyCount)}
            </a>
          )}
        </p>
      )}
    </article>
  )
}
