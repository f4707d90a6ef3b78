import '../service-requests/entries.css'
import type { PostReplyView, PostView } from '@shequtong/contract/posts'
import { useState } from 'preact/hooks'
import { useInfinite } from '../api/query.ts'
import { MentionClocks, MentionedText } from '../mentions/mentioned-text.tsx'
import { useReadMentions } from '../mentions/use-read-mentions.ts'
import { postWords } from '../messages/posts.ts'
import { useRegion } from '../messages/regions.ts'
import { useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { useVoice } from '../service-requests/use-voice.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { Who } from '../ui/people/who.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { EditHistory } from './edit-history.tsx'
import { EditReply } from './edit-reply.tsx'
import { Trace } from './post-body.tsx'
import { RemoveReply } from './remove-dialog.tsx'
import { ReportWords } from './report-dialog.tsx'

interface ReplyProps {
  readonly post: PostView
  readonly reply: PostReplyView
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onReport: () => void
}

const Reply = ({ post, reply, onEdit, onRemove, onReport }: ReplyProps) => {
  const words = useWords(postWords)
  const voice = useVoice()
  const { by, removed, text, mentions, at, photos, editedAt, mayEdit, mayRemove, mayReport } = reply
  const region = useRegion(by.region)
  useReadMentions(post.communityId, mentions)
  return (
    <li class="entry">
      <div class="entry-voice">
        <Who
          {...voice(by)}
          meta={<Joined parts={[by.you ? words.you : null, <RelativeTime key="at" at={at} />, region]} />}
        />
        {removed !== null && <Trace removed={removed} />}
        {text !== '' && (
          <p class="entry__text">
            <MentionedText text={text} mentions={mentions} />
          </p>
        )}
        <MentionClocks mentions={mentions} />
        <PhotoGrid photos={photosOf(post.communityId, photos)} />
        <EditHistory of={{ ...post, postReplyId: reply.postReplyId, editedAt }} />
        {(mayEdit || mayRemove || mayReport) && (
          <p class="line">
            {mayEdit && (
              <Button look="quiet" size="small" onClick={onEdit} label={`${words.edit.do}：${text}`}>
                {words.edit.do}
              </Button>
            )}
            {mayRemove && (
              <Button look="quiet" size="small" onClick={onRemove} label={`${words.remove}：${text}`}>
                {words.remove}
              </Button>
            )}
            {mayReport && (
              <Button look="quiet" size="small" onClick={onReport} label={`${words.report.do}：${text}`}>
                {words.report.do}
              </Button>
            )}
          </p>
        )}
      </div>
    </li>
  )
}

/** What was said below a post, oldest first. */
export const ReplyList = ({ post }: { readonly post: PostView }) => {
  const words = useWords(postWords)
  const { communityId, postId } = post
  const list = useInfinite('listPostReplies', { params: { communityId, postId } })
  const [editing, edit] = useState<PostReplyView | undefined>(undefined)
  const [removing, remove] = useState<PostReplyView | undefined>(undefined)
  const [reporting, report] = useState<PostReplyView | undefined>(undefined)
  return (
    <Section title={words.repliesTitle} note={post.replyCount === 0 ? undefined : words.count(post.replyCount)}>
      {list.items.length > 0 && (
        <ol class="entries sheet">
          {list.items.map((reply) => (
            <Reply
              key={reply.postReplyId}
              post={post}
              reply={reply}
              onEdit={() => edit(reply)}
              onRemove={() => remove(reply)}
              onReport={() => report(reply)}
            />
          ))}
        </ol>
      )}
      {list.isPending && <SkeletonVoices count={1} />}
      {list.error !== null && <LoadFailed error={list.error} again={() => void list.refetch()} inline />}
      {list.isSuccess && list.items.length === 0 && <p class="soft">{words.noReplies}</p>}
      {list.hasNextPage && (
        <Button wide size="big" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.moreReplies}
        </Button>
      )}
      <ReportWords
        post={post}
        postReplyId={reporting?.postReplyId ?? null}
        open={reporting !== undefined}
        onClose={() => report(undefined)}
      />
      <EditReply post={post} reply={editing} onClose={() => edit(undefined)} />
      <RemoveReply post={post} reply={removing} onClose={() => remove(undefined)} />
    </Section>
  )
}
