import './dialog.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useCoreWords } from '../../messages/use-words.ts'
import { IconButton } from './icon-button.tsx'

export interface DialogProps {
  readonly open: boolean
  readonly title: ComponentChildren
  /** Escape, the cross, a tap outside. */
  readonly onClose: () => void
  readonly children: ComponentChildren
  /** Buttons that name the outcome. */
  readonly actions?: ComponentChildren
  readonly wide?: boolean
}

/** A half sheet on a phone, a sheet in the middle of a desk; the browser's own dialog keeps the focus inside. */
export const Dialog = ({ open, title, onClose, children, actions, wide = false }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const { shell } = useCoreWords()
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === open) return
    if (!open) return element.close()
    element.showModal()
    // the title is read first; the cross, first in order, is not what one came for
    if (element.querySelector('[autofocus]') === null) element.querySelector('h2')?.focus()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is the tap outside
    <dialog
      ref={dialog}
      class={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={() => open && onClose()}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="dialog__sheet">
        <header class="dialog__head">
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="x" label={shell.close} onClick={onClose} />
        </header>
        <div class="dialog__body">{children}</div>
        {actions !== undefined && <footer class="dialog__actions">{actions}</footer>}
      </div>
    </dialog>
  )
}
