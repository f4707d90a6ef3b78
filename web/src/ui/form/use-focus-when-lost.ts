import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** The last thing that was pressed has gone from the page with the question it belonged to. */
let pressedAndGone = false

addEventListener('keydown', ({ key }) => {
  pressedAndGone = key === 'Enter' || key === ' '
})
addEventListener('pointerdown', () => {
  pressedAndGone = false
})

/** A question that took the place of the one just answered by key takes the focus too, so that one can go on from there. */
export const useFocusWhenLost = <E extends HTMLElement>(selector: string): RefObject<E | null> => {
  const group = useRef<E>(null)
  useEffect(() => {
    if (pressedAndGone && document.activeElement === document.body)
      group.current?.querySelector<HTMLElement>(selector)?.focus()
  }, [])
  return group
}
