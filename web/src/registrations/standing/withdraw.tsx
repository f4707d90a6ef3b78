import { useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { invalidate } from '../../api/query-client.ts'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { useSession } from '../../session/session.tsx'
import { useFailure } from '../../session/use-failure.ts'
import { Button } from '../../ui/action/button.tsx'
import { Dialog } from '../../ui/action/dialog.tsx'
import { FieldError } from '../../ui/form/hint.tsx'

export const Withdraw = ({ registrationId }: { readonly registrationId: string }) => {
  const words = useWords(registrationWords)
  const inWords = useFailure()
  const { refresh } = useSession()
  const [open, setOpen] = useState(false)
  const withdraw = useMutation('withdrawRegistration')
  const act = async () => {
    const done = await withdraw.send({ params: { registrationId }, body: {} })
    if (done === undefined) return
    setOpen(false)
    await Promise.all([invalidate('listMyRegistrations'), refresh()])
  }
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <Dialog
        open={open}
        title={words.withdrawTitle}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button size="big" onClick={() => setOpen(false)}>
              {words.withdrawKeep}
            </Button>
            <Button size="big" busy={withdraw.isPending} onClick={() => void act()}>
              {words.withdrawDo}
            </Button>
          </>
        }
      >
        <p>{words.withdrawText}</p>
        {withdraw.error !== undefined && <FieldError>{inWords(withdraw.error).safe}</FieldError>}
      </Dialog>
    </>
  )
}
