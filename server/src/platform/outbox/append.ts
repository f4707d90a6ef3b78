import type { EventType } from '@shequtong/contract/events'
import type { Tx } from '../database/db.ts'
import { newId } from '../ids.ts'

/** A fact to append. The payload carries ids and codes, never names, phones or ID numbers. */
export interface Fact {
  readonly communityId: number
  readonly type: EventType
  readonly aggregateId: string
  readonly byPersonId: string | undefined
  readonly payload: Readonly<Record<string, unknown>>
  readonly at: Date
}

/** Appends a fact in the caller's transaction. Realtime, notifications and rollups follow from it and from nothing else. */
export const append = async (tx: Tx, fact: Fact): Promise<void> => {
  tx.send(
    `insert into events (community_id, event_id, type, aggregate_id, by_person_id, payload, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [fact.communityId, newId(), fact.type, fact.aggregateId, fact.byPersonId ?? null, fact.payload, fact.at],
  )
}
