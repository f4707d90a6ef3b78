import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import type { Reply } from '../api/types.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { ShortWords } from './review-dialogs.tsx'

export interface RevealProps {
  readonly communityId: number
  readonly registrationId: string
}

/** The full document number, for a reason that is logged and shown to its subject. It lives in this component alone. */
export const Reveal = ({ communityId, registrationId }: RevealProps) => {
  const { review: words } = useWords(workbenchWords)
  const [asking, ask] = useState(false)
  const [seen, see] = useState<Reply<'revealApplicant'> | undefined>(undefined)
  const { send, isPending, error } = useMutation('revealApplicant', {
    onDone: (reply) => {
      see(reply)
      ask(false)
    },
  })
  const look = (reason: string) =>
    void send({ params: { communityId, registrationId }, body: { fields: ['trueName', 'documentNumber'], reason } })
  return (
    <>
      <Rows>
        <RowLine
          lead="eye"
          title={words.reveal}
          note={seen === undefined ? words.revealNote : words.revealed}
          end={seen === undefined && <Button onClick={() => ask(true)}>{words.revealButton}</Button>}
        />
        {seen?.trueName !== undefined && <RowLine title={seen.trueName} note={words.trueName} plain />}
        {seen?.documentNumber !== undefined && (
          <RowLine title={seen.documentNumber} note={words.documentNumber} plain />
        )}
      </Rows>
      <Dialog open={asking} title={words.revealTitle} onClose={() => ask(false)}>
        {asking && (
          <div class="act-form">
            <p class="soft">{words.revealText}</p>
            <ShortWords
              label={words.revealReason}
              confirm={words.revealConfirm}
              tooShort={words.revealShort}
              maxCodePoints={200}
              pointer="/reason"
              busy={isPending}
              failure={error}
              onSend={look}
              onCancel={() => ask(false)}
            />
          </div>
        )}
      </Dialog>
    </>
  )
}
