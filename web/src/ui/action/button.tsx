import './button.css'
import type { ComponentChildren, JSX } from 'preact'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icon-paths.ts'

/** `do` is cinnabar: the one thing to do, once per screen. `plain` is a frame, `ink` filled ink, `quiet` underlined words. */
export type ButtonLook = 'do' | 'plain' | 'ink' | 'quiet'

interface Shared {
  readonly children: ComponentChildren
  readonly look?: ButtonLook
  readonly size?: 'big' | 'normal' | 'small'
  /** As wide as its column. */
  readonly wide?: boolean
  readonly icon?: IconName
  /** The key that does the same at a desk. */
  readonly hotkey?: string
}

export interface ButtonProps extends Shared {
  readonly onClick?: (event: MouseEvent) => void
  readonly type?: 'button' | 'submit'
  readonly disabled?: boolean
  /** The act is under way: pressing again does nothing, the width stays. */
  readonly busy?: boolean
  readonly pressed?: boolean
  readonly form?: string
  readonly label?: string
}

export interface ButtonLinkProps extends Shared {
  readonly href: string
  readonly label?: string
}

const classOf = ({ look = 'plain', size = 'normal', wide = false }: Shared): string =>
  `button button--${look} button--${size}${wide ? ' button--wide' : ''}`

const Inside = ({ icon, hotkey, children }: Shared) => (
  <>
    {icon !== undefined && <Icon name={icon} size="small" />}
    <span>{children}</span>
    {hotkey !== undefined && (
      <span class="key key--button" aria-hidden="true">
        {hotkey}
      </span>
    )}
  </>
)

export const Button = (props: ButtonProps) => {
  const { onClick, type = 'button', disabled = false, busy = false, pressed, form, label, hotkey } = props
  const optional: JSX.IntrinsicElements['button'] = {
    ...(pressed === undefined ? {} : { 'aria-pressed': pressed }),
    ...(form === undefined ? {} : { form }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(hotkey === undefined ? {} : { 'aria-keyshortcuts': hotkey }),
    ...(busy ? { 'aria-busy': true, 'aria-disabled': true } : {}),
  }
  const press = (event: MouseEvent) => {
    if (busy) return event.preventDefault()
    onClick?.(event)
  }
  return (
    <button type={type} class={classOf(props)} disabled={disabled} onClick={press} {...optional}>
      <Inside {...props} />
    </button>
  )
}

/** A place to go that looks like something to press. */
export const ButtonLink = (props: ButtonLinkProps) => (
  <a class={classOf(props)} href={props.href} {...(props.label === undefined ? {} : { 'aria-label': props.label })}>
    <Inside {...props} />
  </a>
)
