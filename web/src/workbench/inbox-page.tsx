import './workbench.css'
import { Inbox } from './inbox.tsx'
import { NotHere } from './not-here.tsx'
import { useDesk } from './use-desk.ts'

export interface InboxPageProps {
  readonly communityId: string
  /** The one that is looked at. */
  readonly serviceRequestId?: string
}

const InboxPage = ({ communityId, serviceRequestId }: InboxPageProps) => {
  const desk = useDesk(communityId, 'inbox.view')
  return desk === undefined ? (
    <NotHere communityId={Number(communityId)} />
  ) : (
    <Inbox desk={desk} selectedId={serviceRequestId} />
  )
}

export default InboxPage
