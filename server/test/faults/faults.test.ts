import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomFor } from '@shequtong/worlds/random'
import sharp from 'sharp'
import { noisyJpeg } from '../../src/photos/test-photos.ts'
import { startCluster } from '../../src/platform/database/embedded.ts'
import { poolFor } from '../../src/platform/database/pools.ts'
import { checkAccounts, waitUntilRelayed } from './accounts.ts'
import { communityId, createCast, type Player } from './cast.ts'
import { type Fault, faultKinds, runChaos } from './chaos.ts'
import { createClient } from './client.ts'
import { createLedger } from './ledger.ts'
import { runLoad } from './load.ts'
import { createProgram, type Program } from './program.ts'

/** `npm run verify:deep` sets it to minutes. */
const seconds = Number(process.env.FAULTS_SECONDS || 14)
const seed = process.env.FAULTS_SEED || String(randomInt(1_000_000_000))
const atMostLongerMs = 60_000
const memberCount = 12
const photoWidthPx = 320

const countOf = (happened: readonly Fault[]) =>
  Object.fromEntries(faultKinds.map((kind) => [kind, happened.filter((one) => one.kind === kind).length]))

/** A neighbour gets the picture, by the API of the server that came back. */
const canBeSeen = async (program: Program, reader: Player | undefined, photoId: string): Promise<void> => {
  const seen = await fetch(`${program.origin}/api/v1/communities/${communityId}/photos/${photoId}/full`, {
    headers: { cookie: `shequtong=${reader?.token}` },
  })
  assert.equal(seen.status, 200, `photo ${photoId}`)
  assert.equal((await sharp(Buffer.from(await seen.arrayBuffer())).metadata()).width, photoWidthPx)
}

test('a server that ends by itself is noticed, one that is killed on purpose is none', async () => {
  const program = await createProgram()
  try {
    await program.start()
    await program.kill()
    await program.start()
    assert.deepEqual(program.endedByItself(), [])
    process.kill(program.pid(), 'SIGTERM')
    const until = Date.now() + 15_000
    while (program.endedByItself().length === 0 && Date.now() < until) await sleep(50)
    assert.match(program.endedByItself().join(), /^ended with 0/)
  } finally {
    await program.end()
  }
})

test(`server, database and relay die again and again under load, and what was acknowledged is there once`, {
  timeout: (seconds + 240) * 1_000,
}, async (t) => {
  t.diagnostic(`FAULTS_SEED=${seed}`)
  const since = performance.now()
  const keep = (found: object): void => {
    if (process.env.FAULTS_REPORT) writeFileSync(process.env.FAULTS_REPORT, JSON.stringify({ seed, ...found }))
  }
  const program = await createProgram()
  const random = randomFor(seed)
  const ledger = createLedger()
  try {
    await program.start()
    // the running cluster is adopted: this process only looks at it
    const cluster = await startCluster(program.databaseFolder)
    assert.equal(cluster.origin, 'adopted')
    const pools = [poolFor(cluster.url('owner'), { max: 3 }), poolFor(cluster.url('admin'), { max: 1 })] as const
    const [owner, admin] = pools
    const cast = await createCast(owner, memberCount)
    const photo = { type: 'image/jpeg', bytes: await noisyJpeg(photoWidthPx, 240) }
    const until = Date.now() + seconds * 1_000
    // on a busy machine the short form goes on until each kind has happened
    const enough = (happened: readonly Fault[]) =>
      Date.now() > until + atMostLongerMs ||
      (Date.now() > until && faultKinds.every((kind) => happened.some((one) => one.kind === kind)))
    let chaosIsOver = false
    let chaosFailed = false
    const [happened] = await Promise.all([
      runChaos({ program, admin, random: randomFor(`${seed} chaos`), isOver: enough })
        .catch((error: unknown) => {
          chaosFailed = true
          throw error
        })
        .finally(() => {
          chaosIsOver = true
        }),
      runLoad({
        client: createClient(program.origin, ledger),
        cast,
        random,
        photo,
        isOver: () => chaosFailed || (chaosIsOver && Date.now() > until),
      }),
    ])
    await waitUntilRelayed(owner)
    const photos = await checkAccounts(owner, ledger, program.dataDir)
    const withPhotos = ledger.acknowledged().filter(({ photoIds }) => photoIds.length > 0)
    for (const { photoIds } of withPhotos.slice(-20))
      for (const photoId of photoIds) await canBeSeen(program, cast.members[0], photoId)
    assert.deepEqual(program.endedByItself(), [], 'the server ended although nobody killed it')
    await Promise.all(pools.map((pool) => pool.end()))
    const report = {
      seconds,
      faults: countOf(happened),
      slowestRecoveryMs: Math.max(...happened.map(({ tookMs }) => tookMs)),
      sent: ledger.count('sent'),
      acknowledged: ledger.acknowledged().length,
      withoutAnswer: ledger.count('no-answer'),
      photos,
      answeredWithPhotos: withPhotos.filter(({ endpoint }) => endpoint !== 'submit').length,
    }
    t.diagnostic(JSON.stringify(report))
    keep(report)
    const died = (part: string) => happened.some(({ kind }) => kind.includes(part))
    assert.ok(died('server'), 'the server never died')
    assert.ok(died('database'), 'the database never died')
    assert.ok(died('relay'), 'the relay was never cut')
    assert.ok(report.acknowledged > 50, `only ${report.acknowledged} writes were acknowledged`)
    assert.ok(report.withoutAnswer > 0, 'no fault ever hit a request')
    assert.ok(report.answeredWithPhotos > 0, 'nobody answered with a photo')
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.error([`FAULTS_SEED=${seed}`, program.said(), cause, ...program.endedByItself()].join('\n'))
    keep({ seconds, failedAfterMs: Math.round(performance.now() - since), cause: cause.split('\n')[0] ?? '' })
    throw error
  } finally {
    await program.end()
  }
})
