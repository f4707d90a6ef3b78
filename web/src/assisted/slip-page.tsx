import { useQuery } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { threadPath } from '../service-requests/thread-path.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { inboxItemPath } from '../workbench/work-paths.ts'
import { RequestSlip } from './request-slip.tsx'

interface SlipPageProps {
  readonly communityId: string
  readonly serviceRequestId: string
}

const Printable = ({ communityId, serviceRequestId }: SlipPageProps) => {
  const params = { communityId: Number(communityId), serviceRequestId }
  const { data, error, refetch } = useQuery('readRequestFiling', { params })
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  return data === undefined ? <SkeletonRows /> : <RequestSlip slip={data} />
}

/** The receipt of a request once more, for a paper that was lost. */
const SlipPage = (props: SlipPageProps) => {
  const words = useWords(assistedWords)
  const { hat } = useSession()
  const address = { communityId: Number(props.communityId), serviceRequestId: props.serviceRequestId }
  const back = hat?.type === 'role' ? inboxItemPath(address.communityId, address.serviceRequestId) : threadPath(address)
  return (
    <SignedInOnly>
      <ResidentShell>
        <div class="page receipt-page">
          <TopBar title={words.request.slip} backHref={back} />
          <Printable {...props} />
        </div>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default SlipPage
