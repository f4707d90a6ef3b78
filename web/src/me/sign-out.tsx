import './me.css'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { meWords } from '../messages/me.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'

/** The end of this session; a fresh page forgets everything that was read. */
export const SignOut = () => {
  const words = useWords(meWords)
  const failure = useFailure()
  const [open, setOpen] = useState(false)
  const { send, error, isPending } = useMutation('signOut', { onDone: () => location.assign('/') })
  return (
    <div class="me-out">
      <Button wide size="big" icon="leave" onClick={() => setOpen(true)}>
        {words.signOut}
      </Button>
      <Dialog
        open={open}
        title={words.signOutTitle}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button size="big" onClick={() => setOpen(false)}>
              {words.signOutStay}
            </Button>
            <Button look="do" size="big" busy={isPending} onClick={() => void send({ body: {} })}>
              {words.signOut}
            </Button>
          </>
        }
      >
        <p>{words.signOutText}</p>
        {error !== undefined && <FieldError>{failure(error).title}</FieldError>}
      </Dialog>
    </div>
  )
}
