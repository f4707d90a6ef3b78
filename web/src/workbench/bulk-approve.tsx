import type { ReviewRow } from '@shequtong/contract/registrations'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import type { Reply } from '../api/types.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { ActForm } from './act-form.tsx'

export interface BulkApproveProps {
  readonly communityId: number
  /** All that may be approved together. */
  readonly exact: readonly ReviewRow[]
  readonly chosen: readonly ReviewRow[]
  readonly onChoose: (registrationIds: readonly string[]) => void
  readonly onDone: (reply: Reply<'approveExactMatches'>) => void
}

/** At most this many in one go: the contract's bound. */
const maxAtOnce = 100

/** Those whose every field equals the roll, together; the dialog names how many and who. */
export const BulkApprove = ({ communityId, exact, chosen, onChoose, onDone }: BulkApproveProps) => {
  const { review: words } = useWords(workbenchWords)
  const [open, setOpen] = useState(false)
  const { send, isPending, error } = useMutation('approveExactMatches', {
    onDone: (reply) => {
      setOpen(false)
      onDone(reply)
    },
  })
  if (exact.length === 0) return null
  const approve = () =>
    void send({
      params: { communityId },
      body: { registrationIds: chosen.map(({ registrationId }) => registrationId) },
    })
  return (
    <div class="review-bulk">
      {chosen.length === 0 ? (
        <Button
          size="small"
          icon="check"
          onClick={() => onChoose(exact.slice(0, maxAtOnce).map(({ registrationId }) => registrationId))}
        >
          {words.bulkAll(Math.min(exact.length, maxAtOnce))}
        </Button>
      ) : (
        <>
          <Button size="small" look="ink" onClick={() => setOpen(true)}>
            {words.bulk(chosen.length)}
          </Button>
          <Button size="small" look="quiet" onClick={() => onChoose([])}>
            {words.bulkNone}
          </Button>
        </>
      )}
      <Dialog open={open} title={words.bulkTitle(chosen.length)} onClose={() => setOpen(false)}>
        {open && (
          <ActForm
            confirm={words.bulkConfirm(chosen.length)}
            busy={isPending}
            failure={error}
            onSubmit={approve}
            onCancel={() => setOpen(false)}
          >
            <p>{words.bulkText}</p>
            <Rows>
              {chosen.map((row) => (
                <RowLine key={row.registrationId} title={row.shownName} note={row.dwelling ?? words.noDwelling} plain />
              ))}
            </Rows>
          </ActForm>
        )}
      </Dialog>
    </div>
  )
}
