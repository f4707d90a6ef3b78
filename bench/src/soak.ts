// usage: soak.ts SECONDS. Steady load on one server; its last line is a SoakResult as JSON.
import { withBench } from './bench.ts'
import { median } from './report.ts'
import { settled } from './world.ts'

export interface SoakResult {
  readonly seconds: number
  readonly requests: number
  /** After a collection. Medians of the first and of the last third of the windows. */
  readonly heapMb: readonly [number, number]
  readonly residentMb: readonly [number, number]
  readonly p50Ms: readonly [number, number]
  readonly p99Ms: readonly [number, number]
  /** p50 as a multiple of floor F2's in the window beside it: what else the machine does cancels out. */
  readonly p50PerFloor: readonly [number, number]
}

const [seconds = 300] = process.argv.slice(2).map(Number)
const windowMs = 3_000
const floorMs = 700
const warmWindows = 4
const connections = 4
const backgroundPerSecond = 20

const gauge = (text: string, name: string): number =>
  Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1] ?? Number.NaN)

const thirds = (values: readonly number[]): [number, number] => {
  const third = Math.max(1, Math.floor(values.length / 3))
  return [median(values.slice(0, third)), median(values.slice(-third))]
}

const result = await withBench(
  async ({ database, subject, startFloors, generator, targets, world }): Promise<SoakResult> => {
    const floors = await startFloors()
    const floor = {
      port: floors.port,
      method: 'GET',
      tokens: [],
      paths: world.members.map(({ communityId }) => `/f2/15000/${communityId}`),
    } as const
    // statistics of a database that has run for a while: those of an almost empty one make plans that grow with every row
    await generator.measure({ target: targets.submit, connections, warmMs: 0, measureMs: windowMs * 2 })
    await database.ownerPool.query('analyze')
    await settled(database)
    generator.background(targets.submit, backgroundPerSecond)
    const windows = {
      heap: [] as number[],
      resident: [] as number[],
      p50: [] as number[],
      p99: [] as number[],
      perFloor: [] as number[],
    }
    let requests = 0
    const until = Date.now() + seconds * 1_000
    for (let n = 0; Date.now() < until; n += 1) {
      const target = n % 2 === 0 ? targets.feed : targets.thread
      const measured = await generator.measure({ target, connections, warmMs: 0, measureMs: windowMs })
      requests += measured.requests
      if (n < warmWindows || n % 2 === 1) continue
      const beside = await generator.measure({ target: floor, connections, warmMs: 100, measureMs: floorMs })
      windows.perFloor.push(measured.p50Ms / beside.p50Ms)
      windows.heap.push((await subject.heapBytes()) / 2 ** 20)
      const metrics = await (await fetch(`http://127.0.0.1:${subject.port}/metrics`)).text()
      windows.resident.push(gauge(metrics, 'process_resident_memory_bytes') / 2 ** 20)
      windows.p50.push(measured.p50Ms)
      windows.p99.push(measured.p99Ms)
    }
    floors.stop()
    return {
      seconds,
      requests,
      heapMb: thirds(windows.heap),
      residentMb: thirds(windows.resident),
      p50Ms: thirds(windows.p50),
      p99Ms: thirds(windows.p99),
      p50PerFloor: thirds(windows.perFloor),
    }
  },
)
console.log(JSON.stringify(result))
