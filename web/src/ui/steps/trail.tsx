import './stepper.css'
import { useCoreWords } from '../../messages/use-words.ts'
import { StepNode } from './node.tsx'
import type { Step } from './step.ts'

/** The stepper in one line, for the feed. */
export const Trail = ({ steps, asker = false }: { readonly steps: readonly Step[]; readonly asker?: boolean }) => {
  const { steps: words } = useCoreWords()
  const said = { done: words.done, now: words.now, todo: words.todo, yours: asker ? words.yours : words.theirs }
  return (
    <ol class="trail" aria-label={words.title}>
      {steps.map((step) => (
        <li key={step.key} class={`step--${step.state}`}>
          <StepNode step={step} asker={asker} />
          <span>{words[step.key]}</span>
          <span class="visually-hidden">{said[step.state]}</span>
        </li>
      ))}
    </ol>
  )
}
