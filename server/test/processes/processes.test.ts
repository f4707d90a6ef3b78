import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeCodes, roomName } from '@shequtong/contract/realtime'
import { WebSocket } from 'ws'
import { type Cast, communityId, createCast, type Player } from '../faults/cast.ts'
import { assertRecounted } from '../support/recount.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-cluster.ts'
import { type PartOptions, type PartProcess, startPart } from './process.ts'

const withinMs = 15_000
let root: string
let database: TestDatabase
let cast: Cast
const running: PartProcess[] = []
let a: PartProcess
let b: PartProcess
let jobs: PartProcess

const begin = async (parts: string, folder: string, port?: number): Promise<PartProcess> => {
  const options: PartOptions = {
    parts,
    dataDir: join(root, folder),
    databaseUrl: database.url,
    secretsFile: join(root, 'keys.json'),
  }
  const started = await startPart(port === undefined ? options : { ...options, port })
  running.push(started)
  return started
}

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'shequtong-parts-'))
  await chmod(root, 0o711)
  database = await createTestDatabase()
  cast = await createCast(database.ownerPool, 3)
  // the first one makes the key ring; the others come as another machine with the same file would, and all at once
  a = await begin('http,realtime', 'one')
  await a.ready()
  ;[b, jobs] = await Promise.all([begin('http,realtime', 'two'), begin('jobs', 'one')])
  await Promise.all([b.ready(), jobs.ready()])
})
after(async () => {
  for (const one of running) await one.stop('SIGKILL')
  await database.drop()
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
})

const player = (at: number): Player => cast.members[at] as Player

