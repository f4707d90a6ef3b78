import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'

const Stands = ({ code }: { readonly code: string }) => {
  const { stands: words } = useWords(assistedWords)
  const { time } = useCoreWords()
  const { data, error, refetch } = useQuery('openReceipt', { params: { code } })
  if (error instanceof ProblemError && error.slug === 'not-found')
    return <EmptyState icon="qr" title={words.lostTitle} text={words.lostText} />
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  return (
    <Rows>
      <RowLine title={words.state[data.state]} note={`${words.now} · ${words.kind[data.kind]}`} />
      <RowLine plain title={data.communityName} note={words.where} />
      <RowLine plain title={exactTime(new Date(data.filedAt), time)} note={words.since} />
    </Rows>
  )
}

/** Where the code of a printed receipt leads: how far it is, without a name. */
const StandsPage = ({ code }: { readonly code: string }) => {
  const { stands: words } = useWords(assistedWords)
  return (
    <ResidentShell>
      <Page>
        <TopBar title={words.title} note={words.note} backHref="/" />
        <Stands code={code} />
      </Page>
    </ResidentShell>
  )
}

export default StandsPage
