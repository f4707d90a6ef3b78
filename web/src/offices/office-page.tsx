import '../workbench/workbench.css'
import '../members/members.css'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { Office } from './office.tsx'

const OfficePage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'office.manage')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <Office desk={desk} />
}

export default OfficePage
