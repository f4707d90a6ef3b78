import type { PagedResult } from '../api/query.ts'
import { mentionWords } from '../messages/mentions.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { postPath } from '../posts/post-path.ts'
import { InboxRow } from '../shells/workbench/inbox-row.tsx'
import { Button } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { TimeLeft } from '../ui/time/time-left.tsx'
import { useNow } from '../ui/time/use-now.ts'

interface WaitingMentionsProps {
  readonly communityId: number
  readonly named: PagedResult<'listWaitingMentions'>
  /** The list goes on with requests that wait. */
  readonly hasOthers: boolean
}

/** Where the role was named on a board and has not answered, most urgent first; nothing where nobody waits. */
export const WaitingMentions = ({ communityId, named, hasOthers }: WaitingMentionsProps) => {
  const { waiting, others } = useWords(mentionWords)
  const { role: roles } = useWords(roleWords)
  const { inbox } = useWords(workbenchWords)
  const now = useNow()
  if (named.items.length === 0) return null
  return (
    <>
      <h3 class="inbox-group">{waiting}</h3>
      <ul>
        {named.items.map(({ mentionId, postId, by, title, deadlineAt }) => (
          <li key={mentionId}>
            <InboxRow
              href={postPath({ communityId, postId })}
              left={<TimeLeft ms={Date.parse(deadlineAt) - now.getTime()} />}
              title={title}
              meta={<Joined parts={[by.shownName, by.role === null ? null : roles[by.role]]} />}
            />
          </li>
        ))}
      </ul>
      {named.hasNextPage && (
        <p class="inbox-more">
          <Button busy={named.isFetchingNextPage} onClick={() => void named.fetchNextPage()}>
            {inbox.more}
          </Button>
        </p>
      )}
      {hasOthers && <h3 class="inbox-group">{others}</h3>}
    </>
  )
}
