// usage: floors.ts DATABASE_FOLDER. What the machine can do at best, over the same Fastify, driver, pool and database:
// F1 a constant, F2 the same after one indexed SELECT of 20 rows, F3 the same after a transaction of two INSERTs.
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { openDatabase } from './open-database.ts'

const [folder = ''] = process.argv.slice(2)
const { programPool: pool } = await openDatabase(folder)

for (const setting of ['fsync', 'synchronous_commit']) {
  const { rows } = await pool.query(`show ${setting}`)
  if (rows[0]?.[setting] !== 'on') throw new Error(`${setting} is not on: the floor would be none`)
}

const constants = new Map<string, string>()

/** JSON of this many bytes. */
const constantOf = (bytes: string): string => {
  const known = constants.get(bytes) ?? JSON.stringify({ text: 'x'.repeat(Math.max(0, Number(bytes) - 11)) })
  constants.set(bytes, known)
  return known
}

const rowsSql = `
  select service_request_id, kind, state, text, place, by_membership_id, submitted_at, entry_count
  from service_requests where community_id = $1 and visibility = 'community' and state <> 'withdrawn'
  order by submitted_at desc, service_request_id desc limit 20`
const memberSql = `select state, shown_name from memberships where community_id = $1 and membership_id = $2`
const firstSql = `insert into bench_floor_first (community_id, id, text, at) values ($1, $2, $3, now())`
const secondSql = `insert into bench_floor_second (community_id, id, payload, at) values ($1, $2, $3, now())`

const app = Fastify()
interface Given {
  Params: { bytes: string; communityId: string; membershipId: string }
  Body: { text: string }
}

app.get<Given>('/f1/:bytes', async ({ params }, reply) => reply.type('application/json').send(constantOf(params.bytes)))

app.get<Given>('/f2/:bytes/:communityId', async ({ params }, reply) => {
  await pool.query({ name: 'rows', text: rowsSql, values: [params.communityId] })
  return reply.type('application/json').send(constantOf(params.bytes))
})

app.post<Given>('/f3/:bytes/:communityId/:membershipId', async ({ params, body }, reply) => {
  const { communityId, membershipId } = params
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({ name: 'member', text: memberSql, values: [communityId, membershipId] })
    const id = randomUUID()
    await client.query({ name: 'first', text: firstSql, values: [communityId, id, body.text] })
    await client.query({ name: 'second', text: secondSql, values: [communityId, id, { kind: 'floor', id }] })
    await client.query('commit')
  } finally {
    client.release()
  }
  return reply.type('application/json').send(constantOf(params.bytes))
})

await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (app.server.address() as AddressInfo).port })
process.on('disconnect', () => process.exit(0))
