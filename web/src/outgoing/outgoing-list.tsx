import './outgoing.css'
import { useCallback, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { outgoingWords } from '../messages/outgoing.ts'
import { useWords } from '../messages/use-words.ts'
import { postPath } from '../posts/post-path.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Section } from '../ui/page/section.tsx'
import { Sheet } from '../ui/page/sheet.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { Tag } from '../ui/time/tag.tsx'
import { outgoing } from './kept-outgoing.ts'
import { type Outgoing, type Sent, threadOf } from './outgoing.ts'
import { takeUp } from './take-up.ts'
import { useOutgoing } from './use-outgoing.ts'

/** Where it stands now. */
const placeOf = (sent: Sent): string => {
  if (sent.name === 'publishPost') return postPath(sent.reply)
  if (sent.name !== 'replyToPost') return threadPath(sent.reply)
  const { communityId, postId } = sent.item.input.params
  return postPath({ communityId: Number(communityId), postId })
}

interface OutgoingListProps {
  /** Only what is said below this request or post. */
  readonly under?: string
  /** Instead of putting the words back where they were written. */
  readonly onTakeBack?: (item: Outgoing) => void
}

/** Words that wait for the connection, and those that have just gone out while somebody watched. */
export const OutgoingList = ({ under, onTakeBack }: OutgoingListProps) => {
  const words = useWords(outgoingWords)
  const { route } = useLocation()
  const [arrived, setArrived] = useState<readonly Sent[]>([])
  const isHere = (item: Outgoing) => under === undefined || threadOf(item) === under
  const onSent = useCallback((sent: Sent) => setArrived((before) => [...before, sent]), [])
  const items = useOutgoing(onSent).filter(isHere)
  // a reply that went out stands in its thread already
  const news = under === undefined ? arrived : []
  if (items.length === 0 && news.length === 0) return null
  const takeBack = (key: string) => {
    const item = outgoing.takeBack(key)
    if (item === undefined) return
    if (onTakeBack !== undefined) return onTakeBack(item)
    const path = takeUp(item)
    if (path !== location.pathname) route(path)
  }
  return (
    <div class="outgoing">
      <Section title={items.length === 0 ? words.titleArrived : words.title}>
        <div class="stack" role="status">
          {items.map((item) => (
            <Sheet key={item.key} padded edge="look">
              <div class="stack">
                {item.refused === null ? (
                  <p class="line small soft">
                    <Tag tone="time">{words.waits}</Tag>
                    <RelativeTime at={item.since} />
                  </p>
                ) : (
                  <FieldError>{words.refused}</FieldError>
                )}
                <p>{item.input.body.text}</p>
                <p class="small soft">{item.refused === null ? words.safe : words.refusedText}</p>
                <p>
                  <Button icon="pencil" onClick={() => takeBack(item.key)}>
                    {words.takeBack}
                  </Button>
                </p>
              </div>
            </Sheet>
          ))}
          {news.map((sent) => (
            <Sheet key={sent.item.key} padded>
              <div class="stack">
                <p class="line">
                  <Tag tone="done">{words.arrived}</Tag>
                </p>
                <p>{sent.item.input.body.text}</p>
                <p>
                  <ButtonLink href={placeOf(sent)}>{words.see}</ButtonLink>
                </p>
              </div>
            </Sheet>
          ))}
        </div>
      </Section>
    </div>
  )
}
