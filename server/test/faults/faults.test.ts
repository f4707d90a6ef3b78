import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { randomFor } from '@shequtong/worlds/random'
import { noisyJpeg } from '../../src/photos/test-photos.ts'
import { startCluster } from '../../src/platform/database/embedded.ts'
import { poolFor } from '../../src/platform/database/pools.ts'
import { checkAccounts, waitUntilRelayed } from './accounts.ts'
import { createCast } from './cast.ts'
import { type FaultKind, faultKinds, runChaos } from './chaos.ts'
import { createClient } from './client.ts'
import { createLedger } from './ledger.ts'
import { runLoad } from './load.ts'
import { createProgram } from './program.ts'

/** `npm run verify:deep` sets it to minutes. */
const seconds = Number(process.env.FAULTS_SECONDS || 14)
const seed = process.env.FAULTS_SEED || String(randomInt(1_000_000_000))
const memberCount = 12

const countOf = (happened: readonly FaultKind[]) =>
  Object.fromEntries(faultKinds.map((kind) => [kind, happened.filter((one) => one === kind).length]))

test(`server, database and relay die again and again under load, and what was acknowledged is there once`, {
  timeout: (seconds + 240) * 1_000,
}, async (t) => {
  t.diagnostic(`FAULTS_SEED=${seed}`)
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
    const photo = { type: 'image/jpeg', bytes: await noisyJpeg(320, 240) }
    const until = Date.now() + seconds * 1_000
    let chaosIsOver = false
    const [happened] = await Promise.all([
      runChaos({ program, admin, random: randomFor(`${seed} chaos`), isOver: () => Date.now() > until }).finally(() => {
        chaosIsOver = true
      }),
      runLoad({
        client: createClient(program.origin, ledger),
        cast,
        random,
        photo,
        isOver: () => chaosIsOver && Date.now() > until,
      }),
    ])
    await waitUntilRelayed(owner)
    const photos = await checkAccounts(owner, ledger, program.dataDir)
    await Promise.all(pools.map((pool) => pool.end()))
    const report = {
      seconds,
      faults: countOf(happened),
      sent: ledger.count('sent'),
      acknowledged: ledger.acknowledged().length,
      withoutAnswer: ledger.count('no-answer'),
      photos,
    }
    t.diagnostic(JSON.stringify(report))
    if (process.env.FAULTS_REPORT) writeFileSync(process.env.FAULTS_REPORT, JSON.stringify({ seed, ...report }))
    assert.ok(happened.includes('server') || happened.includes('server and database'), 'the server never died')
    assert.ok(happened.includes('database') || happened.includes('server and database'), 'the database never died')
    assert.ok(report.acknowledged > 50, `only ${report.acknowledged} writes were acknowledged`)
    assert.ok(report.withoutAnswer > 0, 'no fault ever hit a request')
  } catch (error) {
    console.error(`FAULTS_SEED=${seed}\n${program.said()}`)
    throw error
  } finally {
    await program.end()
  }
})
