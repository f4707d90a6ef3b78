import { ProblemError } from '../api/problem-error.ts'
import { FilingPart } from '../assisted/filing-part.tsx'
import { useBoardOf } from '../boards/use-boards.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { OutgoingList } from '../outgoing/outgoing-list.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { ReadAloud } from '../ui/action/read-aloud.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { OtherHat, useOtherHat } from './other-hat.tsx'
import { ThreadActions } from './thread-actions.tsx'
import { ThreadBody } from './thread-body.tsx'
import { ThreadMenu } from './thread-menu.tsx'
import { useThread } from './use-thread.ts'

interface ThreadPageProps {
  readonly communityId: string
  readonly serviceRequestId: string
}

const Gone = ({ communityId }: { readonly communityId: number }) => {
  const { thread } = useWords(serviceRequestWords)
  const other = useOtherHat(communityId)
  if (other !== undefined) return <OtherHat communityId={communityId} />
  return (
    <EmptyState
      icon="search"
      title={thread.goneTitle}
      text={thread.goneText}
      actions={
        <ButtonLink href="/" look="do" size="big">
          {thread.home}
        </ButtonLink>
      }
    />
  )
}

const ThreadPage = (props: ThreadPageProps) => {
  const words = useWords(serviceRequestWords)
  const [{ mode }] = usePreferences()
  const communityId = Number(props.communityId)
  const { data: request, error, refetch } = useThread({ communityId, serviceRequestId: props.serviceRequestId })
  const boardOf = useBoardOf(communityId)
  const board = request === undefined ? undefined : boardOf(request.boardId)
  const isGone = error instanceof ProblemError && ['not-found', 'not-permitted', 'invalid-input'].includes(error.slug)
  return (
    <ResidentShell>
      <Page>
        <TopBar
          title={request === undefined ? words.thread.menuTitle : words.kind[request.kind]}
          {...(board === undefined ? {} : { note: board })}
        >
          {request !== undefined && !isGone && <ThreadMenu request={request} />}
        </TopBar>
        {isGone ? (
          <Gone communityId={communityId} />
        ) : request !== undefined ? (
          <>
            <ThreadBody request={request} />
            <FilingPart request={request} first={request.may.length === 0} />
            <OutgoingList under={request.serviceRequestId} />
            {mode === 'elder' && (
              <div class="thread-aloud">
                <ReadAloud wide size="big" text={[request, ...request.entries].map(({ text }) => text).join('。')} />
              </div>
            )}
            <ThreadActions request={request} />
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

export default ThreadPage
