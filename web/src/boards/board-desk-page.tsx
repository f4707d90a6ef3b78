import '../workbench/workbench.css'
import '../members/members.css'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { BoardDesk } from './board-desk.tsx'

const BoardDeskPage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'post.schedule')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <BoardDesk desk={desk} />
}

export default BoardDeskPage
