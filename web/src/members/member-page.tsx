import '../workbench/workbench.css'
import '../workbench/review.css'
import './members.css'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { Member } from './member.tsx'

interface MemberPageProps {
  readonly communityId: string
  readonly membershipId: string
}

const MemberPage = ({ communityId, membershipId }: MemberPageProps) => {
  const desk = useDesk(communityId, 'membership.manage')
  return desk === undefined ? (
    <NotHere communityId={Number(communityId)} />
  ) : (
    <Member key={membershipId} desk={desk} membershipId={membershipId} />
  )
}

export default MemberPage
