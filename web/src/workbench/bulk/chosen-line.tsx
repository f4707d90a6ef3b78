import type { InboxRow } from '@shequtong/contract/service-requests'
import type { ComponentChildren } from 'preact'
import { bulkWords } from '../../messages/bulk.ts'
import { useWords } from '../../messages/use-words.ts'
import { FieldError } from '../../ui/form/hint.tsx'
import { useRefusal } from '../use-refusal.ts'
import type { Bulk } from './use-bulk.ts'

interface ChosenLineProps {
  readonly row: InboxRow
  readonly bulk: Bulk
  readonly children: ComponentChildren
}

/** A row of the inbox with a box to choose it, and below it why it was not done. */
export const ChosenLine = ({ row: { serviceRequestId, title }, bulk, children }: ChosenLineProps) => {
  const words = useWords(bulkWords)
  const refusal = useRefusal()
  const failure = bulk.failures.get(serviceRequestId)
  if (!bulk.isChoosing) return <>{children}</>
  return (
    <>
      <div class="bulk-line">
        <label class="bulk-line__box">
          <input
            type="checkbox"
            checked={bulk.chosen.has(serviceRequestId)}
            disabled={bulk.isRunning}
            onChange={() => bulk.toggle(serviceRequestId)}
          />
          <span class="visually-hidden">{words.choose(title)}</span>
        </label>
        {children}
      </div>
      {failure !== undefined && (
        <div class="bulk-line__why">
          <FieldError>{refusal(failure)}</FieldError>
        </div>
      )}
    </>
  )
}
