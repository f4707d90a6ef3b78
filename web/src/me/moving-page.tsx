import { useQuery } from '../api/query.ts'
import { meWords } from '../messages/me.ts'
import { exactTime } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { OfficeSection } from '../offices/office-rows.tsx'
import { LoadFailed } from '../session/load-failed.tsx'
import { useSession } from '../session/session.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { Section } from '../ui/page/section.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'

const Steps = ({ membershipId, communityId }: { readonly membershipId: string; readonly communityId: number }) => {
  const { movingPage: words } = useWords(meWords)
  const { time } = useCoreWords()
  const { data, error, refetch } = useQuery('readLeaving', { params: { membershipId } })
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  const { communityName, leavesAt, openRequestCount, regretDays } = data
  return (
    <>
      <p>{words.intro}</p>
      <Section title={words.there}>
        <p>{words.thereText}</p>
      </Section>
      <Section title={words.open}>
        <p>{words.openText(openRequestCount)}</p>
      </Section>
      <Section title={words.here(communityName)}>
        <div class="stack">
          <p>{leavesAt === null ? words.hereText(regretDays) : words.hereDone(exactTime(new Date(leavesAt), time))}</p>
          <ButtonLink href="/me/leave" size="big" wide>
            {words.toLeave}
          </ButtonLink>
        </div>
      </Section>
      <Section title={words.samePlace}>
        <p>{words.samePlaceText}</p>
      </Section>
      <OfficeSection communityId={communityId} />
    </>
  )
}

/** Moving house: both homes may be registered at once, so nobody is without one for a day. */
const MovingPage = () => {
  const { movingPage: words } = useWords(meWords)
  const { me, hat } = useSession()
  const member = hat?.type === 'member' ? hat : me.hats.find(({ type }) => type === 'member')
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          {member === undefined || member.communityId === null ? (
            <EmptyState icon="home" title={words.noneTitle} text={words.noneText} />
          ) : (
            <Steps key={member.hatId} membershipId={member.hatId} communityId={member.communityId} />
          )}
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default MovingPage
