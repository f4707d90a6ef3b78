import './tiles.css'
import { useState } from 'preact/hooks'
import { useInfinite, useQuery } from '../api/query.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { subdistrictRoom } from '../realtime/rooms.ts'
import { useSession } from '../session/session.tsx'
import { CommandPane, CommandPanes } from '../shells/command/command-panes.tsx'
import { Icon } from '../ui/icon.tsx'
import { backlogTable, inOrder, type Order, unfinished } from './backlog.ts'
import { BacklogLegend } from './backlog-legend.tsx'
import { ChartTools } from './chart-tools.tsx'
import { Figures } from './figures.tsx'
import { Frame, FrameFailed, FrameLoading } from './frame.tsx'
import { OldestPane } from './oldest-pane.tsx'
import { OrderSwitch } from './order-switch.tsx'
import { OverduePane } from './overdue-pane.tsx'
import { communityPath, districtPath } from './paths.ts'
import { SpansPane } from './spans-pane.tsx'
import { TerritoryTile } from './territory-tile.tsx'
import { refreshMs, useLive } from './use-live.ts'
import { useKept, usePeriod } from './use-period.ts'
import { VoicesPane } from './voices-pane.tsx'

const backlogKinds = ['waiting', 'overdue', 'inHand', 'awaitingConfirmation'] as const

/** One subdistrict: its communities in administrative order, each with what is unfinished. */
const SubdistrictPage = ({ subdistrictId }: { readonly subdistrictId: string }) => {
  const words = useWords(commandCenterWords)
  const { time } = useCoreWords()
  const [order, setOrder] = useState<Order>('administrative')
  const { hat } = useSession()
  const params = { subdistrictId: Number(subdistrictId) }
  const query = { period: usePeriod() }
  const {
    data: read,
    error,
    refetch,
  } = useQuery('readSubdistrict', { params, query }, { refetchIntervalMs: refreshMs })
  const data = useKept(read, subdistrictId)
  const overdue = useInfinite('listSubdistrictOverdue', { params }, { refetchIntervalMs: refreshMs })
  const voices = useQuery('listSubdistrictVoices', { params }, { refetchIntervalMs: refreshMs })
  useLive(data === undefined ? undefined : subdistrictRoom(subdistrictId), () => {
    void refetch()
    void overdue.refetch()
    void voices.refetch()
  })
  if (read === undefined && error) return <FrameFailed error={error} again={() => void refetch()} />
  if (data === undefined) return <FrameLoading />
  const { communities } = data
  const villages = communities.filter(({ kind }) => kind === 'village').length
  const most = Math.max(1, ...communities.map(({ backlog }) => unfinished(backlog)))
  const title = words.backlog.communities(communities.length)
  return (
    <Frame
      crumbs={[
        ...(hat?.level === 'district' ? [{ label: data.districtName, href: districtPath(data.districtId) }] : []),
        { label: data.name },
      ]}
      note={words.subdistrict.kinds(communities.length - villages, villages)}
    >
      <Figures
        figures={[
          { kind: 'communities', value: communities.length },
          ...backlogKinds.map((kind) => ({ kind, value: data.backlog[kind] })),
        ]}
      />
      <CommandPanes layout="two">
        <div class="command-column">
          <SpansPane counted={data.counted} />
          <CommandPane
            title={title}
            note={
              <span class="legend">
                <BacklogLegend />
              </span>
            }
            end={
              <ChartTools
                title={`${data.name} ${words.backlog.title}`}
                meanings={words.backlog.meanings}
                table={backlogTable(inOrder(communities, order), words, time)}
              />
            }
            foot={
              <p class="line">
                <Icon name="lock" size="small" />
                <span>{words.subdistrict.privacy}</span>
              </p>
            }
          >
            <OrderSwitch order={order} choose={setOrder} />
            <ul class="tiles tiles--subdistrict">
              {inOrder(communities, order).map((one) => (
                <TerritoryTile
                  key={one.territoryId}
                  tile={one}
                  href={communityPath(one.territoryId)}
                  most={most}
                  nobody={one.members === 0}
                />
              ))}
            </ul>
          </CommandPane>
        </div>
        <div class="command-column">
          <OverduePane items={overdue} />
          <OldestPane query={voices} inTime />
          <VoicesPane query={voices} />
        </div>
      </CommandPanes>
    </Frame>
  )
}

export default SubdistrictPage
