import '../leaving/leaving.css'
import './household.css'
import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import type { Reply } from '../api/types.ts'
import { householdWords } from '../messages/household.ts'
import { useWords } from '../messages/use-words.ts'
import { joinedBy } from '../registrations/form/joined-by.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { type MemberHat, MemberOnly } from '../session/member-only.tsx'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Page } from '../ui/page/page.tsx'
import { Rows } from '../ui/page/rows.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { Who } from '../ui/people/who.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { HelperDialog } from './helper-dialog.tsx'

type Member = Reply<'listHousehold'>['members'][number]

const MemberLine = ({ member, onAsk }: { readonly member: Member; readonly onAsk: () => void }) => {
  const words = useWords(householdWords)
  const { shownName, mayActForMe, iMayActFor, tenure } = member
  const between =
    mayActForMe && iMayActFor
      ? words.both
      : mayActForMe
        ? words.mayActForMe
        : iMayActFor
          ? words.iMayActFor
          : words.neither
  return (
    <li class="household-line">
      <Who name={shownName} meta={<Joined parts={[tenure === null ? null : words.tenure[tenure], between]} />} />
      <div class="household-line__acts">
        {iMayActFor && (
          <ButtonLink icon="pencil" href={`/me/household/${member.membershipId}`} label={words.speakOf(shownName)}>
            {words.speak}
          </ButtonLink>
        )}
        <Button label={(mayActForMe ? words.stopOf : words.allowOf)(shownName)} onClick={onAsk}>
          {mayActForMe ? words.stop : words.allow}
        </Button>
      </div>
    </li>
  )
}

/** A child joins through its guardian, behind the code of the gate. */
const ChildPart = ({ code }: { readonly code: string | null }) => {
  const words = useWords(householdWords)
  if (code === null) return <p class="small soft">{words.childText}</p>
  return (
    <p>
      <ButtonLink look="quiet" icon="people" href={`/j/${encodeURIComponent(code)}/child`}>
        {words.child}
      </ButtonLink>
    </p>
  )
}

const Household = ({ hat }: { readonly hat: MemberHat }) => {
  const words = useWords(householdWords)
  const { communityId } = hat
  const [asked, ask] = useState<Member | undefined>(undefined)
  const [said, say] = useState('')
  const { data, error, refetch } = useQuery('listHousehold', { params: { communityId } })
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  if (data === undefined) return <SkeletonRows />
  if (hat.buildingName === null) return <EmptyState icon="home" title={words.noHomeTitle} text={words.noHomeText} />
  return (
    <>
      <p class="leaving-intro">{words.intro}</p>
      <div role="status">
        {said !== '' && (
          <p class="household-said">
            <Icon name="check" size="small" />
            <span>{said}</span>
          </p>
        )}
      </div>
      {data.members.length === 0 ? (
        <EmptyState icon="home" title={words.none} text={words.noneText} />
      ) : (
        <Rows label={words.title}>
          {data.members.map((member) => (
            <MemberLine key={member.membershipId} member={member} onAsk={() => ask(member)} />
          ))}
        </Rows>
      )}
      <ChildPart code={joinedBy(communityId)} />
      <HelperDialog
        helper={asked}
        communityId={communityId}
        onClose={() => ask(undefined)}
        onDone={(sentence) => {
          ask(undefined)
          say(sentence)
        }}
      />
    </>
  )
}

/** Who lives with me here, and who may speak for whom. */
const HouseholdPage = () => {
  const words = useWords(householdWords)
  return (
    <MemberOnly>
      {(hat) => (
        <ResidentShell tab="me">
          <Page>
            <TopBar title={words.title} note={hat.buildingName ?? hat.territoryName} backHref="/me" />
            <Household key={hat.hatId} hat={hat} />
          </Page>
        </ResidentShell>
      )}
    </MemberOnly>
  )
}

export default HouseholdPage
