import './district.css'
import { useQuery } from '../api/query.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { districtRoom } from '../realtime/rooms.ts'
import { CommandPanes } from '../shells/command/command-panes.tsx'
import { backlogTable, unfinished } from './backlog.ts'
import { BacklogLegend } from './backlog-legend.tsx'
import { ChartTools } from './chart-tools.tsx'
import { Figures } from './figures.tsx'
import { Frame, FrameFailed, FrameLoading } from './frame.tsx'
import { HoursPane } from './hours-pane.tsx'
import { OldestPane } from './oldest-pane.tsx'
import { subdistrictPath } from './paths.ts'
import { SpansPane } from './spans-pane.tsx'
import { TerritoryTile } from './territory-tile.tsx'
import { refreshMs, useLive } from './use-live.ts'
import { useKept, usePeriod } from './use-period.ts'
import { VoicesPane } from './voices-pane.tsx'

/** The district at a glance. */
const DistrictPage = ({ districtId }: { readonly districtId: string }) => {
  const words = useWords(commandCenterWords)
  const { time } = useCoreWords()
  const params = { districtId: Number(districtId) }
  const query = { period: usePeriod() }
  const overview = useQuery('readDistrict', { params, query }, { refetchIntervalMs: refreshMs })
  const voices = useQuery('listDistrictVoices', { params }, { refetchIntervalMs: refreshMs })
  useLive(overview.data === undefined ? undefined : districtRoom(districtId), () => {
    void overview.refetch()
    void voices.refetch()
  })
  const data = useKept(overview.data, districtId)
  if (overview.data === undefined && overview.error)
    return <FrameFailed error={overview.error} again={() => void overview.refetch()} />
  if (data === undefined) return <FrameLoading />
  const most = Math.max(...data.subdistricts.map(({ backlog }) => unfinished(backlog)))
  const { backlog } = words
  return (
    <Frame crumbs={[{ label: words.district(data.name) }]} note={words.title}>
      <Figures figures={data.figures} />
      <CommandPanes layout="three">
        <VoicesPane query={voices} />
        <div class="command-column command-column--fills">
          <SpansPane counted={data.counted} />
          <HoursPane hours={data.hours} />
        </div>
        <OldestPane query={voices} />
      </CommandPanes>
      <section class="subdistricts" aria-label={backlog.title}>
        <ul class="tiles tiles--district">
          {data.subdistricts.map((one) => (
            <TerritoryTile
              key={one.territoryId}
              tile={one}
              href={subdistrictPath(one.territoryId)}
              note={backlog.communities(one.communityCount)}
              most={most}
            />
          ))}
          <li class="tile tile--sum">
            <span class="tile__head">
              <b>{backlog.title}</b>
              <span class="small soft">{backlog.count(words.exact(unfinished(data.backlog)))}</span>
            </span>
            <BacklogLegend />
            <ChartTools
              title={backlog.title}
              meanings={backlog.meanings}
              table={backlogTable(data.subdistricts, words, time)}
            />
          </li>
        </ul>
      </section>
    </Frame>
  )
}

export default DistrictPage
