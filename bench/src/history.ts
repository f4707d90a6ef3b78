// npm run bench:history [-- --seconds 1.5 --rounds 5 --little 15000 --much 1500000]: the hot endpoints with little and with much
// history behind them, in the same communities with the same 7,400 members, beside the floors of this machine, in one run.
import { parseArgs } from 'node:util'
import { dateOnIn, startOf } from '@shequtong/domain/time'
import { baoshanDirectory } from '@shequtong/worlds/baoshan/directory'
import { demoCommunities } from '@shequtong/worlds/demo/compounds'
import { sharesOf } from '@shequtong/worlds/large/scale'
import { runLargeWorld } from '@shequtong/worlds/runner/large/run-large-world'
import { type Bench, withBench } from './bench.ts'
import { floorTargetOf } from './floor-target.ts'
import type { Measured, Target } from './messages.ts'
import { type Floor, type HistoryRow, historyTableOf, missedHistory } from './report.ts'
import { settled, type TellWorld } from './world.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '1.5' },
    rounds: { type: 'string', default: '5' },
    members: { type: 'string', default: '7400' },
    little: { type: 'string', default: '15000' },
    much: { type: 'string', default: '1500000' },
  },
})
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)
const connections = 16
const backgroundPerSecond = 10

const tell =
  (interactions: number): TellWorld =>
  async (services, ownerPool) => {
    const lived = new Set(demoCommunities.map(({ communityCode }) => communityCode))
    const codes = baoshanDirectory().flatMap(({ communityCode }) => (lived.has(communityCode) ? [] : [communityCode]))
    const shares = sharesOf({ members: Number(values.members), interactions }, codes)
    if (!shares.ok) throw new Error(shares.violation.code)
    const since = performance.now()
    await runLargeWorld(services, ownerPool, {
      shares: shares.value,
      until: startOf(dateOnIn(services.clock.now())),
      progress: () => undefined,
    })
    console.log(`${interactions} interactions told in ${Math.round((performance.now() - since) / 1_000)} s`)
  }

const read: HistoryRow['goal'] = { floor: 'F2', perSecond: 0.6 }
const command: HistoryRow['goal'] = { floor: 'F2', perSecond: 0.3 }
const write: HistoryRow['goal'] = { floor: 'F3', perSecond: 0.6 }
type TargetName = Exclude<keyof Bench['targets'], 'answer'>
const plan: readonly { name: string; target: TargetName; goal: NonNullable<HistoryRow['goal']> }[] = [
  { name: 'feed', target: 'feed', goal: read },
  { name: 'thread', target: 'thread', goal: read },
  { name: 'search', target: 'search', goal: read },
  { name: 'inbox', target: 'inbox', goal: read },
  { name: 'command center, first page', target: 'district', goal: command },
  { name: 'command center, a subdistrict', target: 'subdistrict', goal: command },
  { name: 'command center, open items of a community', target: 'openItems', goal: command },
  { name: 'submit', target: 'submit', goal: write },
  { name: 'post', target: 'post', goal: write },
  { name: 'reply', target: 'reply', goal: write },
]

const run = async (little: Bench, much: Bench): Promise<HistoryRow[]> => {
  const floors = await much.startFloors()
  const shoot = async ({ database, generator }: Bench, target: Target, measureMs: number): Promise<Measured> => {
    await settled(database)
    return generator.measure({ target, connections, warmMs: Math.min(400, measureMs / 4), measureMs })
  }
  for (const bench of [little, much]) bench.generator.background(bench.targets.submit, backgroundPerSecond)
  const rows = plan.map(({ name, goal }) => ({
    name,
    goal,
    little: [] as Measured[],
    rounds: [] as Measured[],
    floors: { [goal.floor]: [] as Measured[] } as Partial<Record<Floor, Measured[]>>,
  }))
  // the first time only to warm what compiles and to learn the sizes
  for (let round = -1; round < rounds; round += 1) {
    const measureMs = round < 0 ? 700 : seconds * 1_000
    for (const [n, { target, goal }] of plan.entries()) {
      // in turns, so that what a first one warms or wears out is nobody's advantage
      const order = n % 2 === round % 2 ? [little, much] : [much, little]
      const shots = new Map<Bench, Measured>()
      for (const bench of order) shots.set(bench, await shoot(bench, bench.targets[target], measureMs))
      const [less, more] = [shots.get(little), shots.get(much)]
      if (less === undefined || more === undefined) throw new Error('both were measured')
      const floor = await shoot(
        much,
        floorTargetOf(goal.floor, floors.port, more.replyBytes - 200, much.world),
        measureMs,
      )
      if (round < 0) continue
      rows[n]?.little.push(less)
      rows[n]?.rounds.push(more)
      rows[n]?.floors[goal.floor]?.push(floor)
    }
    if (round >= 0) console.log(`round ${round + 1} of ${rounds}`)
  }
  floors.stop()
  return rows
}

const rows = await withBench(
  (little) => withBench((much) => run(little, much), tell(Number(values.much))),
  tell(Number(values.little)),
)
console.log(`\n${historyTableOf(rows)}\n`)
const names = missedHistory(rows)
console.log(names.length === 0 ? 'every goal was reached' : `missed: ${names.join(', ')}`)
