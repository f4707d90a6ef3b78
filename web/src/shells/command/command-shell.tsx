import '../shell.css'
import './command.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { calendarDate } from '../../messages/time.ts'
import { useCoreWords, useLanguage } from '../../messages/use-words.ts'
import { useShell } from '../../preferences/use-preferences.ts'
import { Button } from '../../ui/action/button.tsx'
import { useHotkeys } from '../../ui/action/use-hotkeys.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/time/use-now.ts'
import { SkipLink } from '../skip-link.tsx'

export interface Crumb {
  readonly label: string
  /** Absent on the last: where we are. */
  readonly href?: string
}

export interface CommandShellProps {
  /** District → subdistrict → community. */
  readonly crumbs: readonly Crumb[]
  /** Beside the place: "指挥中心". */
  readonly note?: ComponentChildren
  /** The search button or field; gone on the wall. */
  readonly search?: ComponentChildren
  /** `false` where a page cannot stand on a wall. */
  readonly wall?: boolean
  readonly children: ComponentChildren
}

const Clock = () => {
  const now = useNow()
  const { time } = useCoreWords()
  const language = useLanguage()
  const weekday = now.toLocaleDateString(language, { timeZone: 'Asia/Shanghai', weekday: 'short' })
  const clock = now.toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return (
    <time class="command-clock" dateTime={now.toISOString()}>
      {time.dateClock(`${calendarDate(now, now, time)} ${weekday}`, clock)}
    </time>
  )
}

/** Wall mode: nothing to press but the key W, larger type. */
const useWall = (): readonly [boolean, () => void] => {
  const [wall, setWall] = useState(false)
  useEffect(() => {
    document.documentElement.toggleAttribute('data-wall', wall)
    return () => document.documentElement.removeAttribute('data-wall')
  }, [wall])
  return [wall, () => setWall(!wall)]
}

export const CommandShell = ({ crumbs, note, search, wall: mayWall = true, children }: CommandShellProps) => {
  useShell('command')
  const { shell } = useCoreWords()
  const [wall, toggleWall] = useWall()
  useHotkeys(mayWall ? { w: toggleWall } : {})
  return (
    <div class="command">
      <SkipLink />
      <header class="command__head">
        <nav aria-label={shell.where}>
          <ol class="crumbs">
            {crumbs.map(({ label, href }) => (
              <li key={label}>
                {href === undefined ? <h1>{label}</h1> : <a href={href}>{label}</a>}
                {href !== undefined && <Icon name="right" size="small" />}
              </li>
            ))}
          </ol>
        </nav>
        {note !== undefined && <p class="soft">{note}</p>}
        <div class="command__tools">
          {!wall && search}
          {mayWall && !wall && (
            <Button hotkey="w" onClick={toggleWall}>
              {shell.wallOn}
            </Button>
          )}
          <Clock />
        </div>
      </header>
      <main id="main" class="command__main">
        {children}
      </main>
    </div>
  )
}
