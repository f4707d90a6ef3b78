import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-cluster.ts'
import { dbOver, transaction } from '../database/db.ts'
import { newId } from '../ids.ts'
import { append } from './append.ts'
import type { Consumer, OutboxEvent } from './consumer.ts'
import { createRelay } from './relay.ts'

const communityId = 310113001
const clock = { at: new Date('2026-11-20T02:00:00Z'), now: () => clock.at }

let database: TestDatabase
before(async () => {
  database = await createTestDatabase()
  // the connection that a test kills reports it on the client, too
  database.programPool.on('connect', (client) => client.on('error', () => undefined))
  await database.ownerPool.query(`create table seen (place serial, event_id uuid, aggregate_id uuid, number int)`)
})
after(() => database.drop())
beforeEach(() => database.ownerPool.query('delete from seen; truncate events, relay_failures'))

const fact = (aggregateId: string, number: number) => ({
  communityId,
  type: 'service_request.noted' as const,
  aggregateId,
  byPersonId: undefined,
  payload: { number },
  at: clock.at,
})

const write = (aggregateId: string, number: number) =>
  transaction(database.programPool, (tx) => append(tx, fact(aggregateId, number)))

/** Writes down what it saw, through the relay's own transaction. */
const witness: Consumer = {
  name: 'witness',
  consume: async (events, { tx }) => {
    for (const event of events)
      await tx.run(`insert into seen (event_id, aggregate_id, number) values ($1, $2, $3)`, [
        event.eventId,
        event.aggregateId,
        event.payload.number,
      ])
  },
}

const relayWith = (consumers: readonly Consumer[], batchSize = 200) =>
  createRelay({ pool: database.programPool, clock, consumers, batchSize })

const seen = async () =>
  (
    await database.ownerPool.query<{ eventId: string; aggregateId: string; number: number }>(
      `select event_id as "eventId", aggregate_id as "aggregateId", number from seen order by place`,
    )
  ).rows

const unrelayed = async () =>
  Number((await database.ownerPool.query(`select count(*) from events where relayed_at is null`)).rows[0].count)

const failsOn =
  (number: number): Consumer['consume'] =>
  async (events: readonly OutboxEvent[]) => {
    if (events.some((event) => event.payload.number === number)) throw new Error(`cannot count ${number}`)
  }

