// npm run bench:first-load [-- ROUNDS]: what a phone loads before a resident sees the first page, compressed, and how long
// that takes on a slow one. Fails over the budget of bytes or time.
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { openStage } from '../e2e/src/stage.ts'
import { startTestCluster } from '../server/test/support/test-cluster.ts'
import { maxBytes, maxScriptBytes, weigh } from './first-load/budget.ts'
import { type LoadTime, network, phoneSlowdown, timeLoad, type Visit } from './first-load/time-load.ts'
import { repository } from './program.ts'

const maxInteractiveMs = 2_000
const rounds = Number(process.argv[2] ?? 5)
const kB = (bytes: number) => (bytes / 1_000).toFixed(1)

const cluster = await startTestCluster()
process.env.SHEQUTONG_TEST_DATABASE_URL = cluster.url
let fits = true
try {
  const stage = await openStage()
  try {
    const { files, scriptBytes, allBytes } = await weigh(join(repository, 'web/dist'))
    for (const { path, bytes } of files) console.log(`${String(bytes).padStart(8)}  ${path}`)
    console.log(
      `entry, gzip: ${kB(scriptBytes)} kB of JavaScript (at most ${maxScriptBytes / 1_000}), ${kB(allBytes)} kB in all (at most ${maxBytes / 1_000})`,
    )
    fits = scriptBytes <= maxScriptBytes && allBytes <= maxBytes
    console.log(
      `\nfirst visit, empty cache, ${phoneSlowdown}× CPU slow-down, ${network.latencyMs} ms latency, ${network.downKbps} kbit/s down, ${rounds} rounds, median (machine: ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)})`,
    )
    const visits: Visit[] = [
      { name: 'home, signed in', path: '/home', as: 'wu', shows: '邻里近事' },
      { name: 'the QR code’s page', path: `/j/${await stage.codeOf('宝山九村')}`, shows: '登记成为邻居' },
    ]
    for (const visit of visits) {
      const loads: LoadTime[] = []
      for (let round = 0; round < rounds; round += 1) loads.push(await timeLoad(stage, visit))
      const median = (of: (load: LoadTime) => number) =>
        loads.map(of).toSorted((x, y) => x - y)[Math.floor(loads.length / 2)] ?? 0
      const interactiveMs = median((load) => load.interactiveMs)
      const [script, all] = [median((load) => load.scriptBytes), median((load) => load.allBytes)]
      console.log(
        `${visit.name}: painted ${(median((load) => load.paintedMs) / 1_000).toFixed(2)} s, interactive ${(interactiveMs / 1_000).toFixed(2)} s (under ${maxInteractiveMs / 1_000}); sent ${kB(script)} kB of JavaScript, ${kB(all)} kB in all`,
      )
      fits &&= interactiveMs < maxInteractiveMs && script <= maxScriptBytes && all <= maxBytes
    }
  } finally {
    await stage.close()
  }
} finally {
  await cluster.stop()
}
console.log(fits ? 'first load: ok' : 'first load: over the budget')
process.exitCode = fits ? 0 : 1
