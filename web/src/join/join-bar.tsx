import './join.css'
import { joinWords } from '../messages/join.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { WechatDoor } from '../sign-in/wechat-door.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { ReadAloud } from '../ui/action/read-aloud.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'

export interface JoinBarProps {
  readonly code: string
  readonly communityId: number
  /** Elder mode: the words to read out stand beside the one thing to do. */
  readonly readOut?: string
}

/** The one thing to do behind the gate's code, for whoever is looking. */
export const JoinBar = ({ code, communityId, readOut }: JoinBarProps) => {
  const words = useWords(joinWords)
  const { me } = useSession()
  const here = me.hats.some((hat) => hat.communityId === communityId && hat.type === 'member')
  if (here)
    return (
      <StickyBar
        note={words.alreadyMember}
        below={
          <ButtonLink href={`/j/${encodeURIComponent(code)}/child`} look="quiet" size="big">
            {words.registerChild}
          </ButtonLink>
        }
      >
        <ButtonLink href="/home" look="do" size="big" wide>
          {words.goHome}
        </ButtonLink>
      </StickyBar>
    )
  if (me.waitingRegistrationId !== null)
    return (
      <StickyBar note={words.waiting}>
        <ButtonLink href="/registrations" look="do" size="big" wide>
          {words.seeWaiting}
        </ButtonLink>
      </StickyBar>
    )
  const elder = readOut !== undefined
  const known = !me.signedIn && !elder && (
    <div class="join__known">
      <span class="small soft">{words.known}</span>
      <WechatDoor returnTo={null} label={words.wechat} wide={false} />
      <ButtonLink href="/sign-in" size="big" icon="device">
        {words.phone}
      </ButtonLink>
    </div>
  )
  return (
    <StickyBar below={known || undefined}>
      {elder && <ReadAloud text={readOut} size="big" />}
      <ButtonLink href={`/j/${encodeURIComponent(code)}/register`} look="do" size="big" wide={!elder}>
        {elder ? words.registerElder : words.register}
      </ButtonLink>
    </StickyBar>
  )
}
