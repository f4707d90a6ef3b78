import type { MemberAct } from '@shequtong/domain/memberships/membership'
import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { memberWords } from '../messages/members.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page/section.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { Reveal } from '../workbench/reveal.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { deskPhonePath, membersPath } from '../workbench/work-paths.ts'
import { MemberActDialog } from './member-act-dialog.tsx'
import { MemberFacts } from './member-facts.tsx'

type View = Reply<'readMember'>

const Acts = ({ desk, member, onAct }: { desk: Desk; member: View; onAct: (act: MemberAct) => void }) => {
  const words = useWords(memberWords)
  const { may } = member
  if (may.length === 0) return <p class="soft">{words.own}</p>
  return (
    <Section title={words.actsTitle} level={3}>
      <div class="member-acts">
        {may.map((act) =>
          act === 'movePhone' ? (
            <ButtonLink key={act} icon="phone" href={deskPhonePath(desk.communityId, member.membershipId)}>
              {words.acts.movePhone}
            </ButtonLink>
          ) : (
            <Button key={act} look={act === 'resume' ? 'do' : 'plain'} onClick={() => onAct(act)}>
              {words.acts[act]}
            </Button>
          ),
        )}
      </div>
      {member.state === 'active' && member.suspensionDaysLeft === 0 && (
        <p class="small soft">{words.suspendedEnough}</p>
      )}
      {!may.includes('movePhone') && <p class="small soft">{words.outranked}</p>}
    </Section>
  )
}

/** One member: how they stand, and what the committee may do about it. */
export const Member = ({ desk, membershipId }: { readonly desk: Desk; readonly membershipId: string }) => {
  const words = useWords(memberWords)
  const { communityId } = desk
  const [act, ask] = useState<MemberAct | undefined>(undefined)
  const [said, say] = useState('')
  const { data, error, refetch } = useQuery('readMember', { params: { communityId, membershipId } })
  const done = (sentence: string) => {
    ask(undefined)
    say(sentence)
    void invalidate('readMember', { communityId, membershipId })
    void invalidate('listMembers', { communityId })
  }
  return (
    <WorkFrame desk={desk} here="members">
      <Pane title={data?.shownName ?? words.title} backHref={membersPath(communityId)}>
        <div class="desk-column">
          <p class="only-desk">
            <a href={membersPath(communityId)}>{words.back}</a>
          </p>
          <div role="status">
            {said !== '' && (
              <p class="inbox-said">
                <Icon name="check" size="small" />
                <span>{said}</span>
              </p>
            )}
          </div>
          {data !== undefined ? (
            <>
              <MemberFacts member={data} />
              <Acts desk={desk} member={data} onAct={ask} />
              {desk.may('identity.reveal') && <Reveal communityId={communityId} registrationId={data.registrationId} />}
              <MemberActDialog
                act={act}
                member={data}
                communityId={communityId}
                onClose={() => ask(undefined)}
                onDone={done}
              />
            </>
          ) : error === null ? (
            <SkeletonRows count={5} />
          ) : (
            <LoadFailed error={error} again={() => void refetch()} inline />
          )}
        </div>
      </Pane>
    </WorkFrame>
  )
}
