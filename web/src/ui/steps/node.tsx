import { useCoreWords } from '../../messages/use-words.ts'
import { Icon } from '../icon.tsx'
import type { Step } from './step.ts'

/** The sign of one step: disc with check, ring with hands, empty ring; the resident's own is square like a seal. */
export const StepNode = ({ step, asker }: { readonly step: Step; readonly asker: boolean }) => {
  const { steps } = useCoreWords()
  const own = step.key === 'confirmed'
  return (
    <span class={`node ${own ? 'node--seal' : ''}`} aria-hidden="true">
      {step.state === 'done' && <Icon name="check" />}
      {step.state === 'now' && <Icon name="hands" />}
      {step.state === 'yours' && (asker ? steps.yourSeal : steps.theirSeal)}
    </span>
  )
}
