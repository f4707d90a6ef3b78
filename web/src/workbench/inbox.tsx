import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useInfinite, useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { bulkWords } from '../messages/bulk.ts'
import { inboxExportWords } from '../messages/inbox-export.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { inboxRoom } from '../realtime/rooms.ts'
import { useRoom } from '../realtime/use-room.ts'
import { keepThread } from '../service-requests/keep-thread.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { KeyHints } from '../ui/action/key-hints.tsx'
import { useHotkeys } from '../ui/action/use-hotkeys.ts'
import { Joined } from '../ui/page/joined.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonVoices } from '../ui/state/skeleton.tsx'
import { type DoneAct, movingActs } from './acts/act.ts'
import './bulk/bulk.css'
import { BulkBar, BulkDone } from './bulk/bulk-bar.tsx'
import { useBulk } from './bulk/use-bulk.ts'
import { ExportDialog } from './export-dialog.tsx'
import { useInboxHints } from './inbox-hints.ts'
import { InboxList } from './inbox-list.tsx'
import { useInboxNote } from './inbox-note.tsx'
import { isWaiting, nextAfter, stepFrom } from './inbox-order.ts'
import { InboxPanel, type Opening } from './inbox-panel.tsx'
import { type InboxPart, isWhole, partIn, searchOfPart } from './inbox-part.ts'
import { InboxFind, InboxShows } from './inbox-parts.tsx'
import { KeepView } from './inbox-views.tsx'
import { LastAct, type LastDone } from './last-act.tsx'
import type { Desk } from './use-desk.ts'
import { useWide } from './use-wide.ts'
import { WaitingMentions } from './waiting-mentions.tsx'
import { WorkFrame } from './work-frame.tsx'
import { inboxItemPath, inboxPath } from './work-paths.ts'

interface InboxProps {
  readonly desk: Desk
  readonly selectedId: string | undefined
}

export const Inbox = ({ desk, selectedId }: InboxProps) => {
  const { inbox: words, panel: panelWords } = useWords(workbenchWords)
  const { open: exportLabel } = useWords(inboxExportWords)
  const { begin: beginLabel } = useWords(bulkWords)
  const [exporting, setExporting] = useState(false)
  const { communityId } = desk
  const { route, path } = useLocation()
  const wide = useWide()
  const part = partIn(location.search)
  const search = searchOfPart(part)
  const inbox = useInfinite('listInbox', { params: { communityId }, ...(isWhole(part) ? {} : { query: part }) })
  const named = useInfinite('listWaitingMentions', { params: { communityId } })
  const thread = useQuery(
    'readServiceRequest',
    { params: { communityId, serviceRequestId: selectedId ?? '' } },
    { enabled: selectedId !== undefined },
  )
  const [finding, find] = useState(part.q !== undefined || part.kind !== undefined)
  const [opening, setOpening] = useState<{ readonly id: string; readonly what: Opening } | undefined>(undefined)
  const [last, setLast] = useState<LastDone | undefined>(undefined)
  const field = useRef<HTMLDivElement>(null)
  const bulk = useBulk(communityId)

  useRoom(inboxRoom(communityId), (hint) => {
    void invalidate('listInbox', { communityId })
    void invalidate('listWaitingMentions', { communityId })
    const changed = hint?.type === 'inboxChanged' ? hint.serviceRequestId : null
    if (selectedId !== undefined && (changed === null || changed === selectedId))
      void invalidate('readServiceRequest', { communityId, serviceRequestId: selectedId })
  })

  // in the order of the screen: what waits, then what was answered
  const rows = [...inbox.items.filter(isWaiting), ...inbox.items.filter((row) => !isWaiting(row))]
  const look = (id: string | undefined, replace: boolean) =>
    route(`${id === undefined ? inboxPath(communityId) : inboxItemPath(communityId, id)}${search}`, replace)
  const move = (step: 1 | -1) => {
    const id = stepFrom(
      rows.map(({ serviceRequestId }) => serviceRequestId),
      selectedId,
      step,
    )
    if (id !== undefined) look(id, selectedId !== undefined)
  }
  const showPart = (wanted: InboxPart) => route(`${path}${searchOfPart(wanted)}`, true)
  const startFinding = () => {
    find(true)
    setTimeout(() => field.current?.querySelector('input')?.focus())
  }
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => (selectedId === undefined ? bulk.begin() : bulk.toggle(selectedId)),
    '/': startFinding,
  })

  const open = (id: string, what: Opening) => {
    setOpening({ id, what })
    look(id, false)
  }
  const done = (act: DoneAct | 'read', reply: ServiceRequestView) => {
    const { serviceRequestId } = reply
    keepThread(reply)
    if (act === 'read') return
    setOpening(undefined)
    setLast({ act, communityId, serviceRequestId, who: reply.by.shownName })
    if (movingActs.includes(act)) look(wide ? nextAfter(rows, serviceRequestId) : undefined, true)
  }

  const empty =
    wide && inbox.page === undefined ? (
      <div />
    ) : wide ? (
      <div class="panel-empty">
        <EmptyState
          icon={rows.some(isWaiting) ? 'inbox' : 'check'}
          title={rows.some(isWaiting) ? words.choose : words.emptyTitle}
          text={rows.some(isWaiting) ? words.chooseText : words.emptyText}
        />
      </div>
    ) : undefined
  const loaded = thread.data?.serviceRequestId === selectedId ? thread.data : undefined
  const panel =
    selectedId === undefined ? undefined : loaded !== undefined ? (
      <InboxPanel
        key={selectedId}
        thread={loaded}
        desk={desk}
        opening={opening?.id === selectedId ? opening.what : undefined}
        onDone={done}
      />
    ) : (
      <Pane
        level={wide ? 3 : 2}
        title={<span class="visually-hidden">{panelWords.title}</span>}
        backHref={`${inboxPath(communityId)}${search}`}
      >
        {thread.error === null ? (
          <SkeletonVoices />
        ) : (
          <LoadFailed error={thread.error} again={() => void thread.refetch()} inline />
        )}
      </Pane>
    )

  const hints = useInboxHints(loaded)
  return (
    <WorkFrame desk={desk} here="inbox" panel={panel} panelEmpty={empty}>
      <Pane
        title={words.title}
        note={<Joined parts={useInboxNote(desk, inbox.page)} />}
        end={
          <>
            <IconButton icon="export" label={exportLabel} onClick={() => setExporting(true)} />
            <IconButton icon="search" label={words.find} onClick={startFinding} />
          </>
        }
        foot={bulk.isChoosing ? <BulkBar desk={desk} bulk={bulk} rows={rows} /> : <KeyHints hints={hints} />}
        flush
      >
        <ExportDialog desk={desk} part={part} open={exporting} onClose={() => setExporting(false)} />
        <LastAct last={last} desk={desk} />
        <BulkDone bulk={bulk} />
        <InboxShows communityId={communityId} part={part}>
          {!bulk.isChoosing && (
            <button type="button" class="inbox-parts__one" onClick={bulk.begin}>
              {beginLabel}
            </button>
          )}
        </InboxShows>
        {finding && (
          <InboxFind
            part={part}
            field={field}
            onPart={showPart}
            onClose={() => {
              find(false)
              showPart(part.show === undefined ? {} : { show: part.show })
            }}
          />
        )}
        <KeepView communityId={communityId} part={part} />
        {isWhole(part) && <WaitingMentions communityId={communityId} named={named} hasOthers={rows.some(isWaiting)} />}
        <InboxList isQuiet={named.items.length > 0} {...{ inbox, desk, selectedId, part, bulk }} onOpen={open} />
      </Pane>
    </WorkFrame>
  )
}
