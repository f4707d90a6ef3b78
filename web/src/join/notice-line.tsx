import './join.css'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { useNow } from '../ui/time/use-now.ts'

export interface Notice {
  readonly title: string
  readonly text: string
  readonly publishedAt: string
  readonly signedBy: string
}

/** An announcement in one line; its text on tap. */
export const NoticeLine = ({ notice }: { readonly notice: Notice }) => {
  const { time } = useCoreWords()
  const now = useNow()
  return (
    <li>
      <details class="notice-line">
        <summary>
          <span class="notice-line__words">
            <b>{notice.title}</b>
            <span class="small soft">
              <Joined parts={[notice.signedBy, calendarDate(new Date(notice.publishedAt), now, time)]} />
            </span>
          </span>
          <Icon name="down" size="small" />
        </summary>
        <p>{notice.text}</p>
      </details>
    </li>
  )
}
