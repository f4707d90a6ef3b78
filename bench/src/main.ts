// npm run bench [-- SECONDS_PER_ROUND ROUNDS]: the hot endpoints against the floors of this machine, in one run.
import { type Bench, withBench } from './bench.ts'
import { floorTargetOf } from './floor-target.ts'
import type { Measured, Target } from './messages.ts'
import { type Floor, missed, type Row, tableOf } from './report.ts'
import { settled } from './world.ts'

const [seconds = 2, rounds = 7] = process.argv.slice(2).map(Number)
const connections = 16
const backgroundPerSecond = 20
const run = async ({ database, world, startFloors, generator, targets }: Bench): Promise<Row[]> => {
  const floors = await startFloors()
  const shoot = async (target: Target, measureMs = seconds * 1_000): Promise<Measured> => {
    await settled(database)
    return generator.measure({ target, connections, warmMs: Math.min(400, measureMs / 4), measureMs })
  }
  generator.background(targets.submit, backgroundPerSecond)

  const plan: { name: string; target: () => Promise<Target> | Target; floors: Floor[]; goal?: Row['goal'] }[] = [
    {
      name: 'feed',
      target: () => targets.feed,
      floors: ['F1', 'F2'],
      goal: { floor: 'F2', perSecond: 0.6, p99: 4 },
    },
    {
      name: 'thread',
      target: () => targets.thread,
      floors: ['F1', 'F2'],
      goal: { floor: 'F2', perSecond: 0.6, p99: 4 },
    },
    { name: 'submit', target: () => targets.submit, floors: ['F1', 'F3'], goal: { floor: 'F3', perSecond: 0.6 } },
    { name: 'answer', target: targets.answer, floors: ['F1', 'F3'], goal: { floor: 'F3', perSecond: 0.6 } },
    { name: 'command center, first page', target: () => targets.district, floors: ['F1', 'F2'] },
  ]
  const measured = plan.map(({ name, floors: names, goal }) => ({
    name,
    goal,
    rounds: [] as Measured[],
    floors: Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<Floor, Measured[]>,
  }))
  const sizes = new Map<string, number>()
  // a feed that is a page long everywhere, and statistics that know it, as a database has that has run for a day
  await shoot(targets.submit, 3_000)
  await database.ownerPool.query('analyze')
  // the first time only to warm what compiles and to learn the sizes
  for (let round = -1; round < rounds; round += 1) {
    for (const [n, { name, target, floors: names }] of plan.entries()) {
      const shot = await shoot(await target(), round < 0 ? 700 : undefined)
      sizes.set(name, sizes.get(name) ?? shot.replyBytes - 200)
      const beside = []
      for (const floor of names)
        beside.push(
          await shoot(floorTargetOf(floor, floors.port, sizes.get(name) ?? 0, world), round < 0 ? 400 : undefined),
        )
      if (round < 0) continue
      measured[n]?.rounds.push(shot)
      for (const [m, floor] of names.entries()) measured[n]?.floors[floor].push(beside[m] as Measured)
    }
    if (round >= 0) console.log(`round ${round + 1} of ${rounds}`)
  }
  const table: Row[] = []
  for (const { name, rounds, floors, goal } of measured) {
    table.push({ name, rounds, floors, ...(goal === undefined ? {} : { goal }) })
    for (const [floor, own] of Object.entries(floors))
      table.push({ name: `${floor} beside ${name.split(',')[0]}`, rounds: own, floors: {} })
  }
  floors.stop()
  return table
}

const rows = await withBench(run)
console.log(`\n${tableOf(rows)}\n`)
const names = missed(rows)
console.log(names.length === 0 ? 'every goal was reached' : `missed: ${names.join(', ')}`)
