import type { ReportedWords } from '@shequtong/contract/reports'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useInfinite } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { useBoardOf } from '../boards/use-boards.ts'
import { postWords } from '../messages/posts.ts'
import { useWords } from '../messages/use-words.ts'
import { inboxRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { SayDialog } from '../service-requests/say-dialog.tsx'
import { useVoice } from '../service-requests/use-voice.ts'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { Who } from '../ui/people/who.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { postPath } from './post-path.ts'
import { usePostRefusal } from './use-post.ts'

interface ItemProps {
  readonly communityId: number
  readonly item: ReportedWords
}

const useDecided = (communityId: number) => ({
  onDone: () => {
    for (const list of ['listReported', 'listRemovedPosts', 'listFeed', 'listBoardFeed'] as const)
      void invalidate(list, { communityId })
  },
})

const Item = ({ communityId, item }: ItemProps) => {
  const { report: words, removal } = useWords(postWords)
  const boardOf = useBoardOf(communityId)
  const voice = useVoice()
  const refusalOf = usePostRefusal()
  const [removing, remove] = useState(false)
  const after = useDecided(communityId)
  const keep = useMutation('keepReported', after)
  const removePost = useMutation('removePost', after)
  const removeReply = useMutation('removePostReply', after)
  const { postId, postReplyId, by, title, text, since, reports, reportCount, boardId, mayDecide } = item
  const params = { communityId, postId }
  const told = reports.map(({ reason, words: said }) =>
    said === '' ? words.reason[reason] : `${words.reason[reason]}：${said}`,
  )
  return (
    <li class="sheet sheet--padded stack">
      <Who {...voice(by)} meta={<Joined parts={[boardOf(boardId), <RelativeTime key="at" at={since} />]} />} />
      {title !== null && <h4 class="post-title">{title}</h4>}
      <p class="thread__text">{text}</p>
      <div class="small">
        <p>{words.count(reportCount)}</p>
        <ul class="post-reports">
          {told.map((one, at) => (
            <li key={at}>{one}</li>
          ))}
        </ul>
      </div>
      {mayDecide ? (
        <div class="line">
          <Button onClick={() => remove(true)}>{removal.do}</Button>
          <Button busy={keep.isPending} onClick={() => void keep.send({ params, body: { postReplyId } })}>
            {words.keep}
          </Button>
          <ButtonLink look="quiet" href={postPath({ communityId, postId })}>
            {words.open}
          </ButtonLink>
        </div>
      ) : (
        <p class="small soft">{words.own}</p>
      )}
      {keep.error !== undefined && <FieldError>{refusalOf(keep.error)}</FieldError>}
      <SayDialog
        open={removing}
        onClose={() => remove(false)}
        title={removal.title}
        label={removal.reasonLabel}
        hint={removal.reasonHint}
        action={removal.do}
        keep={`remove.${postReplyId ?? postId}`}
        refusal={refusalOf(removePost.error ?? removeReply.error)}
        busy={removePost.isPending || removeReply.isPending}
        onSay={async (reason) =>
          (postReplyId === null
            ? await removePost.send({ params, body: { reason } })
            : await removeReply.send({ params: { ...params, postReplyId }, body: { reason } })) !== undefined
        }
      />
    </li>
  )
}

/** What neighbours think should not stand there, the longest waiting first. Nothing where nothing waits. */
export const ReportedList = ({ communityId }: { readonly communityId: number }) => {
  const { report: words, moreReplies } = useWords(postWords)
  const list = useInfinite('listReported', { params: { communityId } })
  useRoom(inboxRoom(communityId), () => void invalidate('listReported', { communityId }))
  if (list.items.length === 0) return null
  return (
    <Section title={words.listTitle} level={3}>
      <ol class="stack">
        {list.items.map((item) => (
          <Item key={item.postReplyId ?? item.postId} communityId={communityId} item={item} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {moreReplies}
        </Button>
      )}
    </Section>
  )
}
