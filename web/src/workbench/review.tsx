import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useInfinite, useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { registrationsRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { KeyHints } from '../ui/action/key-hints.tsx'
import { useHotkeys } from '../ui/action/use-hotkeys.ts'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { ActingHat } from './acting-hat.tsx'
import { stepFrom } from './inbox-order.ts'
import { useReviewHints } from './review-hints.ts'
import { ReviewList } from './review-list.tsx'
import { type Decision, ReviewPanel } from './review-panel.tsx'
import type { Desk } from './use-desk.ts'
import { useWide } from './use-wide.ts'
import { WorkFrame } from './work-frame.tsx'
import { reviewItemPath, reviewPath } from './work-paths.ts'

interface ReviewProps {
  readonly desk: Desk
  readonly selectedId: string | undefined
}

export const Review = ({ desk, selectedId }: ReviewProps) => {
  const { review: words } = useWords(workbenchWords)
  const { communityId } = desk
  const { route } = useLocation()
  const wide = useWide()
  const [chosenIds, choose] = useState<readonly string[]>([])
  const [said, say] = useState('')
  const reviews = useInfinite('listRegistrations', { params: { communityId } })
  const one = useQuery(
    'readRegistration',
    { params: { communityId, registrationId: selectedId ?? '' } },
    { enabled: selectedId !== undefined },
  )
  const again = () => {
    void invalidate('listRegistrations', { communityId })
    void invalidate('readRegistration', { communityId })
  }
  useRoom(registrationsRoom(communityId), again)

  const ids = reviews.items.map(({ registrationId }) => registrationId)
  const look = (id: string | undefined, replace: boolean) =>
    route(id === undefined ? reviewPath(communityId) : reviewItemPath(communityId, id), replace)
  const move = (step: 1 | -1) => {
    const id = stepFrom(ids, selectedId, step)
    if (id !== undefined) look(id, selectedId !== undefined)
  }
  useHotkeys({ j: () => move(1), k: () => move(-1) })

  const decided = (
    decision: Decision,
    { registrationId, shownName }: { registrationId: string; shownName: string },
  ) => {
    say(words[decision](shownName))
    choose(chosenIds.filter((id) => id !== registrationId))
    const at = ids.indexOf(registrationId)
    look(wide ? (ids[at + 1] ?? ids[at - 1]) : undefined, true)
    again()
  }

  const loaded = one.data?.registrationId === selectedId ? one.data : undefined
  const panel =
    selectedId === undefined ? undefined : loaded !== undefined ? (
      <ReviewPanel key={selectedId} registration={loaded} desk={desk} onDecided={decided} />
    ) : (
      <Pane
        level={wide ? 3 : 2}
        title={<span class="visually-hidden">{words.title}</span>}
        backHref={reviewPath(communityId)}
      >
        {one.error === null ? (
          <SkeletonRows count={5} />
        ) : (
          <LoadFailed error={one.error} again={() => void one.refetch()} inline />
        )}
      </Pane>
    )
  const first = reviews.items[0]
  const note = [
    <ActingHat key="hat" desk={desk} />,
    reviews.page === undefined ? null : first === undefined ? words.noneWaiting : words.waiting(reviews.page.waiting),
    first === undefined ? null : (
      <span key="first">
        {words.earliest} <RelativeTime at={first.submittedAt} plain />
      </span>
    ),
  ]
  const empty =
    wide && first !== undefined ? (
      <div class="panel-empty">
        <EmptyState icon="verified" title={words.choose} text={words.chooseText} />
      </div>
    ) : wide ? (
      <div />
    ) : undefined

  return (
    <WorkFrame desk={desk} here="review" panel={panel} panelEmpty={empty}>
      <Pane title={words.title} note={<Joined parts={note} />} foot={<KeyHints hints={useReviewHints(loaded)} />} flush>
        <div role="status">
          {said !== '' && (
            <p class="inbox-said">
              <Icon name="check" size="small" />
              <span>{said}</span>
            </p>
          )}
        </div>
        <ReviewList
          {...{ reviews, communityId, selectedId, chosenIds }}
          onChoose={choose}
          onBulk={({ approved, left }) => {
            choose([])
            say(
              [words.bulkDone(approved.length), left.length === 0 ? '' : words.bulkLeft(left.length)].join(' ').trim(),
            )
            if (selectedId !== undefined && approved.includes(selectedId)) look(undefined, true)
            again()
          }}
        />
      </Pane>
    </WorkFrame>
  )
}
