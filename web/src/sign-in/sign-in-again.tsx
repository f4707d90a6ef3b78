import type { Me } from '@shequtong/contract/sessions'
import { useLocation } from 'preact-iso'
import { client } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { outgoing } from '../outgoing/kept-outgoing.ts'
import { resumeRealtime } from '../realtime/use-room.ts'
import { useSession } from '../session/session.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { PhoneSignIn } from './phone-sign-in.tsx'
import { signInOnTheWayTo } from './return-to.ts'

/** Where one comes in anyhow. */
const doors = ['/sign-in', '/demo', '/j/', '/r/']

/** The session ended while somebody was at work: they sign in above the page, which stays as it is. */
const SignInAgain = ({ onLater }: { readonly onLater: () => void }) => {
  const words = useWords(signInWords)
  const { hat, refresh } = useSession()
  const { path, url } = useLocation()
  const arrive = async (me: Me) => {
    const isSame = hat === undefined || me.hats.some(({ hatId }) => hatId === hat.hatId)
    // somebody else: nothing of the former person may stay on the screen
    if (!isSame) return location.assign('/')
    if (hat !== undefined && me.actingHatId !== hat.hatId)
      await client.request('wearHat', { body: { hatId: hat.hatId } }).catch(() => location.assign('/'))
    await refresh()
    resumeRealtime()
    void outgoing.flush()
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'readMe' })
  }
  if (doors.some((door) => path.startsWith(door))) return null
  return (
    <Dialog open title={words.againTitle} onClose={onLater}>
      <div class="stack">
        <p>{words.againText}</p>
        <PhoneSignIn enterLabel={words.goOnHere} onSignedIn={(me) => void arrive(me)} />
        <p>
          <ButtonLink href={signInOnTheWayTo(url)} look="quiet">
            {words.otherWay}
          </ButtonLink>
        </p>
      </div>
    </Dialog>
  )
}

export default SignInAgain
