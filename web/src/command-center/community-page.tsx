import './community.css'
import { useInfinite, useQuery } from '../api/query.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { roleWords } from '../messages/roles.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { subdistrictRoom } from '../realtime/rooms.ts'
import { useSession } from '../session/session.tsx'
import { CommandPane, CommandPanes } from '../shells/command/command-panes.tsx'
import { unfinished } from './backlog.ts'
import { ChartTools } from './chart-tools.tsx'
import { CommunityFacts } from './community-facts.tsx'
import { Frame, FrameFailed, FrameLoading } from './frame.tsx'
import { itemsTable } from './items-table.ts'
import { OpenItems } from './open-items.tsx'
import { districtPath, subdistrictPath } from './paths.ts'
import { NoThread, ReadOnlyThread } from './read-only-thread.tsx'
import { RestrictedThread } from './restricted-thread.tsx'
import { refreshMs, useLive } from './use-live.ts'
import { useKept, usePeriod } from './use-period.ts'

export interface CommunityPageProps {
  readonly communityId: string
  readonly serviceRequestId?: string
}

/** One community: its facts, what is unfinished, and the thread itself. */
const CommunityPage = (props: CommunityPageProps) => {
  const { serviceRequestId } = props
  const words = useWords(commandCenterWords)
  const roles = useWords(roleWords)
  const { time } = useCoreWords()
  const { hat } = useSession()
  const communityId = Number(props.communityId)
  const params = { communityId }
  const query = { period: usePeriod() }
  const {
    data: read,
    error,
    refetch,
  } = useQuery('readCommunityOverview', { params, query }, { refetchIntervalMs: refreshMs })
  const data = useKept(read, props.communityId)
  const items = useInfinite('listCommunityItems', { params }, { refetchIntervalMs: refreshMs })
  useLive(
    data === undefined ? undefined : subdistrictRoom(data.subdistrictId),
    () => {
      void refetch()
      void items.refetch()
    },
    (hint) => hint.type !== 'overviewChanged' || hint.communityId === communityId,
  )
  if (read === undefined && error) return <FrameFailed error={error} again={() => void refetch()} />
  if (data === undefined) return <FrameLoading />
  const selected = items.items.find((row) => row.serviceRequestId === serviceRequestId)
  const { community } = words
  return (
    <Frame
      wall={false}
      crumbs={[
        ...(hat?.level === 'district' ? [{ label: data.districtName, href: districtPath(data.districtId) }] : []),
        { label: data.subdistrictName, href: subdistrictPath(data.subdistrictId) },
        { label: data.name },
      ]}
    >
      <div class={serviceRequestId === undefined ? 'community' : 'community community--reading'}>
        <CommandPanes layout="detail">
          <CommunityFacts overview={data} />
          <CommandPane
            title={community.open}
            note={community.openNote(words.exact(unfinished(data.backlog)))}
            end={
              <ChartTools
                title={community.open}
                meanings={community.openMeanings}
                table={itemsTable(items.items, words, roles, time)}
              />
            }
          >
            <OpenItems items={items} selectedId={serviceRequestId} />
          </CommandPane>
          {serviceRequestId === undefined ? (
            <NoThread />
          ) : selected?.restricted === true ? (
            <RestrictedThread key={serviceRequestId} communityId={communityId} serviceRequestId={serviceRequestId} />
          ) : (
            <ReadOnlyThread key={serviceRequestId} communityId={communityId} serviceRequestId={serviceRequestId} />
          )}
        </CommandPanes>
      </div>
    </Frame>
  )
}

export default CommunityPage
