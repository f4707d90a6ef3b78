import '../page/page.css'
import '../page/rows.css'
import '../people/people.css'
import './state.css'
import type { CSSProperties } from 'preact'
import { useCoreWords } from '../../messages/use-words.ts'

export interface SkeletonProps {
  readonly shape?: 'line' | 'small' | 'face' | 'picture' | 'tag'
  /** Percent of the column. */
  readonly width?: number
}

/** Grey only where a word is missing; shows itself after 300 ms, so that what is quick does not flicker. */
export const Skeleton = ({ shape = 'line', width = 100 }: SkeletonProps) => (
  <span
    class={`skeleton skeleton--${shape}`}
    style={{ '--skeleton-width': `${width}%` } as CSSProperties}
    aria-hidden="true"
  />
)

/** A voice that has not arrived: a face, a name, a few lines. `count` of them, announced once. */
export const SkeletonVoices = ({ count = 2 }: { readonly count?: number }) => {
  const { states } = useCoreWords()
  return (
    <div role="status" aria-label={states.loading}>
      {Array.from({ length: count }, (_, at) => (
        <div class="sheet sheet--padded" key={at}>
          <div class="who">
            <Skeleton shape="face" />
            <div class="who__words">
              <Skeleton width={46} />
              <Skeleton shape="small" width={30} />
            </div>
          </div>
          <div>
            <Skeleton />
            <Skeleton width={92} />
            <Skeleton width={55} />
          </div>
        </div>
      ))}
    </div>
  )
}

/** Rows of a list that have not arrived. */
export const SkeletonRows = ({ count = 3 }: { readonly count?: number }) => {
  const { states } = useCoreWords()
  return (
    <div class="sheet rows" role="status" aria-label={states.loading}>
      {Array.from({ length: count }, (_, at) => (
        <div class="row" key={at}>
          <div class="row__words">
            <Skeleton width={70 - (at % 3) * 12} />
            <Skeleton shape="small" width={45} />
          </div>
        </div>
      ))}
    </div>
  )
}