describe('the relay', () => {
  it('skips nothing and keeps the order of each aggregate while one transaction stays open and 1,000 commit', async () => {
    const slow = new pg.Client({ connectionString: database.url })
    await slow.connect()
    const late = newId()
    await slow.query('begin')
    await slow.query(
      `insert into events (community_id, event_id, type, aggregate_id, payload, at) values ($1, $2, 'service_request.noted', $3, $4, now())`,
      [communityId, newId(), late, { number: 0 }],
    )
    const relay = relayWith([witness], 64)
    relay.start()
    const aggregates = Array.from({ length: 20 }, newId)
    await Promise.all(
      aggregates.map(async (aggregateId) => {
        for (let number = 0; number < 50; number += 1) await write(aggregateId, number)
      }),
    )
    await relay.drain()
    assert.equal((await seen()).length, 1_000)
    await slow.query('commit')
    await slow.end()
    await relay.drain()
    await relay.stop()
    const rows = await seen()
    assert.equal(rows.length, 1_001)
    assert.equal(new Set(rows.map((row) => row.eventId)).size, 1_001)
    assert.equal(rows.at(-1)?.aggregateId, late)
    for (const aggregateId of aggregates) {
      const numbers = rows.filter((row) => row.aggregateId === aggregateId).map((row) => row.number)
      assert.deepEqual(
        numbers,
        Array.from({ length: 50 }, (_, i) => i),
      )
    }
    assert.equal(await unrelayed(), 0)
  })

  it('leaves neither effect nor mark when its connection is killed between the two, and does each once afterwards', async () => {
    const one = newId()
    for (let number = 0; number < 10; number += 1) await write(one, number)
    let kills = 1
    const killer: Consumer = {
      name: 'killer',
      consume: async (_, { tx }) => {
        const { pid } = await tx.one<{ pid: number }>(`select pg_backend_pid() as pid`)
        if (kills-- > 0) await database.ownerPool.query(`select pg_terminate_backend($1)`, [pid])
      },
    }
    const relay = relayWith([witness, killer])
    await assert.rejects(relay.drain())
    assert.equal((await seen()).length, 0)
    assert.equal(await unrelayed(), 10)
    assert.equal(await relay.drain(), 10)
    assert.equal((await seen()).length, 10)
  })

  it('does each event once when two relays work at once', async () => {
    const aggregates = Array.from({ length: 10 }, newId)
    const relays = [relayWith([witness], 7), relayWith([witness], 11)]
    for (const relay of relays) relay.start()
    await Promise.all(
      aggregates.map(async (aggregateId) => {
        for (let number = 0; number < 20; number += 1) await write(aggregateId, number)
      }),
    )
    await Promise.all(relays.map((relay) => relay.stop()))
    await relayWith([witness]).drain()
    const rows = await seen()
    assert.equal(rows.length, 200)
    assert.equal(new Set(rows.map((row) => row.eventId)).size, 200)
    for (const aggregateId of aggregates) {
      const numbers = rows.filter((row) => row.aggregateId === aggregateId).map((row) => row.number)
      assert.deepEqual(
        numbers,
        Array.from({ length: 20 }, (_, i) => i),
      )
    }
  })

  it('stands by while another relay is in the middle of a batch, so that no event overtakes the one before it', async () => {
    const one = newId()
    await write(one, 1)
    await write(one, 2)
    const reached = Promise.withResolvers<void>()
    const mayGoOn = Promise.withResolvers<void>()
    const slow: Consumer = {
      name: 'slow',
      consume: () => {
        reached.resolve()
        return mayGoOn.promise
      },
    }
    const first = relayWith([slow, witness], 1).drain()
    await reached.promise
    assert.equal(await relayWith([witness]).drain(), 0)
    assert.deepEqual(await seen(), [])
    mayGoOn.resolve()
    assert.equal(await first, 2)
    assert.deepEqual(
      (await seen()).map((row) => row.number),
      [1, 2],
    )
  })

  it('parks an event whose effects keep failing, holds back its own aggregate only, and catches up once mended', async () => {
    const [poisoned, sound] = [newId(), newId()]
    await write(poisoned, 1)
    await write(poisoned, 13)
    await write(sound, 2)
    await write(poisoned, 3)
    const faults: boolean[] = []
    const relay = createRelay({
      pool: database.programPool,
      clock,
      consumers: [witness, { name: 'poisoned', consume: failsOn(13) }],
      report: { onFailure: ({ parked }) => faults.push(parked) },
    })
    assert.equal(await relay.drain(), 2)
    assert.deepEqual(
      (await seen()).map((row) => row.number),
      [1, 2],
    )
    for (const seconds of [1, 2, 4, 8]) {
      clock.at = new Date(clock.at.getTime() + seconds * 1_000)
      await relay.drain()
    }
    assert.deepEqual(faults, [false, false, false, false, true])
    await write(sound, 4)
    assert.equal(await relay.drain(), 1)
    const { attempts, fault, parked_at } = (await database.ownerPool.query(`select * from relay_failures`)).rows[0]
    assert.deepEqual([attempts, fault, parked_at], [5, 'Error: cannot count 13', clock.at])
    clock.at = new Date(clock.at.getTime() + 3_600_000)
    assert.equal(await relayWith([witness]).drain(), 2)
    assert.deepEqual(
      (await seen()).filter((row) => row.aggregateId === poisoned).map((row) => row.number),
      [1, 13, 3],
    )
    assert.equal(await dbOver(database.programPool).maybe(`select 1 from relay_failures`), undefined)
  })
})
