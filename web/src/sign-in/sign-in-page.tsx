import { useLocation } from 'preact-iso'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Page } from '../ui/page/page.tsx'
import { Section } from '../ui/page/section.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { PhoneSignIn } from './phone-sign-in.tsx'
import { returnToOf } from './return-to.ts'
import { useArrive } from './use-arrive.ts'
import { WechatDoor } from './wechat-door.tsx'

const SignInPage = () => {
  const words = useWords(signInWords)
  const { me } = useSession()
  const { query } = useLocation()
  const arrive = useArrive()
  const returnTo = returnToOf(query.returnTo)
  return (
    <ResidentShell>
      <Page>
        <TopBar title={words.title}>
          <ModeSwitch />
        </TopBar>
        <div class="stack">
          <p>{words.intro}</p>
          <PhoneSignIn enterLabel={words.enter} onSignedIn={(arrived) => void arrive(arrived, returnTo)} />
          <p class="small soft">{words.or}</p>
          <WechatDoor returnTo={returnTo} />
          <Section title={words.lostTitle}>
            <p>{words.lost}</p>
          </Section>
          {me.demo && (
            <p class="small">
              <a
                class="button button--quiet button--normal"
                href={returnTo === null ? '/demo' : `/demo?returnTo=${encodeURIComponent(returnTo)}`}
              >
                {words.demo}
              </a>
            </p>
          )}
        </div>
      </Page>
    </ResidentShell>
  )
}

export default SignInPage
