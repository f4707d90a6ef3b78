import './mentions.css'
import { type Mention, typedMention } from '@shequtong/domain/mentions/mentions'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { mentionWords } from '../messages/mentions.ts'
import { useWords } from '../messages/use-words.ts'
import { TextArea, type TextAreaProps } from '../ui/form/text-area.tsx'
import { type Named, useMentionable } from './use-mentionable.ts'

export interface Naming {
  readonly communityId: number
  /** The post below which it is said: nobody whom it does not reach is offered. */
  readonly postId?: string
  readonly onChoose: (mention: Mention) => void
}

interface OptionsProps {
  readonly id: string
  readonly found: readonly Named[]
  readonly active: number
  readonly onTake: (one: Named) => void
}

const Options = ({ id, found, active, onTake }: OptionsProps) => {
  const { list } = useWords(mentionWords)
  return (
    <div id={id} role="listbox" aria-label={list} class="naming">
      {found.map((one, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        <div
          key={one.key}
          id={`${id}-${n}`}
          role="option"
          tabIndex={-1}
          aria-selected={n === active}
          class="naming__one"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(one)}
        >
          <span>{one.words}</span>
          {one.note !== '' && <span class="small soft">{one.note}</span>}
        </div>
      ))}
    </div>
  )
}

/** A text area where an @ offers whom it may name: arrows and Enter, or a tap; Escape puts the list away. */
export const MentionArea = ({ naming, ...props }: TextAreaProps & { readonly naming: Naming }) => {
  const words = useWords(mentionWords)
  const id = useId()
  const area = useRef<HTMLTextAreaElement | null>(null)
  const [caret, setCaret] = useState<number | undefined>(undefined)
  const [active, setActive] = useState(0)
  const [next, setNext] = useState<number | undefined>(undefined)
  const { value, onInput } = props
  const typed = caret === undefined ? undefined : typedMention(value, caret)
  const { found, isPending } = useMentionable(naming, typed?.query)
  const isOpen = typed !== undefined && found.length > 0
  const at = Math.min(active, found.length - 1)
  useEffect(() => {
    if (next === undefined) return
    area.current?.setSelectionRange(next, next)
    setNext(undefined)
  }, [next])
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, isOpen, at])
  const take = (one: Named) => {
    if (typed === undefined) return
    const { key: _, note: __, ...mention } = one
    const put = `${value.slice(0, typed.at)}@${one.words} `
    onInput(put + value.slice(typed.at + 1 + typed.query.length).replace(/^ /, ''))
    naming.onChoose(mention)
    setCaret(undefined)
    area.current?.focus()
    setNext(put.length)
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive((at + 1) % found.length),
    ArrowUp: () => setActive((at - 1 + found.length) % found.length),
    Enter: () => found[at] !== undefined && take(found[at]),
    Tab: () => found[at] !== undefined && take(found[at]),
    Escape: () => setCaret(undefined),
  }
  return (
    <TextArea
      {...props}
      suggesting={{
        onCaret: (element) => {
          area.current = element
          if (element.selectionStart !== caret) setActive(0)
          setCaret(element.selectionStart)
        },
        onLeave: () => setCaret(undefined),
        onKeyDown: (event) => {
          const act = keys[event.key]
          // while an input method composes, its own keys are its own
          if (!isOpen || act === undefined || event.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          act()
        },
        listId: isOpen ? id : undefined,
        activeId: isOpen ? `${id}-${at}` : undefined,
      }}
    >
      {isOpen && <Options id={id} found={found} active={at} onTake={take} />}
      {typed !== undefined && !isOpen && !isPending && typed.query !== '' && <p class="hint">{words.nobody}</p>}
      <p class="visually-hidden" role="status">
        {typed !== undefined && !isPending ? words.found(found.length) : ''}
      </p>
    </TextArea>
  )
}

type WordsAreaProps = TextAreaProps & { readonly naming?: Naming | undefined }

/** A text area, with an @ where words may name somebody. */
export const WordsArea = ({ naming, ...props }: WordsAreaProps) =>
  naming === undefined ? <TextArea {...props} /> : <MentionArea {...props} naming={naming} />
