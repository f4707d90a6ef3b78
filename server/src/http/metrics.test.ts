import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parsePrometheusText, type Sample } from '../../test/support/prometheus-text.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'
import { createRelay } from '../jobs/relay.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { mountOperations } from './operations.ts'

let world: TestWorld
let metrics: Metrics
let sockets = 0

before(async () => {
  world = await createTestWorld()
  metrics = createMetrics(world.services, () => sockets)
  mountOperations(world.app, world.services, metrics)
})
after(() => world.close())

const scrape = async () => {
  const answer = await world.app.inject({ url: '/metrics' })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/plain; version=0\.0\.4/)
  return { text: answer.body, samples: parsePrometheusText(answer.body) }
}

const numberOf = (samples: readonly Sample[], name: string, labels: Record<string, string> = {}) =>
  samples.find((one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value))
    ?.value

test('what waits for the relay has a number and an age, and both are gone when it has worked', async () => {
  const wu = await world.member()
  await world.settle()
  await wu.does('submitServiceRequest', {
    params: { communityId: world.home.communityId },
    body: { kind: 'help', text: '楼道的灯又不亮了', place: '二楼', photoIds: [] },
  })
  world.clock.advance({ seconds: 90 })
  const { samples: before } = await scrape()
  assert.equal(numberOf(before, 'outbox_waiting_events', { state: 'ready' }), 1)
  assert.equal(numberOf(before, 'outbox_oldest_waiting_seconds', { state: 'ready' }), 90)
  await createRelay(world.services, metrics.relay).drain()
  const { samples: behind } = await scrape()
  assert.equal(numberOf(behind, 'outbox_waiting_events', { state: 'ready' }), 0)
  assert.equal(numberOf(behind, 'outbox_oldest_waiting_seconds', { state: 'ready' }), 0)
  assert.equal(numberOf(behind, 'outbox_relayed_events_total'), 1)
})

test('an event that fails is held, and the failed attempt counted', async () => {
  const wu = await world.member()
  await world.settle()
  const { serviceRequestId } = await wu.does('submitServiceRequest', {
    params: { communityId: world.home.communityId },
    body: { kind: 'help', text: '门口的井盖松了', place: '南门', photoIds: [] },
  })
  await world.ownerPool.query(
    `alter table open_items add constraint broken check (service_request_id <> '${serviceRequestId}')`,
  )
  await createRelay(world.services, metrics.relay).drain()
  await world.ownerPool.query(`alter table open_items drop constraint broken`)
  const { samples } = await scrape()
  assert.equal(numberOf(samples, 'outbox_failures_total'), 1)
  assert.equal(numberOf(samples, 'outbox_waiting_events', { state: 'held' }), 1)
  assert.equal(numberOf(samples, 'outbox_waiting_events', { state: 'ready' }), 0)
})

test('every sweep says when it last ended well and how long it took; one that fails is counted', async () => {
  await createJobs(world.services, metrics.jobs).runNow()
  const { samples } = await scrape()
  assert.equal(
    numberOf(samples, 'sweep_last_success_timestamp_seconds', { sweep: 'lapse-silent' }),
    world.clock.now().getTime() / 1000,
  )
  assert.ok((numberOf(samples, 'sweep_last_duration_seconds', { sweep: 'lapse-silent' }) ?? 0) > 0)
  await world.ownerPool.query('alter table phone_codes rename to phone_codes_away')
  await assert.rejects(createJobs(world.services, metrics.jobs).runNow())
  await world.ownerPool.query('alter table phone_codes_away rename to phone_codes')
  assert.equal(numberOf((await scrape()).samples, 'sweep_failures_total', { sweep: 'prune-phone-codes' }), 1)
})

