import type { PublicPage } from '@shequtong/contract/territory'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { ReplacedCode } from '../join/replaced-code.tsx'
import { UnknownCode } from '../join/unknown-code.tsx'
import { registrationWords } from '../messages/registrations.ts'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { PhoneSignIn } from '../sign-in/phone-sign-in.tsx'
import { WechatDoor } from '../sign-in/wechat-door.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Page } from '../ui/page/page.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { PageSkeleton } from '../ui/state/page-skeleton.tsx'
import { RegisterForm } from './register-form.tsx'

/** The phone first: the answer goes there. The place is kept. */
const PhoneFirst = ({ code, page }: { readonly code: string; readonly page: PublicPage }) => {
  const words = useWords(registrationWords)
  const signIn = useWords(signInWords)
  const { refresh } = useSession()
  const here = `/j/${encodeURIComponent(code)}`
  return (
    <Page>
      <TopBar title={words.title} note={page.compoundName} backHref={here}>
        <ModeSwitch />
      </TopBar>
      <div class="stack">
        <p>{signIn.introRegister}</p>
        <PhoneSignIn enterLabel={signIn.goOn} onSignedIn={() => void refresh()} />
        <p class="small soft">{signIn.or}</p>
        <WechatDoor returnTo={`${here}/register`} />
      </div>
    </Page>
  )
}

const Opened = ({ code, isChild }: { readonly code: string; readonly isChild: boolean }) => {
  const opened = useQuery('openJoinCode', { params: { code } })
  const { me } = useSession()
  const { route } = useLocation()
  const page = opened.data?.status === 'current' ? opened.data.page : undefined
  const member = me.hats.find((hat) => hat.type === 'member' && hat.communityId === page?.communityId)
  const guardian = isChild ? member : undefined
  const away = member !== undefined ? '/home' : me.waitingRegistrationId !== null ? '/registrations' : undefined
  const elsewhere = guardian === undefined ? away : undefined
  useEffect(() => {
    if (page !== undefined && elsewhere !== undefined) route(elsewhere, true)
  }, [page, elsewhere])
  if (opened.data?.status === 'replaced') return <ReplacedCode replaced={opened.data} />
  if (page !== undefined && elsewhere === undefined)
    return me.signedIn ? (
      <RegisterForm code={code} page={page} guardianMembershipId={guardian?.hatId ?? null} />
    ) : (
      <PhoneFirst code={code} page={page} />
    )
  if (!opened.error) return <PageSkeleton />
  if (opened.error instanceof ProblemError && ['not-found', 'invalid-input'].includes(opened.error.slug))
    return <UnknownCode />
  return (
    <Page>
      <LoadFailed inline error={opened.error} again={() => void opened.refetch()} />
    </Page>
  )
}

/** Registers with the compound whose code was scanned, and no other; `/child`: a neighbour their child under 14. */
const RegisterPage = ({ code }: { readonly code: string }) => (
  <ResidentShell>
    <Opened code={code} isChild={useLocation().path.endsWith('/child')} />
  </ResidentShell>
)

export default RegisterPage
