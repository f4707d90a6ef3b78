import type { OfficerRow } from '@shequtong/contract/command-center'
import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { type OfficersInboxShow, officersInboxShows } from '@shequtong/domain/service-requests/inbox-filters'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useQuery } from '../api/query.ts'
import { useLive } from '../command-center/use-live.ts'
import { officersInboxWords } from '../messages/officers-inbox.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { districtRoom, serviceRequestRoom, subdistrictRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { keepThread } from '../service-requests/keep-thread.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { KeyHints } from '../ui/action/key-hints.tsx'
import { useHotkeys } from '../ui/action/use-hotkeys.ts'
import { Joined } from '../ui/page/joined.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { ActingHat } from '../workbench/acting-hat.tsx'
import { type DoneAct, movingActs } from '../workbench/acts/act.ts'
import { useInboxHints } from '../workbench/inbox-hints.ts'
import { nextAfter, stepFrom } from '../workbench/inbox-order.ts'
import { InboxPanel } from '../workbench/inbox-panel.tsx'
import { LastAct, type LastDone } from '../workbench/last-act.tsx'
import { useWide } from '../workbench/use-wide.ts'
import { OfficersFrame } from './officers-frame.tsx'
import { OfficersList } from './officers-list.tsx'
import { useOfficersInbox } from './use-officers-inbox.ts'
import type { OfficersWork } from './use-officers-work.ts'

type Selected = Pick<OfficerRow, 'communityId' | 'serviceRequestId'>

interface OfficersInboxProps {
  readonly work: OfficersWork
  readonly selected: Selected | undefined
}

const showIn = (search: string): OfficersInboxShow | undefined =>
  officersInboxShows.find((one) => one === new URLSearchParams(search).get('show'))

export const OfficersInbox = ({ work, selected }: OfficersInboxProps) => {
  const words = useWords(officersInboxWords)
  const { inbox: counts, panel: panelWords } = useWords(workbenchWords)
  const { route } = useLocation()
  const wide = useWide()
  const show = showIn(location.search)
  const search = show === undefined ? '' : `?show=${show}`
  const inbox = useOfficersInbox(work, show)
  const selectedId = selected?.serviceRequestId
  const thread = useQuery(
    'readServiceRequest',
    { params: { communityId: selected?.communityId ?? 0, serviceRequestId: selectedId ?? '' } },
    { enabled: selected !== undefined },
  )
  const [last, setLast] = useState<LastDone | undefined>(undefined)
  const { level, territoryId } = work
  useLive(
    level === 'subdistrict' ? subdistrictRoom(territoryId) : districtRoom(territoryId),
    () => void inbox.refetch(),
  )
  useRoom(
    selected === undefined ? undefined : serviceRequestRoom(selected.communityId, selected.serviceRequestId),
    () => void thread.refetch(),
  )

  const rows = inbox.items
  const rowOf = (id: string | undefined) => rows.find(({ serviceRequestId }) => serviceRequestId === id)
  const look = (row: Selected | undefined, replace: boolean) =>
    route(
      `${row === undefined ? work.inboxPath : work.itemPath(row.communityId, row.serviceRequestId)}${search}`,
      replace,
    )
  const move = (step: 1 | -1) => {
    const ids = rows.map(({ serviceRequestId }) => serviceRequestId)
    const row = rowOf(stepFrom(ids, selectedId, step))
    if (row !== undefined) look(row, selectedId !== undefined)
  }
  useHotkeys({ j: () => move(1), k: () => move(-1) })
  const done = (act: DoneAct | 'read', reply: ServiceRequestView) => {
    const { communityId, serviceRequestId } = reply
    keepThread(reply)
    void inbox.refetch()
    if (act === 'read') return
    setLast({ act, communityId, serviceRequestId, who: reply.by.shownName })
    if (movingActs.includes(act)) look(wide ? rowOf(nextAfter(rows, serviceRequestId)) : undefined, true)
  }

  const loaded = thread.data?.serviceRequestId === selectedId ? thread.data : undefined
  const panel =
    selectedId === undefined ? undefined : loaded !== undefined ? (
      <InboxPanel key={selectedId} thread={loaded} desk={work} opening={undefined} onDone={done} />
    ) : (
      <Pane
        level={wide ? 3 : 2}
        title={<span class="visually-hidden">{panelWords.title}</span>}
        backHref={`${work.inboxPath}${search}`}
      >
        {thread.error === null ? (
          <SkeletonVoices />
        ) : (
          <LoadFailed error={thread.error} again={() => void thread.refetch()} inline />
        )}
      </Pane>
    )
  const nothing = rows.length === 0
  const panelEmpty =
    wide && inbox.page !== undefined ? (
      <div class="panel-empty">
        <EmptyState
          icon={nothing ? 'check' : 'inbox'}
          title={nothing ? words.emptyTitle : words.choose}
          text={nothing ? words.emptyText : words.chooseText}
        />
      </div>
    ) : wide ? (
      <div />
    ) : undefined
  const { page } = inbox
  const note = [
    <ActingHat key="hat" desk={work} />,
    page === undefined || page.waiting === 0 ? null : counts.waiting(page.waiting),
    page === undefined || page.overdue === 0 ? null : counts.overdue(page.overdue),
  ]
  const hints = useInboxHints(loaded).filter(({ keys }) => keys[0] !== '/' && keys[0] !== 'x')
  return (
    <OfficersFrame work={work} waiting={page?.waiting} panel={panel} panelEmpty={panelEmpty}>
      <Pane title={words.title} note={<Joined parts={note} />} foot={<KeyHints hints={hints} />} flush>
        <LastAct last={last} desk={work} />
        <nav class="inbox-parts" aria-label={words.showsLabel}>
          {(['all', ...officersInboxShows] as const).map((one) => (
            <a
              key={one}
              class="inbox-parts__one"
              href={`${work.inboxPath}${one === 'all' ? '' : `?show=${one}`}`}
              aria-current={one === (show ?? 'all') ? 'true' : undefined}
            >
              {words.shows[one]}
            </a>
          ))}
        </nav>
        <OfficersList inbox={inbox} work={work} search={search} selectedId={selectedId} isPart={show !== undefined} />
      </Pane>
    </OfficersFrame>
  )
}
