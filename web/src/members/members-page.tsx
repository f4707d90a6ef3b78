import '../workbench/workbench.css'
import './members.css'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { Members } from './members.tsx'

const MembersPage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'membership.manage')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <Members desk={desk} />
}

export default MembersPage
