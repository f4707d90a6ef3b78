import type { ReviewRow } from '@shequtong/contract/registrations'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Joined } from '../ui/page/joined.tsx'
import { Face } from '../ui/people/face.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { ReviewTags } from './review-tags.tsx'
import { reviewItemPath } from './work-paths.ts'

export interface ReviewLineProps {
  readonly row: ReviewRow
  readonly communityId: number
  readonly selected: boolean
  /** Undefined: it cannot be approved together with others. */
  readonly checked: boolean | undefined
  readonly onCheck: (checked: boolean) => void
}

export const ReviewLine = ({ row, communityId, selected, checked, onCheck }: ReviewLineProps) => {
  const { review } = useWords(workbenchWords)
  const line = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const tenure = row.tenure === null ? review.memberKinds[row.memberKind] : review.tenures[row.tenure]
  return (
    <li class={selected ? 'review-line review-line--here' : 'review-line'}>
      {checked === undefined ? (
        <span class="review-line__check" />
      ) : (
        <label class="review-line__check">
          <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onCheck(currentTarget.checked)} />
          <span class="visually-hidden">{review.select(row.shownName)}</span>
        </label>
      )}
      <a
        ref={line}
        class="review-line__link"
        href={reviewItemPath(communityId, row.registrationId)}
        {...(selected ? { 'aria-current': 'true' as const } : {})}
      >
        <Face name={row.shownName} />
        <span class="review-line__words">
          <b>{row.shownName}</b>
          <span class="small soft">
            <Joined parts={[row.dwelling, tenure, <RelativeTime key="at" at={row.submittedAt} plain />]} />
          </span>
        </span>
        <ReviewTags row={row} />
      </a>
    </li>
  )
}
