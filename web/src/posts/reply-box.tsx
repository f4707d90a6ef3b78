import type { PostView } from '@shequtong/contract/posts'
import { useState } from 'preact/hooks'
import { invalidate } from '../api/query-client.ts'
import { useChosen } from '../mentions/chosen.ts'
import { mentionWords } from '../messages/mentions.ts'
import { postWords } from '../messages/posts.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { useSendOrKeep } from '../outgoing/use-outgoing.ts'
import { postReplyName } from '../service-requests/kept-words.ts'
import { SayDialog } from '../service-requests/say-dialog.tsx'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'
import { usePostRefusal } from './use-post.ts'

/** A word below a post: a neighbour's, or somebody's in a role, who says in whose name. */
export const ReplyBox = ({ post }: { readonly post: PostView }) => {
  const words = useWords(postWords)
  const { office } = useWords(roleWords)
  const { hat } = useSession()
  const refusalOf = usePostRefusal()
  const [saying, say] = useState(false)
  const [inOfficeName, setInOfficeName] = useState(false)
  const { communityId, postId } = post
  const params = { communityId, postId }
  const { send, isPending, error } = useSendOrKeep('replyToPost', {
    onDone: () => {
      void invalidate('listPostReplies', params)
      void invalidate('readPost', params)
      for (const list of ['listFeed', 'listBoardFeed'] as const) void invalidate(list, { communityId })
    },
  })
  const role = hat?.role ?? null
  const keep = postReplyName(hat?.hatId ?? '', postId)
  const named = useChosen(keep)
  const { hint } = useWords(mentionWords)
  return (
    <>
      <StickyBar>
        <Button size="big" wide icon="reply" onClick={() => say(true)}>
          {words.reply}
        </Button>
      </StickyBar>
      <SayDialog
        open={saying}
        onClose={() => say(false)}
        title={words.reply}
        label={words.replyLabel}
        hint={`${words.replyHint}${hint}`}
        naming={{ communityId, postId, onChoose: named.choose }}
        action={words.send}
        keep={keep}
        photosTo={communityId}
        refusal={refusalOf(error)}
        busy={isPending}
        onSay={async (text, photoIds) => {
          const body = {
            text,
            mentions: named.namedIn(text),
            photoIds: [...photoIds],
            inOfficeName: role !== null && inOfficeName,
          }
          const isDone = (await send({ params, body })) !== undefined
          if (isDone) named.forget()
          return isDone
        }}
      >
        {role !== null && hat !== undefined && (
          <KindPicker
            legend={words.asWho}
            choices={[
              { value: 'person', label: hat.shownName },
              { value: 'office', label: office[role] },
            ]}
            value={inOfficeName ? 'office' : 'person'}
            onChange={(name) => setInOfficeName(name === 'office')}
          />
        )}
      </SayDialog>
    </>
  )
}
