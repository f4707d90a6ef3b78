import type { ReviewRow } from '@shequtong/contract/registrations'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Tag } from '../ui/time/tag.tsx'

/** How the claim compares with the roll, and whether it has waited too long. */
export const ReviewTags = ({ row }: { readonly row: ReviewRow }) => {
  const { review } = useWords(workbenchWords)
  return (
    <span class="review-tags">
      {row.overdue && <Tag tone="late">{review.overdue}</Tag>}
      {row.state !== 'submitted' ? (
        <Tag tone="still">{review.decided[row.state]}</Tag>
      ) : row.exact ? (
        <Tag tone="done">{review.exact}</Tag>
      ) : row.onRoll && row.differing > 0 ? (
        <Tag tone="time" icon="ask">
          {review.differing(row.differing)}
        </Tag>
      ) : row.onRoll ? (
        <Tag tone="time" icon="ask">
          {review.incomplete}
        </Tag>
      ) : (
        <Tag tone="time" icon="ask">
          {review.notOnRoll}
        </Tag>
      )}
    </span>
  )
}
