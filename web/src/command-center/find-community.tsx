import './find.css'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { useHotkeys } from '../ui/action/use-hotkeys.ts'
import { TextField } from '../ui/form/text-field.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { findCommunities } from './find-communities.ts'
import { communityPath } from './paths.ts'
import { useFindable } from './use-findable.ts'

const shownAtMost = 12

/** Arrow keys walk from the field through the names and back. */
const walk = (event: KeyboardEvent, within: HTMLElement): void => {
  const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (move === 0) return
  const stops = [...within.querySelectorAll<HTMLElement>('input, a')]
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + move]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

const Finder = ({ close }: { readonly close: () => void }) => {
  const { find } = useWords(commandCenterWords)
  const { route } = useLocation()
  const [typed, setTyped] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const communities = useFindable(true)
  const found = findCommunities(communities ?? [], typed)
  const shown = found.slice(0, shownAtMost)
  const said =
    typed.trim() === ''
      ? find.all(communities?.length ?? 0)
      : found.length === 0
        ? find.none
        : found.length > shownAtMost
          ? find.more(found.length - shownAtMost)
          : find.found(found.length)
  const go = (event: Event) => {
    event.preventDefault()
    const first = shown[0]
    if (first === undefined) return
    close()
    route(communityPath(first.communityId))
  }
  return (
    <form ref={form} onSubmit={go} onKeyDown={(event) => form.current !== null && walk(event, form.current)}>
      <TextField
        label={find.label}
        labelHidden
        icon="search"
        inputMode="search"
        autoComplete="off"
        autoFocus
        maxLength={20}
        placeholder={find.placeholder}
        value={typed}
        onInput={setTyped}
      />
      {communities === undefined ? (
        <SkeletonRows count={3} />
      ) : (
        <>
          <ul class="find">
            {shown.map(({ communityId, name, subdistrictName }) => (
              <li key={communityId}>
                <a class="find__name" href={communityPath(communityId)} onClick={close}>
                  <b>{name}</b>
                  <span class="small soft">{subdistrictName}</span>
                </a>
              </li>
            ))}
          </ul>
          <p class="small soft" role="status">
            {said}
          </p>
        </>
      )}
    </form>
  )
}

/** 找一个居村, by typing. It stands in the page, not in the head that its button stands in. */
export const FindDialog = ({ close }: { readonly close: () => void }) => {
  const { find } = useWords(commandCenterWords)
  return (
    <Dialog open title={find.title} onClose={close}>
      <Finder close={close} />
    </Dialog>
  )
}

/** The key / does the same. */
export const FindButton = ({ onPress }: { readonly onPress: () => void }) => {
  const { find } = useWords(commandCenterWords)
  useHotkeys({ '/': onPress })
  return (
    <Button icon="search" hotkey="/" onClick={onPress}>
      {find.title}
    </Button>
  )
}
