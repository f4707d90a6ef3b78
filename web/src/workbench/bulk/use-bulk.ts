import type { InboxRow } from '@shequtong/contract/service-requests'
import { useRef, useState } from 'preact/hooks'
import { client } from '../../api/client.ts'
import { newIdempotencyKey } from '../../api/idempotency-key.ts'
import { ConnectionError, ProblemError } from '../../api/problem-error.ts'
import type { Failure } from '../../api/query.ts'
import { invalidate } from '../../api/query-client.ts'
import type { Input } from '../../api/types.ts'
import { type Outcome, oneByOne } from './one-by-one.ts'

/** What can be done to several at once, each through the endpoint that does it to one. */
export type BulkAct = 'handOverServiceRequest' | 'assignServiceRequest' | 'answerServiceRequest'

type BodyOf<A extends BulkAct> = Input<A> extends { readonly body: infer B } ? B : never

export interface BulkResult {
  readonly act: BulkAct
  readonly done: number
  readonly failed: number
}

export interface Bulk {
  /** Nothing is chosen by a press on a row until choosing begins. */
  readonly isChoosing: boolean
  readonly chosen: ReadonlySet<string>
  readonly failures: ReadonlyMap<string, Failure>
  readonly isRunning: boolean
  /** Of how many the one under way is which, while it runs. */
  readonly at: number
  readonly last: BulkResult | undefined
  readonly begin: () => void
  readonly toggle: (serviceRequestId: string) => void
  readonly chooseAll: (rows: readonly InboxRow[]) => void
  readonly stop: () => void
  readonly run: <A extends BulkAct>(act: A, body: BodyOf<A>) => Promise<void>
}

const nobody: ReadonlySet<string> = new Set()
const nothing: ReadonlyMap<string, Failure> = new Map()

/** Several of the inbox, chosen and worked on together. What was not done stays chosen, with its reason. */
export const useBulk = (communityId: number): Bulk => {
  const [isChoosing, choose] = useState(false)
  const [chosen, setChosen] = useState(nobody)
  const [failures, setFailures] = useState(nothing)
  const [at, setAt] = useState<number | undefined>(undefined)
  const [last, setLast] = useState<BulkResult | undefined>(undefined)
  // pressed again after a lost connection, the same is sent under the same key and done once
  const keys = useRef(new Map<string, string>())

  const one = async <A extends BulkAct>(act: A, serviceRequestId: string, body: BodyOf<A>) => {
    const input = { params: { communityId, serviceRequestId }, body } as unknown as Input<A>
    const words = `${act} ${JSON.stringify(input)}`
    const idempotencyKey = keys.current.get(words) ?? newIdempotencyKey()
    keys.current.set(words, idempotencyKey)
    try {
      await client.request(act, input, { idempotencyKey })
      return { done: true } as const
    } catch (failure) {
      if (!(failure instanceof ProblemError || failure instanceof ConnectionError)) throw failure
      return { done: false, failure } satisfies Outcome<Failure>
    }
  }
  const run = async <A extends BulkAct>(act: A, body: BodyOf<A>): Promise<void> => {
    if (at !== undefined) return
    const ids = [...chosen]
    setAt(1)
    const ran = await oneByOne<Failure>(ids, (id) => one(act, id, body), {
      isLost: (failure) => failure instanceof ConnectionError,
      onStep: ({ done, failed }) => setAt(Math.min(done.length + failed.size + 1, ids.length)),
    })
    setAt(undefined)
    setChosen(new Set(ids.filter((id) => !ran.done.includes(id))))
    setFailures(ran.failed)
    setLast({ act, done: ran.done.length, failed: ids.length - ran.done.length })
    if (ran.done.length === ids.length) choose(false)
    for (const list of ['listInbox', 'listFeed'] as const) void invalidate(list, { communityId })
    for (const serviceRequestId of ran.done) void invalidate('readServiceRequest', { communityId, serviceRequestId })
  }
  const stop = () => {
    choose(false)
    setChosen(nobody)
    setFailures(nothing)
  }
  return {
    isChoosing,
    chosen,
    failures,
    isRunning: at !== undefined,
    at: at ?? 0,
    last,
    begin: () => {
      choose(true)
      setLast(undefined)
    },
    toggle: (id) => {
      choose(true)
      setLast(undefined)
      setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]))
    },
    chooseAll: (rows) => setChosen(new Set(rows.map(({ serviceRequestId }) => serviceRequestId))),
    stop,
    run,
  }
}
