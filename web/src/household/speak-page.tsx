import '../compose/compose.css'
import './household.css'
import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import type { Reply } from '../api/types.ts'
import { grouped } from '../assisted/receipt.tsx'
import { householdWords } from '../messages/household.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { type MemberHat, MemberOnly } from '../session/member-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { SpeakForm } from './speak-form.tsx'

const back = '/me/household'

const Filed = ({ slip, communityId }: { slip: Reply<'fileServiceRequestOnBehalf'>; communityId: number }) => {
  const { speakPage: words } = useWords(householdWords)
  const { time } = useCoreWords()
  return (
    <div class="stack" role="status">
      <h2>{words.done(slip.shownName)}</h2>
      <p>{words.by(exactTime(new Date(slip.deadlineAt), time))}</p>
      <Rows>
        <RowLine
          lead="doc"
          title={<span class="household-code">{grouped(slip.code)}</span>}
          note={`${words.code} · ${words.codeNote}`}
        />
      </Rows>
      <ButtonLink
        look="do"
        size="big"
        wide
        href={`/communities/${communityId}/service-requests/${slip.serviceRequestId}`}
      >
        {words.see}
      </ButtonLink>
      <ButtonLink size="big" wide href={back}>
        {words.home}
      </ButtonLink>
    </div>
  )
}

const Speak = ({ hat, membershipId }: { readonly hat: MemberHat; readonly membershipId: string }) => {
  const { speakPage: words } = useWords(householdWords)
  const { communityId } = hat
  const [slip, keep] = useState<Reply<'fileServiceRequestOnBehalf'> | undefined>(undefined)
  const { data, error, refetch } = useQuery('listHousehold', { params: { communityId } })
  const member = data?.members.find((one) => one.membershipId === membershipId)
  const name = member?.shownName ?? ''
  return (
    <>
      <TopBar title={words.title(name)} {...(name === '' ? {} : { note: words.note(name) })} backHref={back} />
      {error !== null && <LoadFailed error={error} again={() => void refetch()} inline />}
      {error === null && data === undefined && <SkeletonRows />}
      {slip !== undefined && <Filed slip={slip} communityId={communityId} />}
      {slip === undefined && data !== undefined && member?.iMayActFor !== true && (
        <EmptyState
          icon="people"
          title={words.notAllowedTitle}
          text={words.notAllowedText}
          actions={
            <ButtonLink href={back} size="big">
              {words.home}
            </ButtonLink>
          }
        />
      )}
      {slip === undefined && member?.iMayActFor === true && <SpeakForm hat={hat} member={member} onDone={keep} />}
    </>
  )
}

/** A matter of somebody of my dwelling, written down by me with their consent. */
const SpeakPage = ({ membershipId }: { readonly membershipId: string }) => (
  <MemberOnly>
    {(hat) => (
      <ResidentShell tab="me">
        <Page>
          <Speak key={`${hat.hatId} ${membershipId}`} hat={hat} membershipId={membershipId} />
        </Page>
      </ResidentShell>
    )}
  </MemberOnly>
)

export default SpeakPage
