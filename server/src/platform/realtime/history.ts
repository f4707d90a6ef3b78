import type { Hint } from '@shequtong/contract/realtime'
import { msPerDay } from '@shequtong/domain/time'
import type { Db } from '../database/db.ts'

/** A phone that was away for longer starts afresh from the API. */
export const messagesKeptMs = msPerDay

/** Who missed more starts afresh, too: one answer of the API is less than so many hints. */
export const replayedAtMost = 5_000

export interface RoomMessage {
  readonly sequence: number
  readonly hint: Hint
}

const pageSize = 500

/** The next messages of a room after `sequence`, without a gap. */
export const messagesAfter = (db: Db, room: string, sequence: number): Promise<RoomMessage[]> =>
  db.many(
    `select sequence::float8 as sequence, message as hint from realtime_messages
     where room = $1 and sequence > $2 order by sequence limit ${pageSize}`,
    [room, sequence],
  )

export interface RoomState {
  /** 0 for a room in which nothing was ever said. */
  readonly lastSequence: number
  readonly oldestKept: number | null
}

export const roomState = async (db: Db, room: string): Promise<RoomState> =>
  (await db.maybe<RoomState>(
    `select last_sequence::float8 as "lastSequence",
       (select min(sequence)::float8 from realtime_messages m where m.room = r.room) as "oldestKept"
     from realtime_rooms r where room = $1`,
    [room],
  )) ?? { lastSequence: 0, oldestKept: null }

/** Whether what came after `since` is still there and worth replaying. A sequence never given out is of another database. */
export const isResumable = ({ lastSequence, oldestKept }: RoomState, since: number): boolean => {
  if (since >= lastSequence) return since === lastSequence
  return lastSequence - since <= replayedAtMost && oldestKept !== null && oldestKept <= since + 1
}
