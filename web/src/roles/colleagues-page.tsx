import '../workbench/workbench.css'
import './colleagues.css'
import { useState } from 'preact/hooks'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { Colleagues } from './colleagues.tsx'
import { Left } from './left.tsx'

const ColleaguesPage = ({ communityId }: { readonly communityId: string }) => {
  const desk = useDesk(communityId, 'role.grant')
  const [left, leave] = useState<string | undefined>(undefined)
  if (left !== undefined) return <Left said={left} />
  return desk === undefined ? <NotHere communityId={Number(communityId)} /> : <Colleagues desk={desk} onLeft={leave} />
}

export default ColleaguesPage