test('requests are counted under their template, whatever the address was', async () => {
  const path = `/api/v1/communities/${world.home.communityId}/feed`
  await world.app.inject({ url: path })
  await world.app.inject({ url: '/j/some%20secret' })
  const { samples } = await scrape()
  const labels = { method: 'GET', route: '/api/v1/communities/:communityId/feed', status: '401' }
  assert.equal(numberOf(samples, 'http_request_duration_seconds_count', labels), 1)
  assert.equal(numberOf(samples, 'http_request_duration_seconds_count', { route: 'unknown', status: '404' }), 1)
})

test('sockets and the pool are told as they are now', async () => {
  sockets = 3
  const client = await world.services.pool.connect()
  try {
    const { samples } = await scrape()
    assert.equal(numberOf(samples, 'realtime_sockets'), 3)
    assert.ok((numberOf(samples, 'database_pool_connections', { state: 'busy' }) ?? 0) >= 1)
    assert.equal(numberOf(samples, 'database_answers'), 1)
  } finally {
    client.release()
  }
})

test('nothing in it comes from a person: no names, phones, codes, ids of persons or requests', async () => {
  const phone = world.newPhone()
  const visitor = await world.visitor('林先生', phone)
  await world.app.inject({ url: `/api/v1/join/${world.home.code}`, headers: { cookie: visitor.cookie ?? '' } })
  const { text, samples } = await scrape()
  for (const said of samples.flatMap(({ labels }) => Object.values(labels)))
    assert.doesNotMatch(said, /[\u4e00-\u9fff]|[0-9a-f]{8}-[0-9a-f]{4}|\d{11}/)
  for (const secret of [phone, world.home.code, '林先生']) assert.equal(text.includes(secret), false)
  const names = new Set(samples.flatMap(({ labels }) => Object.keys(labels)))
  for (const name of ['person', 'phone', 'code', 'address', 'url', 'ip']) assert.ok(!names.has(name))
})

test('a database that is away is told as such, and the rest still stands there', async () => {
  const away = { ...world.services, db: { ...world.services.db, many: () => Promise.reject(new Error('away')) } }
  const other = createMetrics(away)
  const samples = parsePrometheusText(await other.text())
  assert.equal(numberOf(samples, 'database_answers'), 0)
  assert.equal(numberOf(samples, 'outbox_waiting_events'), undefined)
  assert.ok((numberOf(samples, 'process_resident_memory_bytes') ?? 0) > 0)
})

test('whoever watches is answered also when everybody else is told to wait', async () => {
  const narrow = await createTestWorld({ requestsPerMinute: 2 })
  try {
    mountOperations(narrow.app, narrow.services, createMetrics(narrow.services))
    const statuses = async (url: string) => {
      const answers: number[] = []
      for (let times = 0; times < 4; times += 1) answers.push((await narrow.app.inject({ url })).statusCode)
      return answers
    }
    assert.deepEqual(await statuses('/api/v1/openapi.json'), [200, 200, 429, 429])
    for (const url of ['/healthz', '/readyz', '/metrics'])
      assert.deepEqual(await statuses(url), [200, 200, 200, 200], url)
  } finally {
    await narrow.close()
  }
})

test('the reader of the text refuses what Prometheus would', () => {
  const head = '# HELP a_total x\n# TYPE a_total counter\n'
  assert.deepEqual(parsePrometheusText(`${head}a_total{b="c\\"d"} 1\n`), [
    { name: 'a_total', labels: { b: 'c\\"d' }, value: 1 },
  ])
  for (const wrong of [
    'a_total 1\n',
    `${head}a_total 1`,
    `${head}a_total one\n`,
    `${head}a_total{b="c} 1\n`,
    `${head}a_total 1\na_total 1\n`,
    '# HELP a x\n# TYPE a counter\na 1\n',
    '# HELP h x\n# TYPE h histogram\nh_bucket{le="1"} 2\nh_bucket{le="+Inf"} 1\nh_sum 1\nh_count 1\n',
  ])
    assert.throws(() => parsePrometheusText(wrong), Error, wrong)
})
