import '../../ui/steps/stepper.css'
import type { RegistrationView } from '@shequtong/contract/registrations'
import { registrationWords } from '../../messages/registrations.ts'
import { dayAndClock, timeLeft } from '../../messages/time.ts'
import { useCoreWords, useWords } from '../../messages/use-words.ts'
import { Sheet } from '../../ui/page/sheet.tsx'
import { StepNode } from '../../ui/steps/node.tsx'
import type { StepState } from '../../ui/steps/step.ts'
import { useNow } from '../../ui/time/use-now.ts'

interface StandingStep {
  readonly key: 'filled' | 'checked' | 'joined' | 'again' | 'you'
  readonly state: StepState
  readonly notes: readonly string[]
}

/** Filled in → checked → neighbour; after a question or a refusal the last step is the applicant's own. */
export const StandingSteps = ({ registration }: { readonly registration: RegistrationView }) => {
  const words = useWords(registrationWords)
  const { steps: states, time } = useCoreWords()
  const now = useNow()
  const at = (instant: string) => dayAndClock(new Date(instant), now, time)
  const { state, submittedAt, decidedAt, reviewBy } = registration
  const left = timeLeft(Date.parse(reviewBy) - now.getTime(), time)
  const decided = decidedAt === null ? [] : [at(decidedAt)]
  const filled: StandingStep = { key: 'filled', state: 'done', notes: [at(submittedAt)] }
  const after: readonly StandingStep[] =
    state === 'askedBack'
      ? [
          { key: 'you', state: 'yours', notes: [words.nodes.yours] },
          { key: 'joined', state: 'todo', notes: [] },
        ]
      : state === 'refused'
        ? [
            { key: 'checked', state: 'done', notes: decided },
            { key: 'again', state: 'yours', notes: [words.nodes.yours] },
          ]
        : [
            { key: 'checked', state: 'now', notes: [words.byCommittee, left] },
            { key: 'joined', state: 'todo', notes: [] },
          ]
  return (
    <Sheet padded>
      <ol class="stepper stepper--three">
        {[filled, ...after].map((step) => (
          <li
            key={step.key}
            class={`step step--${step.state}`}
            {...(step.state === 'now' || step.state === 'yours' ? { 'aria-current': 'step' as const } : {})}
          >
            <StepNode step={{ key: step.state === 'yours' ? 'confirmed' : 'read', state: step.state }} asker />
            <b>{words.nodes[step.key]}</b>
            <span class="visually-hidden">{states[step.state]}</span>
            {step.notes.map((note) => (
              <span key={note}>{note}</span>
            ))}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
