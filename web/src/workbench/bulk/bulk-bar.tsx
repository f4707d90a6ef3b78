import type { InboxRow } from '@shequtong/contract/service-requests'
import { useState } from 'preact/hooks'
import { bulkWords } from '../../messages/bulk.ts'
import { useWords } from '../../messages/use-words.ts'
import { Button } from '../../ui/action/button.tsx'
import type { Desk } from '../use-desk.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import type { Bulk, BulkAct } from './use-bulk.ts'

interface BulkBarProps {
  readonly desk: Desk
  readonly bulk: Bulk
  readonly rows: readonly InboxRow[]
}

/** In the place of the keys while something is chosen: how many, and what can be done with all of them. */
export const BulkBar = ({ desk, bulk, rows }: BulkBarProps) => {
  const words = useWords(bulkWords)
  const [act, open] = useState<BulkAct | undefined>(undefined)
  const { size } = bulk.chosen
  const directs = desk.may('serviceRequest.direct')
  return (
    <div class="bulk-bar">
      <p role="status">{size === 0 ? words.none : words.chosen(size)}</p>
      <div class="bulk-bar__acts">
        {size === 0 ? (
          <Button size="small" onClick={() => bulk.chooseAll(rows)}>
            {words.all(rows.length)}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => open('answerServiceRequest')}>
              {words.answer}
            </Button>
            {directs && (
              <Button size="small" onClick={() => open('handOverServiceRequest')}>
                {words.handOver}
              </Button>
            )}
            {directs && desk.may('role.grant') && (
              <Button size="small" onClick={() => open('assignServiceRequest')}>
                {words.assign}
              </Button>
            )}
          </>
        )}
        <Button size="small" look="quiet" onClick={bulk.stop}>
          {words.stop}
        </Button>
      </div>
      <BulkDialog act={act} desk={desk} bulk={bulk} onClose={() => open(undefined)} />
    </div>
  )
}

/** What was done last with several, read out. */
export const BulkDone = ({ bulk: { last } }: { readonly bulk: Bulk }) => {
  const words = useWords(bulkWords)
  return (
    <div role="status">
      {last !== undefined && (
        <p class="inbox-said">
          <span>
            {last.done > 0 && words.done[last.act](last.done)}
            {last.failed > 0 && words.left(last.failed)}
          </span>
        </p>
      )}
    </div>
  )
}
