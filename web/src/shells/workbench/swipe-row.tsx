import './swipe-row.css'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

export interface SwipeAct {
  readonly label: string
  readonly icon: IconName
  readonly onAct: () => void
  /** The one to do: cinnabar. */
  readonly main?: boolean
}

export interface SwipeRowProps {
  readonly children: ComponentChildren
  readonly acts: readonly SwipeAct[]
}

/** Scrolled aside by the thumb, the row uncovers its acts; the Tab key reaches them too. At a desk keys do the same. */
export const SwipeRow = ({ children, acts }: SwipeRowProps) => {
  const row = useRef<HTMLDivElement>(null)
  return (
    <div class="swipe" ref={row}>
      <div class="swipe__content">{children}</div>
      {acts.map(({ label, icon, onAct, main = false }) => (
        <button
          key={label}
          type="button"
          class={main ? 'swipe__act swipe__act--main' : 'swipe__act'}
          onClick={() => {
            row.current?.scrollTo({ left: 0, behavior: 'smooth' })
            onAct()
          }}
        >
          <Icon name={icon} size="small" />
          {label}
        </button>
      ))}
    </div>
  )
}
