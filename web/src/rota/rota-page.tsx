import '../workbench/workbench.css'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { Rota } from './rota.tsx'

const RotaPage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'rota.view')
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <Rota desk={desk} />
}

export default RotaPage
