import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { IconButton } from '../ui/action/icon-button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { keepThread, useRefusal } from './use-thread.ts'

/** Behind "more": taking it back, with a second look at what that means. */
export const WithdrawMenu = ({ request }: { readonly request: ServiceRequestView }) => {
  const { thread } = useWords(serviceRequestWords)
  const [shown, show] = useState<'menu' | 'withdraw' | null>(null)
  const refusalOf = useRefusal()
  const withdraw = useMutation('withdrawServiceRequest', { onDone: keepThread })
  const close = () => show(null)
  if (!request.may.includes('withdraw')) return null
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
        <Button wide size="big" onClick={() => show('withdraw')}>
          {thread.withdraw}
        </Button>
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
    </>
  )
}
