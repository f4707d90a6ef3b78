import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import { useState } from 'preact/hooks'
import type { Failure } from '../api/query.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import type { Mark } from '../ui/form/marks.ts'
import { fieldFaultOf } from './use-refusal.ts'
import { faultIn } from './word-fault.ts'

const maxCodePoints = 2000

export interface Said {
  readonly text: string
  readonly onInput: (text: string) => void
  readonly limit: number
  readonly marks: readonly Mark[]
  /** For the field, once somebody tried to send it. */
  readonly error: string | undefined
  /** Whether it may be sent; shows why not. */
  readonly check: () => boolean
}

export interface SaidRules {
  /** Said where a reason or a result says nothing; absent where anything may be said. */
  readonly notStated?: string
  /** What counts as said; a reason where nothing else is asked for. */
  readonly isStated?: (text: string) => boolean
  readonly failure: Failure | undefined
  /** Where the server names this field. */
  readonly pointer: string
  readonly initial?: string
}

/** Words of a form that others will read: checked by the same rules as on the server, before they are sent. */
export const useSaid = ({ notStated, isStated = isStatedReason, failure, pointer, initial = '' }: SaidRules): Said => {
  const { answer: words } = useWords(workbenchWords)
  const [text, setText] = useState(initial)
  const [tried, setTried] = useState(false)
  const found = faultIn(text, maxCodePoints)
  const { empty, limit, personal, character, hollow } = words
  const sentence = { empty, limit, personal, character, hollow }
  const here = found === undefined ? undefined : sentence[found.fault]
  const unstated = notStated !== undefined && !isStated(text) ? notStated : undefined
  const refused = fieldFaultOf(failure, pointer)
  return {
    text,
    onInput: (next) => {
      setText(next)
      setTried(false)
    },
    limit: maxCodePoints,
    marks: found?.at ?? [],
    error: tried ? (here ?? unstated ?? (refused === undefined ? undefined : sentence[refused])) : undefined,
    check: () => {
      setTried(true)
      return here === undefined && unstated === undefined
    },
  }
}
