import '../workbench/workbench.css'
import './roll.css'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { Roll } from './roll.tsx'

const RollPage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'roll.manage')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <Roll desk={desk} />
}

export default RollPage
