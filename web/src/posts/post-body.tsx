import '../service-requests/thread.css'
import './posts.css'
import type { PostView, Removal } from '@shequtong/contract/posts'
import { MentionClocks, MentionedText } from '../mentions/mentioned-text.tsx'
import { useReadMentions } from '../mentions/use-read-mentions.ts'
import { postWords } from '../messages/posts.ts'
import { useRegion } from '../messages/regions.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { useVoice } from '../service-requests/use-voice.ts'
import { ReadAloud } from '../ui/action/read-aloud.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Who } from '../ui/people/who.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { EditHistory } from './edit-history.tsx'
import { LikeButton } from './like-button.tsx'
import { SeenBy } from './seen-by.tsx'
import { useSeen } from './use-seen.ts'

/** That words were taken away stays visible, and by which side; whoever keeps order reads them still. */
export const Trace = ({ removed }: { readonly removed: Removal }) => {
  const { trace } = useWords(postWords)
  return (
    <p class="post-trace small soft">
      {removed.byAuthor ? trace.byAuthor : trace.byCommittee}
      {removed.reason !== null && <span>{trace.reason(removed.reason)}</span>}
      <RelativeTime at={removed.at} />
    </p>
  )
}

/** Who, for whom, the words and the photos. */
export const PostBody = ({ post }: { readonly post: PostView }) => {
  const words = useWords(postWords)
  const { time } = useCoreWords()
  const voice = useVoice()
  useReadMentions(post.communityId, post.mentions)
  useSeen(post)
  const { by, title, text, mentions, scope, state, publishedAt, removed } = post
  const region = useRegion(by.region)
  const meta = [
    by.you ? words.you : null,
    scope.placeName === null ? null : words.forPlace(scope.placeName),
    state === 'scheduled' ? (
      words.outAt(exactTime(new Date(publishedAt), time))
    ) : (
      <RelativeTime key="at" at={publishedAt} />
    ),
    region,
  ]
  return (
    <article class="thread stack">
      <Who {...voice(by)} meta={<Joined parts={meta} />} />
      {(post.isPinned || state === 'canceled') && (
        <p class="line">
          {post.isPinned && <Tag tone="still">{words.pinned}</Tag>}
          {state === 'canceled' && <Tag tone="still">{words.canceled}</Tag>}
        </p>
      )}
      {removed !== null && <Trace removed={removed} />}
      {removed !== null && text !== '' && <p class="small soft">{words.trace.wordsKept}</p>}
      {title !== null && <h2 class="post-title">{title}</h2>}
      {text !== '' && (
        <p class="thread__text">
          <MentionedText text={text} mentions={mentions} />
        </p>
      )}
      <MentionClocks mentions={state === 'published' ? mentions : []} />
      <PhotoGrid photos={photosOf(post.communityId, post.photos)} />
      {text !== '' && (
        <div class="line">
          <LikeButton post={post} />
          <ReadAloud text={[title ?? '', text].join('。')} />
          <EditHistory of={post} />
          <SeenBy post={post} />
        </div>
      )}
    </article>
  )
}
