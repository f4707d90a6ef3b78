import { useEffect, useReducer, useRef } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import type { Input, Reply } from '../api/types.ts'
import { useSession } from '../session/session.tsx'
import { outgoing, watchConnection } from './kept-outgoing.ts'
import type { Outgoing, SendableLater, Sent } from './outgoing.ts'

/** Once, above every screen: whoever wears this hat has their waiting words sent. */
export const useOutgoingService = (hatId: string | undefined, onSent: (sent: Sent) => void): void => {
  useEffect(watchConnection, [])
  useEffect(() => outgoing.subscribe((sent) => sent !== undefined && onSent(sent)), [])
  useEffect(() => outgoing.serve(hatId), [hatId])
}

/** What waits in the name of whoever looks; `onSent` hears of each that has arrived. */
export const useOutgoing = (onSent?: (sent: Sent) => void): readonly Outgoing[] => {
  const { hat } = useSession()
  const [, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(
    () =>
      outgoing.subscribe((sent) => {
        renderAgain(undefined)
        if (sent !== undefined && sent.item.hatId === hat?.hatId) onSent?.(sent)
      }),
    [hat?.hatId, onSent],
  )
  return hat === undefined ? [] : outgoing.waiting(hat.hatId)
}

/**
 * A write that may go out later: sent now, or kept under the same key where nothing came back. Resolves with the reply, with
 * `later`, or with undefined where it was refused.
 */
export const useSendOrKeep = <N extends SendableLater>(
  name: N,
  options: { readonly onDone?: (reply: Reply<N>) => void } = {},
) => {
  const { hat } = useSession()
  const isKept = useRef(false)
  const mutation = useMutation(name, {
    ...options,
    onUnconnected: (input, key) => {
      if (hat === undefined) return false
      const item = { name, input, key, hatId: hat.hatId, since: new Date().toISOString(), refused: null }
      isKept.current = outgoing.add(item as unknown as Outgoing)
      return isKept.current
    },
  })
  const send = async (input: Input<N>): Promise<Reply<N> | 'later' | undefined> => {
    isKept.current = false
    const reply = await mutation.send(input)
    return reply ?? (isKept.current ? 'later' : undefined)
  }
  return { ...mutation, send }
}
