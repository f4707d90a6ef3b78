import type { RegistrationReview } from '@shequtong/contract/registrations'
import { registrationTransitions } from '@shequtong/domain/registrations/registration'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { useHotkeys } from '../ui/action/use-hotkeys.ts'
import { FieldError } from '../ui/form/hint.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { RelativeTime } from '../ui/time/relative-time.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { Filing } from './filing.tsx'
import { Household } from './household.tsx'
import { Reveal } from './reveal.tsx'
import { AskForm, RefuseForm } from './review-dialogs.tsx'
import { ReviewTags } from './review-tags.tsx'
import type { Desk } from './use-desk.ts'
import { useRefusal } from './use-refusal.ts'
import { useWide } from './use-wide.ts'
import { reviewPath } from './work-paths.ts'

export type Decision = 'approved' | 'refused' | 'asked'

export interface ReviewPanelProps {
  readonly registration: RegistrationReview
  readonly desk: Desk
  readonly onDecided: (decision: Decision, registration: RegistrationReview) => void
}

export const ReviewPanel = ({ registration, desk, onDecided }: ReviewPanelProps) => {
  const { review: words } = useWords(workbenchWords)
  const { communityId } = desk
  const { registrationId, shownName, state } = registration
  const [form, open] = useState<'refuse' | 'askBack' | undefined>(undefined)
  const wide = useWide()
  const refusal = useRefusal()
  const approve = useMutation('approveRegistration', { onDone: () => onDecided('approved', registration) })
  const may = registrationTransitions[state]
  const { filing } = registration
  const own = filing?.byYou === true
  const taken = registration.documentTaken
  const mayApprove = may.approve !== undefined && !own && !taken
  const yes = () => void approve.send({ params: { communityId, registrationId }, body: {} })
  useHotkeys({
    ...(mayApprove ? { y: yes } : {}),
    ...(may.refuse === undefined ? {} : { n: () => open('refuse') }),
    ...(may.askBack === undefined ? {} : { q: () => open('askBack'), v: () => open('askBack') }),
  })
  const close = () => open(undefined)
  const given = { communityId, registrationId, onCancel: close }
  const done = (decision: Decision) => () => {
    close()
    onDecided(decision, registration)
  }
  const foot = may.approve !== undefined && (
    <div class="answer-box">
      <div class="answer-box__acts">
        {mayApprove && (
          <Button look="do" busy={approve.isPending} hotkey="y" onClick={yes}>
            {words.approve}
          </Button>
        )}
        <Button hotkey="n" onClick={() => open('refuse')}>
          {words.refuse}
        </Button>
        {may.askBack !== undefined && (
          <Button hotkey="q" onClick={() => open('askBack')}>
            {words.askBack}
          </Button>
        )}
      </div>
      {own && <p class="small">{words.ownFiling}</p>}
      {approve.error !== undefined && <FieldError>{refusal(approve.error)}</FieldError>}
      <p class="small soft only-desk">{words.foot}</p>
    </div>
  )
  return (
    <Pane
      level={wide ? 3 : 2}
      title={shownName}
      note={
        <Joined
          parts={[
            registration.dwelling ?? words.noDwelling,
            <span key="at">
              {words.submitted} <RelativeTime at={registration.submittedAt} />
            </span>,
          ]}
        />
      }
      end={<ReviewTags row={registration} />}
      backHref={reviewPath(communityId)}
      {...(foot === false ? {} : { foot })}
    >
      {taken && (
        <Rows>
          <RowLine lead="warn" title={words.takenTitle} note={words.takenText} plain />
        </Rows>
      )}
      {filing !== null && <Filing filing={filing} communityId={communityId} />}
      <ComparisonTable registration={registration} />
      {desk.may('identity.reveal') && <Reveal communityId={communityId} registrationId={registrationId} />}
      <Household registration={registration} />
      <Dialog
        open={form !== undefined}
        title={form === 'askBack' ? words.askTitle(shownName) : words.refuseTitle(shownName)}
        onClose={close}
      >
        {form === 'refuse' && <RefuseForm {...given} onDone={done('refused')} />}
        {form === 'askBack' && <AskForm {...given} onDone={done('asked')} />}
      </Dialog>
    </Pane>
  )
}
