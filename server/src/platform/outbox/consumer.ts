import type { EventType } from '@shequtong/contract/events'
import type { Hint } from '@shequtong/contract/realtime'
import type { Tx } from '../database/db.ts'

/** One fact as its readers get it. */
export interface OutboxEvent {
  readonly communityId: number
  readonly eventId: string
  /** Order of appending; of one aggregate also the order of committing, because its commands lock it. */
  readonly sequence: number
  readonly type: EventType
  readonly aggregateId: string
  readonly byPersonId: string | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly at: Date
  /** The payload of the fact before it of the same aggregate. */
  readonly previous: Readonly<Record<string, unknown>> | null
}

/** What an effect may use. Everything it writes commits together with the progress mark, or not at all. */
export interface Effects {
  readonly tx: Tx
  readonly now: Date
  /** Tells a realtime room; sent after the commit. */
  readonly hint: (room: string, hint: Hint) => void
}

/**
 * A reader of the outbox. It gets events in order, a batch at a time, and touches the database only: what reaches the
 * outside follows from what it wrote. A batch may come again after a failure; nothing of the first try is left then.
 */
export interface Consumer {
  readonly name: string
  readonly consume: (events: readonly OutboxEvent[], effects: Effects) => Promise<void>
}
