import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { BlockDialog } from './block-dialog.tsx'
import { keepThread } from './keep-thread.ts'
import { type Heard, neighboursAmong } from './neighbours-among.ts'
import { useRefusal } from './use-thread.ts'

/** Whoever asked, and whoever replied. */
const voicesIn = ({ by, entries }: ServiceRequestView) => [
  { by, partId: null },
  ...entries.flatMap(({ by: voice, kind, entryId }) =>
    voice !== null && kind === 'reply' ? [{ by: voice, partId: entryId }] : [],
  ),
]

/** Behind "more": taking it back, or hiding a neighbour's words, with a second look at what that means. */
export const ThreadMenu = ({ request }: { readonly request: ServiceRequestView }) => {
  const { thread } = useWords(serviceRequestWords)
  const [shown, show] = useState<'menu' | 'withdraw' | null>(null)
  const refusalOf = useRefusal()
  const withdraw = useMutation('withdrawServiceRequest', { onDone: keepThread })
  const [blocked, block] = useState<Heard | undefined>(undefined)
  const { hat } = useSession()
  const close = () => show(null)
  const mayWithdraw = request.may.includes('withdraw')
  const neighbours =
    hat?.type === 'member' && hat.communityId === request.communityId ? neighboursAmong(voicesIn(request)) : []
  if (!mayWithdraw && neighbours.length === 0) return null
  const { communityId, serviceRequestId } = request
  const send = async () => {
    const done = await withdraw.send({ params: { communityId, serviceRequestId }, body: {} })
    if (done !== undefined) close()
  }
  const refusal = refusalOf(withdraw.error)
  return (
    <>
      <IconButton icon="more" label={thread.more} onClick={() => show('menu')} />
      <Dialog open={shown === 'menu'} title={thread.menuTitle} onClose={close}>
        <div class="stack">
          {mayWithdraw && (
            <Button wide size="big" onClick={() => show('withdraw')}>
              {thread.withdraw}
            </Button>
          )}
          {neighbours.map((heard) => (
            <Button
              key={heard.shownName}
              wide
              size="big"
              onClick={() => {
                close()
                block(heard)
              }}
            >
              {thread.block(heard.shownName)}
            </Button>
          ))}
        </div>
      </Dialog>
      <Dialog
        open={shown === 'withdraw'}
        title={thread.withdrawTitle}
        onClose={close}
        actions={
          <>
            <Button size="big" onClick={close}>
              {thread.keep}
            </Button>
            <Button look="do" size="big" busy={withdraw.isPending} onClick={() => void send()}>
              {thread.withdrawDo}
            </Button>
          </>
        }
      >
        <p>{thread.withdrawText}</p>
        {refusal !== undefined && <FieldError>{refusal}</FieldError>}
      </Dialog>
      <BlockDialog address={request} heard={blocked} onClose={() => block(undefined)} />
    </>
  )
}
