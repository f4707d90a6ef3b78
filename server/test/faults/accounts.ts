import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { roomName } from '@shequtong/contract/realtime'
import type pg from 'pg'
import sharp from 'sharp'
import { rebuildCommandCenter } from '../../src/command-center/rebuild.ts'
import { keysOf } from '../../src/photos/keys.ts'
import { communityId } from './cast.ts'
import type { Acknowledged, Ledger } from './ledger.ts'

type Rows = readonly Record<string, unknown>[]

const relayedWithinMs = 20_000

/** Waits until the outbox is empty: what was written has all had its effects. */
export const waitUntilRelayed = async (pool: pg.Pool): Promise<void> => {
  const until = Date.now() + relayedWithinMs
  for (;;) {
    const { rows } = await pool.query<{ left: number }>(
      `select count(*)::int as left from events where relayed_at is null`,
    )
    if (rows[0]?.left === 0) return
    assert.ok(Date.now() < until, `${rows[0]?.left} events were not relayed`)
    await sleep(50)
  }
}

/** The words of each write are in the thread: once when it was acknowledged, never twice in any case. */
const checkWords = async (pool: pg.Pool, ledger: Ledger) => {
  const { rows } = await pool.query<{ text: string }>(
    `select text from service_requests union all select text from service_request_entries where text <> ''`,
  )
  const stands = new Map<string, number>()
  for (const { text } of rows) {
    const mark = text.split('，').at(-1) ?? ''
    stands.set(mark, (stands.get(mark) ?? 0) + 1)
  }
  const acknowledged = new Set(ledger.acknowledged().map(({ key }) => key))
  for (const { key, mark, endpoint } of ledger.sent()) {
    if (mark === '') continue
    const times = stands.get(mark) ?? 0
    if (acknowledged.has(key)) assert.equal(times, 1, `${endpoint} ${mark} was acknowledged and stands ${times} times`)
    else assert.ok(times <= 1, `${endpoint} ${mark} stands ${times} times`)
  }
  const sent = new Set(ledger.sent().map(({ mark }) => mark))
  for (const mark of stands.keys()) assert.ok(sent.has(mark), `nobody ever sent ${mark}`)
}

/** Each acknowledged write has its key, which leads to what the reply named, and that object. */
const checkKeys = async (pool: pg.Pool, acknowledged: readonly Acknowledged[]) => {
  const { rows } = await pool.query<{ key: string; owner: string; kept: string }>(
    `select key, owner_id as owner, kept from idempotency_keys`,
  )
  const kept = new Map(rows.map((row) => [row.key, row]))
  for (const { key, by, endpoint, reply } of acknowledged) {
    assert.equal(kept.get(key)?.owner, by, `the key of an acknowledged ${endpoint} is lost`)
    const about = endpoint === 'uploadPhoto' ? reply : reply.serviceRequestId
    assert.deepEqual(JSON.parse(kept.get(key)?.kept ?? 'null'), about, `${endpoint} would answer differently now`)
  }
  const ids = async (sql: string) => new Set((await pool.query<{ id: string }>(sql)).rows.map(({ id }) => id))
  const requests = await ids(`select service_request_id as id from service_requests`)
  const photos = await ids(`select photo_id as id from photos`)
  for (const { endpoint, reply } of acknowledged)
    assert.ok(
      endpoint === 'uploadPhoto' ? photos.has(String(reply.photoId)) : requests.has(String(reply.serviceRequestId)),
    )
  const confirmed = acknowledged.filter(({ endpoint }) => endpoint === 'confirm')
  const entries = await ids(`select service_request_id as id from service_request_entries where kind = 'confirmation'`)
  for (const { reply } of confirmed) assert.ok(entries.has(String(reply.serviceRequestId)))
}

/** Row, entries and facts were one transaction each: they count the same. */
const checkWhole = async (pool: pg.Pool) => {
  const { rows: torn } = await pool.query(
    `select r.service_request_id, r.entry_count, e.count as entries, f.count as facts
     from service_requests r
     left join lateral (select count(*)::int from service_request_entries e where e.service_request_id = r.service_request_id) e on true
     left join lateral (select count(*)::int from events f where f.aggregate_id = r.service_request_id) f on true
     where r.entry_count <> e.count or f.count <> e.count + 1`,
  )
  assert.deepEqual(torn, [])
}

