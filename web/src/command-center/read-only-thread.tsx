import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { serviceRequestRoom } from '../realtime/rooms.ts'
import { ThreadBody } from '../service-requests/thread-body.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { CommandPane } from '../shells/command/command-panes.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { Icon } from '../ui/icon.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { communityPath, itemPath } from './paths.ts'
import { useLive } from './use-live.ts'

interface ThreadProps {
  readonly communityId: number
  readonly serviceRequestId: string
}

export const Back = ({ communityId }: { readonly communityId: number }) => {
  const { shell } = useCoreWords()
  return (
    <span class="only-phone community__back">
      <IconButton icon="left" label={shell.back} href={communityPath(communityId)} />
    </span>
  )
}

export const NoThread = () => {
  const { community } = useWords(commandCenterWords)
  return (
    <CommandPane title={<span class="visually-hidden">{community.choose}</span>}>
      <EmptyState icon="chat" title={community.choose} text={community.chooseText} />
    </CommandPane>
  )
}

/** The real thread, to read: no button of it is here. */
export const ReadOnlyThread = ({ communityId, serviceRequestId }: ThreadProps) => {
  const { community } = useWords(commandCenterWords)
  const { state, kind } = useWords(serviceRequestWords)
  const query = useQuery('readServiceRequest', { params: { communityId, serviceRequestId } })
  const { data, error, refetch } = query
  useLive(data === undefined ? undefined : serviceRequestRoom(communityId, serviceRequestId), () => void refetch())
  const privacy = (
    <p class="line">
      <Icon name="lock" size="small" />
      <span>{community.privacy}</span>
    </p>
  )
  return (
    <CommandPane
      title={data === undefined ? <span class="visually-hidden">{community.choose}</span> : kind[data.kind]}
      {...(data === undefined ? {} : { note: state[data.state] })}
      end={<Back communityId={communityId} />}
      foot={privacy}
    >
      {data !== undefined ? (
        <ThreadBody request={data} pathOf={(one) => itemPath(one.communityId, one.serviceRequestId)} />
      ) : error instanceof ProblemError && error.slug === 'not-found' ? (
        <EmptyState
          icon="lock"
          title={community.threadGone}
          text={community.threadGoneText}
          actions={<ButtonLink href={communityPath(communityId)}>{community.back}</ButtonLink>}
        />
      ) : error ? (
        <LoadFailed error={error} again={() => void refetch()} inline />
      ) : (
        <SkeletonVoices />
      )}
    </CommandPane>
  )
}
