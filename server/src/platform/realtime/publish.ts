import type { Hint } from '@shequtong/contract/realtime'
import type { Tx } from '../database/db.ts'

export interface OutboxHint {
  readonly room: string
  readonly hint: Hint
}

export const realtimeChannel = 'shequtong_realtime'

/** PostgreSQL refuses 8,000 bytes and more. */
const maxPayloadBytes = 7_000

/** What a NOTIFY carries: rooms with their newest sequence, nothing else. */
export type RoomSequences = Readonly<Record<string, number>>

const payloadsOf = (newest: ReadonlyMap<string, number>): string[] => {
  const payloads: string[] = []
  let entries: [string, number][] = []
  let bytes = 0
  for (const entry of newest) {
    const size = entry[0].length + 24
    if (bytes + size > maxPayloadBytes) {
      payloads.push(JSON.stringify(Object.fromEntries(entries)))
      entries = []
      bytes = 0
    }
    entries.push(entry)
    bytes += size
  }
  if (entries.length > 0) payloads.push(JSON.stringify(Object.fromEntries(entries)))
  return payloads
}

const numberSql = `
  insert into realtime_rooms (room, last_sequence)
  select room, count from unnest($1::text[], $2::int[]) as given (room, count) order by room
  on conflict (room) do update set last_sequence = realtime_rooms.last_sequence + excluded.last_sequence
  returning room, last_sequence::float8 as "lastSequence"`

const insertSql = `
  insert into realtime_messages (room, sequence, message, at)
  select room, sequence, message, $4 from unnest($1::text[], $2::bigint[], $3::jsonb[]) as given (room, sequence, message)`

/**
 * Writes hints into their rooms, numbered without gaps, and notifies. The NOTIFY belongs to the transaction, so PostgreSQL
 * sends it with the commit and never without; it serializes notifying commits, and the one relay is the only one there is.
 */
export const publish = async (tx: Tx, hints: readonly OutboxHint[], now: Date): Promise<void> => {
  if (hints.length === 0) return
  const counts = new Map<string, number>()
  for (const { room } of hints) counts.set(room, (counts.get(room) ?? 0) + 1)
  const rows = await tx.many<{ room: string; lastSequence: number }>(numberSql, [
    [...counts.keys()],
    [...counts.values()],
  ])
  const newest = new Map(rows.map((row) => [row.room, row.lastSequence]))
  const next = new Map(rows.map((row) => [row.room, row.lastSequence - (counts.get(row.room) ?? 0)]))
  const sequences = hints.map(({ room }) => {
    const sequence = (next.get(room) ?? 0) + 1
    next.set(room, sequence)
    return sequence
  })
  await tx.run(insertSql, [
    hints.map(({ room }) => room),
    sequences,
    hints.map(({ hint }) => JSON.stringify(hint)),
    now,
  ])
  for (const payload of payloadsOf(newest)) await tx.run(`select pg_notify($1, $2)`, [realtimeChannel, payload])
}
