import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Page } from '../ui/page/page.tsx'
import { PageSkeleton } from '../ui/state/page-skeleton.tsx'
import { PublicPage } from './public-page.tsx'
import { PublicPageElder } from './public-page-elder.tsx'
import { ReplacedCode } from './replaced-code.tsx'
import { UnknownCode } from './unknown-code.tsx'

const Opened = ({ code }: { readonly code: string }) => {
  const opened = useQuery('openJoinCode', { params: { code } })
  const [{ mode }] = usePreferences()
  if (opened.data?.status === 'replaced') return <ReplacedCode replaced={opened.data} />
  if (opened.data !== undefined) {
    const { page } = opened.data
    return mode === 'elder' ? <PublicPageElder code={code} page={page} /> : <PublicPage code={code} page={page} />
  }
  if (!opened.error) return <PageSkeleton />
  const { error } = opened
  if (error instanceof ProblemError && (error.slug === 'not-found' || error.slug === 'invalid-input'))
    return <UnknownCode />
  return (
    <Page>
      <LoadFailed inline error={error} again={() => void opened.refetch()} />
    </Page>
  )
}

/** What a scan of the gate's QR code opens. */
const JoinPage = ({ code }: { readonly code: string }) => (
  <ResidentShell>
    <Opened code={code} />
  </ResidentShell>
)

export default JoinPage
