import type { InboxRow } from '@shequtong/contract/service-requests'
import { type ExportFormat, exportFormats } from '@shequtong/domain/service-requests/inbox-filters'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useInfinite } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { saveBlob } from '../files/save-blob.ts'
import { inboxExportWords } from '../messages/inbox-export.ts'
import { roleWords } from '../messages/roles.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { type InboxColumns, inboxFile, inboxTable } from './inbox-file.ts'
import type { InboxPart } from './inbox-part.ts'
import type { Desk } from './use-desk.ts'
import { useRefusal } from './use-refusal.ts'

interface ExportProps {
  readonly desk: Desk
  readonly part: InboxPart
  readonly onClose: () => void
}

const useColumns = (): InboxColumns => {
  const words = useWords(inboxExportWords)
  const { kind: kinds, state: states } = useWords(serviceRequestWords)
  const { role: roles } = useWords(roleWords)
  const { time } = useCoreWords()
  const moment = (at: string | null) => (at === null ? '' : exactTime(new Date(at), time))
  const { columns } = words
  const cells: Record<keyof typeof columns, (row: InboxRow) => string | number> = {
    title: ({ title }) => title,
    kind: ({ kind }) => kinds[kind],
    place: ({ place }) => place,
    by: ({ by }) => by,
    visibility: ({ visibility: who }) => words.visibility[who],
    state: ({ state }) => states[state],
    responsible: ({ responsibleRole }) => roles[responsibleRole],
    assignee: ({ assignee }) => assignee ?? '',
    submitted: ({ times }) => moment(times.submittedAt),
    read: ({ times }) => moment(times.readAt),
    answered: ({ times }) => moment(times.answeredAt),
    deadline: ({ clock }) => moment(clock.deadlineAt),
    reopened: ({ reopenedCount }) => reopenedCount,
    merged: ({ mergedCount }) => mergedCount,
    number: ({ serviceRequestId }) => serviceRequestId,
  }
  return Object.fromEntries(
    Object.entries(columns).map(([name, heading]) => [heading, cells[name as keyof typeof columns]]),
  )
}

const Log = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(inboxExportWords)
  const { shows } = useWords(workbenchWords)
  const { kind: kinds } = useWords(serviceRequestWords)
  const { role: roles } = useWords(roleWords)
  const { time } = useCoreWords()
  const list = useInfinite('listInboxExports', { params: { communityId } })
  if (list.items.length === 0) return null
  return (
    <>
      <h3>{words.log}</h3>
      <Rows>
        {list.items.map(({ inboxExportId, exportedAt, by, role, format, show, kind, byWords, rowCount }) => (
          <RowLine
            key={inboxExportId}
            title={words.taken(by, roles[role], rowCount)}
            note={
              <Joined
                parts={[
                  exactTime(new Date(exportedAt), time),
                  words.format[format],
                  shows[show ?? 'all'],
                  kind === null ? null : kinds[kind],
                  byWords ? words.byWords : null,
                ]}
              />
            }
          />
        ))}
      </Rows>
      {list.hasNextPage && (
        <Button wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

const Export = ({ desk, part, onClose }: ExportProps) => {
  const words = useWords(inboxExportWords)
  const { time } = useCoreWords()
  const columns = useColumns()
  const refusalOf = useRefusal()
  const { communityId, hat } = desk
  const [saved, setSaved] = useState<{ readonly count: number; readonly isCut: boolean } | undefined>(undefined)
  const { send, isPending, error } = useMutation('exportInbox', {
    onDone: () => void invalidate('listInboxExports', { communityId }),
  })
  const save = async (format: ExportFormat) => {
    const taken = await send({ params: { communityId }, body: { ...part, format } })
    if (taken === undefined) return
    const { rows, by, exportedAt, inboxExportId, isCut } = taken
    const watermark = words.watermark(hat.territoryName, by, exactTime(new Date(exportedAt), time), inboxExportId)
    saveBlob(
      await inboxFile(inboxTable(rows, columns, watermark), format),
      `${words.fileName(hat.territoryName)}.${format}`,
    )
    setSaved({ count: rows.length, isCut })
  }
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <div class="stack">
        <p>{words.text}</p>
        <div class="line">
          {exportFormats.map((format) => (
            <Button key={format} busy={isPending} onClick={() => void save(format)}>
              {words.save(words.format[format])}
            </Button>
          ))}
        </div>
        <p role="status">{saved === undefined ? '' : saved.isCut ? words.cut(saved.count) : words.done(saved.count)}</p>
        {error !== undefined && <FieldError>{refusalOf(error)}</FieldError>}
        {desk.may('inbox.exportLog') && <Log communityId={communityId} />}
      </div>
    </Dialog>
  )
}

/** The part of the inbox that is looked at, as a file; and who took files out before. */
export const ExportDialog = ({ open, ...props }: ExportProps & { readonly open: boolean }) =>
  open ? <Export {...props} /> : null
