import { useEffect, useRef } from 'preact/hooks'

const wordless = /^(checkbox|radio|button|submit|range)$/

const typing = (target: EventTarget | null): boolean => {
  if (target instanceof HTMLInputElement) return !wordless.test(target.type)
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Single keys while nobody types, no dialog is open and no modifier is held. */
export const useHotkeys = (acts: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (typing(event.target) || document.querySelector('dialog[open]') !== null) return
      const act = latest.current[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