/** Every fact had its effects once: one hint in its own room, one notification for whom it concerns, no failure left. */
const checkRelayed = async (pool: pg.Pool) => {
  const many = async (sql: string): Promise<Rows> => (await pool.query(sql)).rows
  assert.deepEqual(await many(`select * from relay_failures`), [])
  const facts = await many(`select aggregate_id as id, count(*)::int from events group by 1 order by 1`)
  const hints = await many(
    `select split_part(room, ':', 3) as id, count(*)::int from realtime_messages where room like 'service-request:%' group by 1 order by 1`,
  )
  assert.deepEqual(hints, facts)
  const first = facts[0]?.id
  assert.ok(
    first === undefined ||
      roomName('service-request', { communityId, serviceRequestId: String(first) }).endsWith(String(first)),
  )
  const gaps = await many(
    `select r.room from realtime_rooms r join realtime_messages m using (room) group by r.room, r.last_sequence
     having r.last_sequence <> count(*) or r.last_sequence <> max(m.sequence)`,
  )
  assert.deepEqual(gaps, [])
  const untold = await many(
    `select e.event_id, e.type from events e join memberships m on m.membership_id = (e.payload->>'byMembershipId')::uuid
     where e.type in ('service_request.answered', 'service_request.resolved')
       and (select count(*) from notifications n where n.event_id = e.event_id and n.person_id = m.person_id) <> 1`,
  )
  assert.deepEqual(untold, [])
}

const derived = {
  rollup_totals: 'level, territory_id, metric',
  rollup_days: 'level, territory_id, on_date, metric',
  rollup_hours: 'level, territory_id, hour_at, metric',
  open_items: 'community_id, service_request_id',
  recent_voices: 'community_id, service_request_id',
}

/** What the relay counted live is what a rebuild from the facts gives. */
const checkRollups = async (pool: pg.Pool) => {
  const all = async () => {
    const found: Record<string, Rows> = {}
    for (const [table, key] of Object.entries(derived))
      found[table] = (await pool.query(`select * from ${table} order by ${key}`)).rows
    return found
  }
  const live = await all()
  await rebuildCommandCenter(pool, new Date())
  assert.deepEqual(await all(), live)
}

const kindOfEntry: Readonly<Record<string, string>> = { answers: 'answer', replies: 'reply', resolve: 'result' }

/** Every acknowledged upload has its row, stands where it was put, and every row has both files, whole. */
const checkPhotos = async (pool: pg.Pool, acknowledged: readonly Acknowledged[], dataDir: string) => {
  const { rows } = await pool.query<{ id: string; width: number; under: string | null; kind: string | null }>(
    `select p.photo_id as id, p.width_px as width, p.service_request_id as under, e.kind from photos p
     left join service_request_entries e on e.community_id = p.community_id and e.entry_id = p.entry_id`,
  )
  const standing = new Map(rows.map((row) => [row.id, row]))
  for (const { endpoint, reply } of acknowledged)
    if (endpoint === 'uploadPhoto') assert.ok(standing.has(String(reply.photoId)), 'an acknowledged photo has no row')
  for (const { endpoint, photoIds, reply } of acknowledged)
    for (const photoId of photoIds) {
      const found = standing.get(photoId)
      assert.equal(found?.under, reply.serviceRequestId, `the photo of an acknowledged ${endpoint} is elsewhere`)
      assert.equal(found?.kind ?? null, kindOfEntry[endpoint] ?? null, `the photo of an acknowledged ${endpoint}`)
    }
  for (const { id, width } of rows) {
    const { full, thumb } = keysOf(communityId, id)
    const { info } = await sharp(join(dataDir, 'photos', full))
      .raw()
      .toBuffer({ resolveWithObject: true })
    assert.equal(info.width, width)
    await sharp(join(dataDir, 'photos', thumb)).stats()
  }
  return rows.length
}

/** Compares the ledger with the database and the disk. Returns how many photos were looked at. */
export const checkAccounts = async (pool: pg.Pool, ledger: Ledger, dataDir: string): Promise<number> => {
  assert.deepEqual(ledger.contradictions(), [], 'one key was answered in two ways')
  await checkKeys(pool, ledger.acknowledged())
  await checkWords(pool, ledger)
  await checkWhole(pool)
  await checkRelayed(pool)
  await checkRollups(pool)
  return checkPhotos(pool, ledger.acknowledged(), dataDir)
}
