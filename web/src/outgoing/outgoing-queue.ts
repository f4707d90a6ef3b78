import { ConnectionError, ProblemError } from '../api/problem-error.ts'
import type { Reply } from '../api/types.ts'
import { type Outgoing, parseOutgoing, type SendableLater, type Sent } from './outgoing.ts'

export interface QueueParts {
  /** What outlives the page. */
  readonly store: { readonly read: () => string | null; readonly write: (items: string | null) => void }
  readonly send: (item: Outgoing) => Promise<Reply<SendableLater>>
  /** Before the attempt after so many failed ones. */
  readonly backOffMs: (failures: number) => number
  /** One sender at a time among the tabs of a browser. */
  readonly alone?: (work: () => Promise<void>) => Promise<void>
}

export interface OutgoingQueue {
  /** Kept from now on; false when this device can keep nothing. */
  add(item: Outgoing): boolean
  waiting(hatId: string): readonly Outgoing[]
  /** Out of the queue again, to be changed; undefined while it is being sent or once it was. */
  takeBack(key: string): Outgoing | undefined
  /** Whose words may go now; nobody's when undefined. Tries at once. */
  serve(hatId: string | undefined): void
  /** The connection may be back. */
  flush(): Promise<void>
  subscribe(listener: (sent: Sent | undefined) => void): () => void
}

/** Worth another attempt by itself; signed out it waits until somebody signs in. */
const mayPass = (error: unknown): boolean =>
  error instanceof ConnectionError ||
  (error instanceof ProblemError && ['dependency-unavailable', 'internal', 'rate-limited'].includes(error.slug))

/** Words that could not be sent: kept in order, sent again under their own key until the server has them or refuses. */
export const createOutgoingQueue = ({
  store,
  send,
  backOffMs,
  alone = (work) => work(),
}: QueueParts): OutgoingQueue => {
  const listeners = new Set<(sent: Sent | undefined) => void>()
  let served: string | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let underway: string | undefined

  const items = () => parseOutgoing(store.read())
  const tell = (sent?: Sent) => {
    for (const listener of [...listeners]) listener(sent)
  }
  const write = (next: readonly Outgoing[]) => store.write(next.length === 0 ? null : JSON.stringify(next))
  const without = (key: string) => write(items().filter((one) => one.key !== key))

  /** False: the rest waits. */
  const sendOne = async (item: Outgoing): Promise<boolean> => {
    underway = item.key
    try {
      const reply = await send(item)
      without(item.key)
      failures = 0
      tell({ item, name: item.name, reply } as Sent)
      return true
    } catch (error) {
      if (mayPass(error)) {
        clearTimeout(timer)
        timer = setTimeout(() => void flush(), backOffMs(failures))
        failures += 1
        return false
      }
      if (!(error instanceof ProblemError)) throw error
      if (error.slug === 'unauthenticated') return false
      write(items().map((one) => (one.key === item.key ? { ...one, refused: error.slug } : one)))
      tell()
      return true
    } finally {
      underway = undefined
    }
  }

  const run = async (): Promise<void> => {
    for (;;) {
      const next = items().find(({ hatId, refused }) => hatId === served && refused === null)
      if (next === undefined || !(await sendOne(next))) return
    }
  }

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    running ??= alone(run).finally(() => {
      running = undefined
    })
    await running
  }

  return {
    add(item) {
      write([...items(), item])
      const kept = items().some(({ key }) => key === item.key)
      if (kept) {
        clearTimeout(timer)
        timer = setTimeout(() => void flush(), backOffMs(failures))
        tell()
      }
      return kept
    },
    waiting: (hatId) => items().filter((item) => item.hatId === hatId),
    takeBack(key) {
      if (underway === key) return undefined
      const found = items().find((item) => item.key === key)
      without(key)
      tell()
      return found
    },
    serve(hatId) {
      if (served === hatId) return
      served = hatId
      if (hatId !== undefined) void flush()
    },
    flush,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
