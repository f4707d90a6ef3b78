import '../register.css'
import type { RegistrationView } from '@shequtong/contract/registrations'
import { registrationWords } from '../../messages/registrations.ts'
import { dayAndClock } from '../../messages/time.ts'
import { useCoreWords, useWords } from '../../messages/use-words.ts'
import { OfficeSection } from '../../offices/office-rows.tsx'
import { ButtonLink } from '../../ui/action/button.tsx'
import { ReadAloud } from '../../ui/action/read-aloud.tsx'
import { RowLine, Rows } from '../../ui/page/rows.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Sheet } from '../../ui/page/sheet.tsx'
import { Wenwu } from '../../ui/page/wenwu.tsx'
import { useNow } from '../../ui/time/use-now.ts'
import { joinedBy } from '../form/joined-by.ts'
import { ReplyForm } from './reply-form.tsx'
import { StandingSteps } from './standing-steps.tsx'
import { Withdraw } from './withdraw.tsx'

interface StandingProps {
  readonly registration: RegistrationView
}

const Waiting = ({ registration }: StandingProps) => {
  const words = useWords(registrationWords)
  const { time } = useCoreWords()
  const now = useNow()
  const code = joinedBy(registration.communityId)
  const late = Date.parse(registration.reviewBy) <= now.getTime()
  const by = dayAndClock(new Date(registration.reviewBy), now, time)
  return (
    <>
      {late ? (
        <p>{words.late}</p>
      ) : (
        <p>
          {words.waiting} <b>{by}</b> {words.waitingUntil}
        </p>
      )}
      <StandingSteps registration={registration} />
      <ReadAloud wide text={late ? words.late : `${words.waiting} ${by} ${words.waitingUntil}`} />
      <Section title={words.meanwhile}>
        <Rows>
          {code !== null && (
            <RowLine
              lead="eye"
              title={words.readNow}
              note={words.readNowNote}
              href={`/j/${encodeURIComponent(code)}`}
            />
          )}
          <RowLine lead="lock" title={words.later} note={words.laterNote} />
          <RowLine lead="key" title={words.earlier} note={words.earlierNote} plain />
        </Rows>
      </Section>
      <Withdraw registrationId={registration.registrationId} />
    </>
  )
}

const AskedBack = ({ registration }: StandingProps) => {
  const words = useWords(registrationWords)
  return (
    <>
      <Sheet padded edge="strong">
        <p>{registration.reason}</p>
      </Sheet>
      <StandingSteps registration={registration} />
      <ReplyForm
        registrationId={registration.registrationId}
        label={words.answer}
        hint={words.answerHint}
        send={words.answerSend}
      />
      <Withdraw registrationId={registration.registrationId} />
    </>
  )
}

const Refused = ({ registration }: StandingProps) => {
  const words = useWords(registrationWords)
  const code = joinedBy(registration.communityId)
  return (
    <>
      <Sheet padded>
        <p class="small soft">{words.refusedReason}</p>
        <p>{registration.reason}</p>
      </Sheet>
      <StandingSteps registration={registration} />
      <Section title={words.refusedNext}>
        <ReplyForm
          registrationId={registration.registrationId}
          label={words.explainLabel}
          hint={words.explainHint}
          send={words.explain}
        />
      </Section>
      <Rows>
        {code === null ? (
          <RowLine lead="qr" title={words.again} note={words.againScan} />
        ) : (
          <RowLine
            lead="pencil"
            title={words.again}
            note={words.againNote}
            href={`/j/${encodeURIComponent(code)}/register`}
          />
        )}
      </Rows>
      <OfficeSection communityId={registration.communityId} />
    </>
  )
}

const Approved = ({ registration }: StandingProps) => {
  const words = useWords(registrationWords)
  return (
    <>
      <p>{words.approved(registration.shownName)}</p>
      <ButtonLink href="/home" look="do" size="big" wide>
        {words.goHome}
      </ButtonLink>
    </>
  )
}

const Withdrawn = ({ registration }: StandingProps) => {
  const words = useWords(registrationWords)
  const code = joinedBy(registration.communityId)
  return (
    <>
      <p>{words.withdrawn}</p>
      {code !== null && (
        <ButtonLink href={`/j/${encodeURIComponent(code)}/register`} look="do" size="big" wide>
          {words.again}
        </ButtonLink>
      )}
    </>
  )
}

const views = { submitted: Waiting, askedBack: AskedBack, approved: Approved, refused: Refused, withdrawn: Withdrawn }

/** Where one registration stands and what can be done about it. */
export const Standing = ({ registration }: StandingProps) => {
  const words = useWords(registrationWords)
  const titles = {
    submitted: words.waitingTitle,
    askedBack: words.askedTitle,
    approved: words.approvedTitle,
    refused: words.refusedTitle,
    withdrawn: words.withdrawnTitle,
  }
  const View = views[registration.state]
  return (
    <div class="standing">
      <h2 class="register__question">{titles[registration.state]}</h2>
      <Wenwu />
      <View registration={registration} />
    </div>
  )
}
