import '../workbench/workbench.css'
import './members.css'
import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { memberWords } from '../messages/members.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { NotHere } from '../workbench/not-here.tsx'
import { type Desk, useDesk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { memberPath } from '../workbench/work-paths.ts'
import { DeskPhoneForm } from './desk-phone-form.tsx'

interface Given {
  readonly desk: Desk
  readonly membershipId: string
}

const DeskPhone = ({ desk, membershipId }: Given) => {
  const { desk: words } = useWords(memberWords)
  const { communityId } = desk
  const [moved, setMoved] = useState<string | undefined>(undefined)
  const { data, error, refetch } = useQuery('readMember', { params: { communityId, membershipId } })
  const back = memberPath(communityId, membershipId)
  return (
    <WorkFrame desk={desk} here="members">
      <Pane title={words.title} {...(data === undefined ? {} : { note: words.who(data.shownName) })} backHref={back}>
        <div class="desk-column">
          {data === undefined && error === null && <SkeletonRows count={5} />}
          {data === undefined && error !== null && <LoadFailed error={error} again={() => void refetch()} inline />}
          {data !== undefined && moved === undefined && (
            <DeskPhoneForm communityId={communityId} member={data} onDone={setMoved} />
          )}
          {data !== undefined && moved !== undefined && (
            <EmptyState
              icon="check"
              title={words.doneTitle}
              text={words.doneText(data.shownName, moved.slice(-4))}
              actions={
                <ButtonLink href={back} look="do" size="big">
                  {words.toMember}
                </ButtonLink>
              }
            />
          )}
        </div>
      </Pane>
    </WorkFrame>
  )
}

interface DeskPhonePageProps {
  readonly communityId: string
  readonly membershipId: string
}

/** Somebody stands at the counter and cannot come in any more. */
const DeskPhonePage = ({ communityId, membershipId }: DeskPhonePageProps) => {
  const desk = useDesk(communityId, 'membership.manage')
  return desk === undefined ? (
    <NotHere communityId={Number(communityId)} />
  ) : (
    <DeskPhone key={membershipId} desk={desk} membershipId={membershipId} />
  )
}

export default DeskPhonePage
