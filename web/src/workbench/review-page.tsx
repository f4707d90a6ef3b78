import './workbench.css'
import './review.css'
import { NotHere } from './not-here.tsx'
import { Review } from './review.tsx'
import { useDesk } from './use-desk.ts'

export interface ReviewPageProps {
  readonly communityId: string
  readonly registrationId?: string
}

const ReviewPage = ({ communityId, registrationId }: ReviewPageProps) => {
  const desk = useDesk(communityId, 'registration.review')
  return desk === undefined ? (
    <NotHere communityId={Number(communityId)} />
  ) : (
    <Review desk={desk} selectedId={registrationId} />
  )
}

export default ReviewPage
