import { useRef, useState } from 'preact/hooks'
import { client } from './client.ts'
import { newIdempotencyKey } from './idempotency-key.ts'
import { ConnectionError, ProblemError } from './problem-error.ts'
import type { Failure } from './query.ts'
import type { Input, Reply, WriteName } from './types.ts'

export interface Mutation<N extends WriteName> {
  /** The reply, or undefined when it failed (`error` says why) or another is still on its way. */
  readonly send: (input: Input<N>) => Promise<Reply<N> | undefined>
  readonly isPending: boolean
  readonly error: Failure | undefined
  readonly reset: () => void
}

/**
 * One write. Pressing again after a lost connection sends the same input under the same key, so that it is written once;
 * an input that was changed gets a new key. `onDone` runs before `send` returns: the place to invalidate what was read.
 */
export const useMutation = <N extends WriteName>(
  name: N,
  options: {
    readonly onDone?: (reply: Reply<N>, input: Input<N>) => void
    /** Nothing came back. True: somebody else sends it later under this key, and here it is no failure. */
    readonly onUnconnected?: (input: Input<N>, idempotencyKey: string) => boolean
  } = {},
): Mutation<N> => {
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<Failure | undefined>(undefined)
  const underway = useRef(false)
  const intent = useRef<{ words: string; key: string } | undefined>(undefined)

  const send = async (input: Input<N>): Promise<Reply<N> | undefined> => {
    if (underway.current) return undefined
    const words = JSON.stringify(input)
    const { key } = intent.current?.words === words ? intent.current : { key: newIdempotencyKey() }
    intent.current = { words, key }
    underway.current = true
    setPending(true)
    setError(undefined)
    try {
      const reply = await client.request(name, input, { idempotencyKey: key })
      intent.current = undefined
      options.onDone?.(reply, input)
      return reply
    } catch (failure) {
      if (!(failure instanceof ProblemError || failure instanceof ConnectionError)) throw failure
      if (failure instanceof ConnectionError && options.onUnconnected?.(input, key) === true) intent.current = undefined
      else setError(failure)
      return undefined
    } finally {
      underway.current = false
      setPending(false)
    }
  }
  return { send, isPending, error, reset: () => setError(undefined) }
}