const ask = async (at: PartProcess, who: Player, method: string, path: string, body?: object) => {
  const response = await fetch(`${at.origin}/api/v1${path}`, {
    method,
    headers: {
      cookie: `shequtong=${who.token}`,
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, never> }
}

const submit = async (at: PartProcess, who: Player, text: string): Promise<string> => {
  const body = { kind: 'help', text, place: '二楼', photoIds: [] }
  const reply = await ask(at, who, 'POST', `/communities/${communityId}/service-requests`, body)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return String(reply.body.serviceRequestId)
}

/** A socket in the community's room: what came, and with what code it was closed. */
const listen = async (at: PartProcess, who: Player) => {
  const socket = new WebSocket(`${at.origin.replace('http', 'ws')}/api/v1/realtime`, {
    headers: { cookie: `shequtong=${who.token}` },
  })
  const came: string[] = []
  socket.on('message', (data) => came.push(String(data)))
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.send(JSON.stringify({ subscribe: roomName('community', { communityId }) }))
  const hears = (what: string) => eventually(`a hint of ${what}`, async () => came.some((one) => one.includes(what)))
  await hears('subscribed')
  return { hears, closed, came, close: () => socket.close() }
}

const eventually = async (what: string, look: () => Promise<boolean>): Promise<void> => {
  for (const until = Date.now() + withinMs; !(await look()); await sleep(50))
    assert.ok(Date.now() < until, `not within ${withinMs} ms: ${what}`)
}

const submitted = async (): Promise<number> => {
  const { rows } = await database.ownerPool.query<{ n: number }>(
    `select coalesce(sum(count), 0)::int as n from rollup_totals where level = 'community' and metric = 'submitted'`,
  )
  return rows[0]?.n ?? 0
}

test('what is written at one process reaches a socket at the other, the inbox and the counters', async () => {
  const [before, neighbour] = [await submitted(), await listen(b, player(1))]
  const serviceRequestId = await submit(a, player(0), '三楼的灯又不亮了')
  await neighbour.hears(serviceRequestId)
  neighbour.close()
  const sun = cast.cadres[0] as Player
  const inbox = await ask(b, sun, 'GET', `/communities/${communityId}/inbox`)
  assert.match(JSON.stringify(inbox.body), new RegExp(serviceRequestId))
  assert.equal(await submitted(), before + 1)
})

test('who signs out at one process is refused by the other at once, and its sockets close soon', async () => {
  const leaver = player(2)
  const socket = await listen(b, leaver)
  assert.equal((await ask(b, leaver, 'GET', '/me/sessions')).status, 200)
  assert.equal((await ask(a, leaver, 'POST', '/sign-out', {})).status, 200)
  assert.equal((await ask(b, leaver, 'GET', '/me/sessions')).status, 401)
  assert.equal(await socket.closed, closeCodes.signedOut)
})

test('one key is one write, also when both processes get it at the same moment', async () => {
  const body = JSON.stringify({ kind: 'help', text: '门口的井盖松了', place: '南门', photoIds: [] })
  const headers = {
    cookie: `shequtong=${player(0).token}`,
    'idempotency-key': randomUUID(),
    'content-type': 'application/json',
  }
  const replies = await Promise.all(
    [a, b, a, b, a, b].map(async ({ origin }) => {
      const url = `${origin}/api/v1/communities/${communityId}/service-requests`
      return (await (await fetch(url, { method: 'POST', headers, body })).json()) as { serviceRequestId: string }
    }),
  )
  assert.equal(new Set(replies.map(({ serviceRequestId }) => serviceRequestId)).size, 1)
})

test('a process without http shows its health and measures and nothing else', async () => {
  assert.equal((await fetch(`${jobs.origin}/healthz`)).status, 200)
  assert.match(await (await fetch(`${jobs.origin}/metrics`)).text(), /^outbox_waiting_events\{state="ready"\} \d+$/m)
  for (const path of ['/', '/api/v1/me', '/sign-in'])
    assert.equal((await fetch(`${jobs.origin}${path}`)).status, 404, path)
})

test('the same process twice in one folder: the second tells where the first one is and ends well', async () => {
  const [sameDoor, sameJobs] = await Promise.all([begin('http,realtime', 'one', a.port), begin('jobs', 'one')])
  assert.deepEqual(await Promise.all([sameDoor.ended, sameJobs.ended]), [0, 0])
  assert.match(sameDoor.said(), new RegExp(`已经在运行[\\s\\S]*:${a.port}`))
  assert.match(sameJobs.said(), new RegExp(`已经在运行[\\s\\S]*:${jobs.port}`))
})

test('while no jobs run, facts wait and the measure says so; another one on another machine takes over', async () => {
  const standby = await begin('jobs', 'three')
  await standby.ready()
  const neighbour = await listen(b, player(1))
  await jobs.stop('SIGKILL')
  await standby.stop()
  const serviceRequestId = await submit(a, player(0), '楼道里堆了纸箱')
  const measures = await (await fetch(`${a.origin}/metrics`)).text()
  assert.match(measures, /^outbox_waiting_events\{state="ready"\} [1-9]/m)
  assert.ok(!neighbour.came.some((one) => one.includes(serviceRequestId)))
  const again = await begin('jobs', 'three')
  await again.ready()
  await neighbour.hears(serviceRequestId)
  neighbour.close()
})

test('a relay killed in the midst of its work counts nothing twice and leaves nothing out', async () => {
  const relayed = async (): Promise<readonly [done: number, waiting: number]> => {
    const { rows } = await database.ownerPool.query<{ done: number; waiting: number }>(
      `select count(relayed_at)::int as done, (count(*) - count(relayed_at))::int as waiting from events`,
    )
    return [rows[0]?.done ?? 0, rows[0]?.waiting ?? 0]
  }
  // more than a dozen batches, told like what was told before
  await database.ownerPool.query(
    `insert into events (community_id, event_id, type, aggregate_id, by_person_id, payload, at)
     select community_id, gen_random_uuid(), type, md5(aggregate_id::text || copy)::uuid, by_person_id, payload, at
     from generate_series(1, 3000) copy cross join (select * from events where type like 'service_request.%') told
     order by copy, sequence`,
  )
  for (let kill = 0; kill < 2; kill += 1) {
    const [before] = await relayed()
    const relay = await begin('jobs', 'four')
    await eventually('a batch', async () => (await relayed())[0] > before)
    await relay.stop('SIGKILL')
    const [done, waiting] = await relayed()
    assert.ok(done > before && waiting > 0, `${waiting} of ${done + waiting} were left when it was killed`)
  }
  const heir = await begin('jobs', 'four')
  await heir.ready()
  await eventually('an empty outbox', async () => (await relayed())[1] === 0)
  assert.ok((await assertRecounted(database.ownerPool)) >= 6)
  assert.ok((await submitted()) > 3_000)
})

test('whoever tries the codes of a gate at two processes gets no more tries than at one', async () => {
  const tries = await Promise.all(
    Array.from({ length: 61 }, (_, at) => fetch(`${(at % 2 === 0 ? a : b).origin}/api/v1/join/GUESS${at}`)),
  )
  const statuses = tries.map(({ status }) => status).toSorted()
  assert.deepEqual(statuses, [...Array.from({ length: 60 }, () => 404), 429])
})
