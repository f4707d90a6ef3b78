import { useQuery } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button } from '../ui/action/button.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Receipt } from './receipt.tsx'

interface ReceiptPageProps {
  readonly communityId: string
  readonly registrationId: string
}

const Printable = ({ communityId, registrationId }: ReceiptPageProps) => {
  const words = useWords(assistedWords)
  const params = { communityId: Number(communityId), registrationId }
  const { data, error, refetch } = useQuery('readRegistrationReceipt', { params })
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  return (
    <>
      <Receipt receipt={data} />
      <Button look="do" size="big" wide onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  )
}

const ReceiptPage = (props: ReceiptPageProps) => {
  const words = useWords(assistedWords)
  return (
    <SignedInOnly>
      <ResidentShell>
        <div class="page receipt-page">
          <TopBar title={words.receipt} backHref={`/work/${props.communityId}/registrations/${props.registrationId}`} />
          <Printable {...props} />
        </div>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default ReceiptPage
