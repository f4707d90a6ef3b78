import './page.css'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { useCoreWords } from '../../messages/use-words.ts'
import { IconButton } from '../action/icon-button.tsx'
import { goBack } from './go-back.ts'

export interface TopBarProps {
  readonly title: ComponentChildren
  readonly note?: ComponentChildren
  /** Where "back" leads; without it the page before, or the first screen where there is none. */
  readonly backHref?: string
  /** A form is closed rather than left. */
  readonly closes?: boolean
  readonly children?: ComponentChildren
}

export const TopBar = ({ title, note, backHref, closes = false, children }: TopBarProps) => {
  const { shell } = useCoreWords()
  const { route } = useLocation()
  const label = closes ? shell.close : shell.back
  const icon = closes ? 'x' : 'left'
  return (
    <header class="topbar">
      {backHref === undefined ? (
        <IconButton icon={icon} label={label} onClick={() => goBack(() => route('/', true))} />
      ) : (
        <IconButton icon={icon} label={label} href={backHref} />
      )}
      <div class="topbar__words">
        <h1>{title}</h1>
        {note !== undefined && <p>{note}</p>}
      </div>
      {children}
    </header>
  )
}
