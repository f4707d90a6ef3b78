import '../workbench/workbench.css'
import './colleagues.css'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { Colleagues } from './colleagues.tsx'

const ColleaguesPage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'role.grant')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <Colleagues desk={desk} />
}

export default ColleaguesPage
