import './stepper.css'
import { dayAndClock, duration } from '../../messages/time.ts'
import { useCoreWords } from '../../messages/use-words.ts'
import { useNow } from '../time/use-now.ts'
import { StepNode } from './node.tsx'
import type { Step, StepKey } from './step.ts'

export interface StepperProps {
  readonly steps: readonly Step[]
  /** The reader asked: the seal says 您, not 民. */
  readonly asker?: boolean
  /** Below a step that is not done: who is waited for, until when. */
  readonly notes?: Partial<Record<StepKey, string>>
  /** Below a step that is done: by whose word, where that is not plain. */
  readonly doneBy?: Partial<Record<StepKey, string>>
}

/** 听到 → 回应 → 解决 → 居民确认, each with how long it took and when; upright in elder mode. */
export const Stepper = ({ steps, asker = false, notes = {}, doneBy = {} }: StepperProps) => {
  const { steps: words, time } = useCoreWords()
  const now = useNow()
  const said = { done: words.done, now: words.now, todo: words.todo, yours: asker ? words.yours : words.theirs }
  return (
    <ol class="stepper" aria-label={words.title}>
      {steps.map((step) => (
        <li
          key={step.key}
          class={`step step--${step.state}`}
          {...(step.state === 'now' || step.state === 'yours' ? { 'aria-current': 'step' as const } : {})}
        >
          <StepNode step={step} asker={asker} />
          <b>{words[step.key]}</b>
          <span class="visually-hidden">{said[step.state]}</span>
          {step.tookMs !== undefined && <span>{duration(step.tookMs, time)}</span>}
          {step.at !== undefined && <time dateTime={step.at.toISOString()}>{dayAndClock(step.at, now, time)}</time>}
          {step.state === 'done' && doneBy[step.key] !== undefined && <span>{doneBy[step.key]}</span>}
          {step.state !== 'done' && notes[step.key] !== undefined && <span>{notes[step.key]}</span>}
        </li>
      ))}
    </ol>
  )
}
