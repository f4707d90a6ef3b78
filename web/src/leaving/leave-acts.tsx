import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { leavingWords } from '../messages/leaving.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { useNow } from '../ui/time/use-now.ts'

const msPerDay = 86_400_000

/** Leave after a second look, or stay while there is time. */
export const LeaveActs = ({ leaving }: { readonly leaving: Reply<'readLeaving'> }) => {
  const words = useWords(leavingWords)
  const { time } = useCoreWords()
  const failureWords = useFailure()
  const now = useNow()
  const [asking, ask] = useState(false)
  const onDone = () => void invalidate('readLeaving')
  const leave = useMutation('leaveCommunity', { onDone })
  const stay = useMutation('stayInCommunity', { onDone })
  const params = { membershipId: leaving.membershipId }
  const error = leave.error ?? stay.error
  const until = new Date(now.getTime() + leaving.regretDays * msPerDay)
  const go = async () => {
    await leave.send({ params, body: {} })
    ask(false)
  }
  const refused = error !== undefined && <FieldError>{failureWords(error).title}</FieldError>
  if (leaving.leaveCause === 'left')
    return (
      <div class="leaving-acts">
        <Button look="do" size="big" wide busy={stay.isPending} onClick={() => void stay.send({ params, body: {} })}>
          {words.stay}
        </Button>
        {refused}
      </div>
    )
  if (leaving.leaveCause !== null && leaving.leaveCause !== 'leaseEnds') return null
  const roles = leaving.rolesHeld.map(({ shownName }) => shownName).join(words.and)
  return (
    <div class="leaving-acts">
      <Button size="big" wide disabled={roles !== ''} onClick={() => ask(true)}>
        {words.leave(leaving.communityName)}
      </Button>
      {roles !== '' && <p class="small soft">{words.rolesHeld(roles)}</p>}
      {refused}
      <Dialog
        open={asking}
        title={words.askTitle(leaving.communityName)}
        onClose={() => ask(false)}
        actions={
          <>
            <Button size="big" onClick={() => ask(false)}>
              {words.keep}
            </Button>
            <Button look="do" size="big" busy={leave.isPending} onClick={() => void go()}>
              {words.leave(leaving.communityName)}
            </Button>
          </>
        }
      >
        <p>{words.askText(exactTime(until, time))}</p>
      </Dialog>
    </div>
  )
}
