import { ProblemError } from '../api/problem-error.ts'
import { useBoardOf } from '../boards/use-boards.ts'
import { postWords } from '../messages/posts.ts'
import { useWords } from '../messages/use-words.ts'
import { OutgoingList } from '../outgoing/outgoing-list.tsx'
import { OtherHat, useOtherHat } from '../service-requests/other-hat.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { PostBody } from './post-body.tsx'
import { PostMenu } from './post-menu.tsx'
import { ReplyBox } from './reply-box.tsx'
import { ReplyList } from './reply-list.tsx'
import { usePost } from './use-post.ts'

const Gone = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(postWords)
  const other = useOtherHat(communityId)
  if (other !== undefined) return <OtherHat communityId={communityId} />
  return (
    <EmptyState
      icon="search"
      title={words.goneTitle}
      text={words.goneText}
      actions={
        <ButtonLink href="/" look="do" size="big">
          {words.home}
        </ButtonLink>
      }
    />
  )
}

interface PostPageProps {
  readonly communityId: string
  readonly postId: string
}

/** One post: who says it and for whom, the words, and what was said below. */
const PostPage = ({ postId, ...props }: PostPageProps) => {
  const words = useWords(postWords)
  const communityId = Number(props.communityId)
  const boardOf = useBoardOf(communityId)
  const { data: post, error, refetch } = usePost({ communityId, postId })
  const isGone = error instanceof ProblemError && ['not-found', 'not-permitted', 'invalid-input'].includes(error.slug)
  const board = post === undefined ? undefined : boardOf(post.boardId)
  return (
    <ResidentShell>
      <Page>
        <TopBar title={board ?? words.title}>{post !== undefined && !isGone && <PostMenu post={post} />}</TopBar>
        {isGone ? (
          <Gone communityId={communityId} />
        ) : post !== undefined ? (
          <>
            <PostBody post={post} />
            {post.state === 'published' && <ReplyList post={post} />}
            <OutgoingList under={postId} />
            {post.may.includes('reply') && <ReplyBox post={post} />}
          </>
        ) : error !== null ? (
          <LoadFailed error={error} again={() => void refetch()} inline />
        ) : (
          <SkeletonVoices />
        )}
      </Page>
    </ResidentShell>
  )
}

export default PostPage
