import { useEffect, useRef, useState } from 'preact/hooks'
import { client } from '../api/client.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { ConnectionError, ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import type { Reply } from '../api/types.ts'
import { paramsOf, type RollPlace } from './place.ts'
import type { RollFile } from './roll-file.ts'

export interface RollUpload {
  /** The plan, or undefined when it failed (`failure` says why) or another is still on its way. */
  readonly send: (file: RollFile, skipBad?: boolean) => Promise<Reply<'checkRoll'> | undefined>
  readonly isPending: boolean
  /** Percent gone out; the server reads from 100 on. */
  readonly percent: number
  readonly failure: Failure | undefined
  readonly reset: () => void
}

interface Intent {
  readonly blob: Blob
  readonly skipBad: boolean
  readonly key: string
}

/** Sends one table, to be checked or to be imported. The same file pressed again after a lost connection has the same key. */
export const useRollUpload = (name: 'checkRoll' | 'importRoll', place: RollPlace): RollUpload => {
  const [isPending, setPending] = useState(false)
  const [percent, setPercent] = useState(0)
  const [failure, setFailure] = useState<Failure | undefined>(undefined)
  const intent = useRef<Intent | undefined>(undefined)
  const underway = useRef<AbortController | undefined>(undefined)
  // a check that nobody waits for any more; an import runs to its end
  useEffect(() => () => void (name === 'checkRoll' && underway.current?.abort()), [])
  const send = async ({ blob }: RollFile, skipBad = false): Promise<Reply<'checkRoll'> | undefined> => {
    if (underway.current !== undefined) return undefined
    if (intent.current?.blob !== blob || intent.current.skipBad !== skipBad)
      intent.current = { blob, skipBad, key: newIdempotencyKey() }
    const controller = new AbortController()
    underway.current = controller
    setPending(true)
    setPercent(0)
    setFailure(undefined)
    const options = {
      params: paramsOf(place),
      blob,
      idempotencyKey: intent.current.key,
      signal: controller.signal,
      onProgress: (share: number) => setPercent(Math.floor(share * 100)),
    }
    try {
      return name === 'checkRoll'
        ? await client.upload('checkRoll', options)
        : await client.upload('importRoll', skipBad ? { ...options, query: { skipBad: 'true' } } : options)
    } catch (error) {
      if (controller.signal.aborted) return undefined
      if (!(error instanceof ProblemError || error instanceof ConnectionError)) throw error
      setFailure(error)
      return undefined
    } finally {
      underway.current = undefined
      setPending(false)
    }
  }
  return { send, isPending, percent, failure, reset: () => setFailure(undefined) }
}
