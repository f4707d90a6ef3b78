import './stepper.css'
import { useCoreWords } from '../../messages/use-words.ts'

/** How far through a form: `now` counts from 1. */
export const Progress = ({ now, all }: { readonly now: number; readonly all: number }) => {
  const { steps } = useCoreWords()
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={steps.progress(now, all)}
      aria-valuemin={1}
      aria-valuemax={all}
      aria-valuenow={now}
    >
      {Array.from({ length: all }, (_, at) => (
        <i key={at} class={at + 1 < now ? 'is-done' : at + 1 === now ? 'is-now' : ''} />
      ))}
    </div>
  )
}
