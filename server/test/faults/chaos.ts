import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '@shequtong/worlds/random'
import type pg from 'pg'
import type { Program } from './program.ts'

/** `relay`: the connection that a relay works on is cut in the middle of its batch. */
export const faultKinds = ['server', 'database', 'relay', 'server and database'] as const
export type FaultKind = (typeof faultKinds)[number]

/** Of platform/outbox/claim.ts: who holds this lock is relaying a batch now. */
const relayLock = 7_438_003

const cutRelaySql = `
  select pg_terminate_backend(pid) as cut from pg_locks
  where locktype = 'advisory' and objid = ${relayLock} and objsubid = 1 and granted`

const cutWithinMs = 2_000

/** A batch lasts milliseconds, so the lock is looked for until one is caught. */
const cutRelay = async (admin: pg.Pool): Promise<boolean> => {
  const until = Date.now() + cutWithinMs
  while (Date.now() < until) {
    const { rows } = await admin.query<{ cut: boolean }>(cutRelaySql)
    if (rows.some(({ cut }) => cut)) return true
    await sleep(2)
  }
  return false
}

export interface Fault {
  readonly kind: FaultKind
  /** From the kill until the program said again that it is ready. */
  readonly tookMs: number
}

export interface ChaosOptions {
  readonly program: Program
  /** Of the database's superuser. */
  readonly admin: pg.Pool
  readonly random: Random
  readonly isOver: (happened: readonly Fault[]) => boolean
}

/** One fault after the other, every kind before any comes again, with a short while of peace between. What happened. */
export const runChaos = async ({ program, admin, random, isOver }: ChaosOptions): Promise<Fault[]> => {
  const happened: Fault[] = []
  let deck: FaultKind[] = []
  while (!isOver(happened)) {
    await sleep(random.integer(700, 1_600))
    if (deck.length === 0) deck = random.shuffled(faultKinds)
    const kind = deck.pop() ?? 'server'
    const since = performance.now()
    const note = () => happened.push({ kind, tookMs: Math.round(performance.now() - since) })
    if (kind === 'relay') {
      if (await cutRelay(admin)) note()
      continue
    }
    if (kind !== 'database') await program.kill()
    const killedPid = kind === 'server' ? undefined : await program.killDatabase()
    if (kind !== 'database') await program.start()
    if (kind !== 'server') await program.databaseIsBack(killedPid)
    await program.ready()
    note()
  }
  return happened
}
