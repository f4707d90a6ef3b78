import './leaving.css'
import { useQuery } from '../api/query.ts'
import type { Reply } from '../api/types.ts'
import { leavingWords } from '../messages/leaving.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { OfficeRows } from '../offices/office-rows.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Page } from '../ui/page/page.tsx'
import { Section } from '../ui/page/section.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { EraseMe } from './erase-me.tsx'
import { LastDay } from './last-day.tsx'
import { LeaveActs } from './leave-acts.tsx'
import { WhatHappens } from './what-happens.tsx'

interface StandingProps {
  readonly leaving: Reply<'readLeaving'>
  readonly communityId: number
}

/** What is already decided: by the member, or by the committee with its reason. */
const Standing = ({ leaving, communityId }: StandingProps) => {
  const words = useWords(leavingWords)
  const { time } = useCoreWords()
  const at = leaving.leavesAt === null ? null : exactTime(new Date(leaving.leavesAt), time)
  const byCommittee = leaving.leaveCause !== null && leaving.leaveCause !== 'left' && leaving.leaveCause !== 'leaseEnds'
  // what the tenant stated has a place of its own
  const isDecided = at !== null && leaving.leaveCause !== 'leaseEnds'
  if (!isDecided && leaving.state !== 'suspended') return null
  const title = byCommittee ? words.endsTitle : words.leavingTitle
  return (
    <Section title={isDecided ? title(at) : words.suspendedTitle}>
      {leaving.state === 'suspended' && isDecided && <p>{words.suspendedTitle}</p>}
      {leaving.state === 'suspended' && leaving.suspendedUntil !== null && (
        <p>{words.suspendedUntil(exactTime(new Date(leaving.suspendedUntil), time))}</p>
      )}
      {leaving.leaveCause === 'left' && <p>{words.leavingText}</p>}
      {leaving.reason !== null && (
        <>
          <p>{words.reason(leaving.reason)}</p>
          <p class="small soft">{words.askCommittee}</p>
          <OfficeRows communityId={communityId} />
        </>
      )}
    </Section>
  )
}

const Leaving = ({ membershipId, communityId }: { readonly membershipId: string; readonly communityId: number }) => {
  const words = useWords(leavingWords)
  const { data, error, refetch } = useQuery('readLeaving', { params: { membershipId } })
  return (
    <>
      <TopBar title={words.title(data?.communityName ?? '')} backHref="/me" />
      {error !== null && <LoadFailed error={error} again={() => void refetch()} inline />}
      {error === null && data === undefined && <SkeletonRows />}
      {data !== undefined && (
        <>
          <Standing leaving={data} communityId={communityId} />
          {data.mayStateLastDay && <LastDay leaving={data} />}
          {(data.leavesAt === null || data.leaveCause === 'leaseEnds') && (
            <p class="leaving-intro">{words.intro(data.regretDays)}</p>
          )}
          <WhatHappens leaving={data} />
          <LeaveActs leaving={data} />
        </>
      )}
    </>
  )
}

/** The membership worn now; in a role, the first one; without any, everything that is known of the person. */
const LeavingPage = () => {
  const { me, hat } = useSession()
  const member = hat?.type === 'member' ? hat : me.hats.find((one) => one.type === 'member')
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          {member === undefined || member.communityId === null ? (
            <EraseMe />
          ) : (
            <Leaving key={member.hatId} membershipId={member.hatId} communityId={member.communityId} />
          )}
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default LeavingPage
