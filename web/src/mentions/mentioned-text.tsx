import './mentions.css'
import type { MentionView } from '@shequtong/contract/mentions'
import { cutAtMentions } from '@shequtong/domain/mentions/mentions'
import { mentionWords } from '../messages/mentions.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { Tag } from '../ui/time/tag.tsx'
import { TimeLeft } from '../ui/time/time-left.tsx'
import { useNow } from '../ui/time/use-now.ts'

interface MentionedTextProps {
  readonly text: string
  readonly mentions: readonly MentionView[]
}

/** Words with whoever they name set apart, as they are called now and in the reader's language. */
export const MentionedText = ({ text, mentions }: MentionedTextProps) => {
  const { role: names } = useWords(roleWords)
  const parts = cutAtMentions(
    text,
    mentions.map(({ words }) => words),
  )
  return (
    <>
      {parts.map((part, n) => {
        const named = part.mention === undefined ? undefined : mentions[part.mention]
        if (named === undefined) return part.text
        const name = named.role === null ? named.shownName : names[named.role]
        return (
          <span key={n} class={named.isYou ? 'mention mention--you' : 'mention'}>
            @{name}
          </span>
        )
      })}
    </>
  )
}

const Waiting = ({ mention }: { readonly mention: MentionView }) => {
  const words = useWords(mentionWords)
  const now = useNow()
  if (mention.answeredAt !== null) return <Tag tone="done">{words.answered}</Tag>
  return (
    <>
      <span class="small soft">{mention.readAt === null ? words.notRead : words.read}</span>
      {mention.deadlineAt !== null && <TimeLeft ms={Date.parse(mention.deadlineAt) - now.getTime()} />}
    </>
  )
}

/** For each role that was named: whether it looked, whether it answered, and how long it still has. */
export const MentionClocks = ({ mentions }: Pick<MentionedTextProps, 'mentions'>) => {
  const { role: names } = useWords(roleWords)
  return (
    <>
      {mentions.map(
        (mention) =>
          mention.role !== null && (
            <p key={mention.mentionId} class="line mention-clock">
              <span class="small">@{names[mention.role]}</span>
              <Waiting mention={mention} />
            </p>
          ),
      )}
    </>
  )
}
