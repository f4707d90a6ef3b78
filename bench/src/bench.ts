import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@shequtong/server/platform/database/connect'
import { startCluster } from '@shequtong/server/platform/database/embedded'
import { migrate } from '@shequtong/server/platform/database/migrate'
import { openDatabase } from './open-database.ts'
import { type Generator, type Listening, startGenerator, startListening } from './processes.ts'
import { type Targets, targetsOf } from './targets.ts'
import { type BenchWorld, createBenchWorld, type TellWorld, tellDemo } from './world.ts'

export interface Bench {
  readonly database: Database
  readonly world: BenchWorld
  readonly subject: Listening
  readonly startFloors: () => Promise<Listening>
  readonly generator: Generator
  readonly targets: Targets
}

/** Runs `work` beside a server with the world of `tell`, on an embedded database of its own; nothing of it is left. */
export const withBench = async <T>(work: (bench: Bench) => Promise<T>, tell: TellWorld = tellDemo): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-bench-'))
  // as root the database runs as another user, who must be able to pass through
  if (process.getuid?.() === 0) await chmod(folder, 0o711)
  const databaseFolder = join(folder, 'database')
  try {
    const cluster = await startCluster(databaseFolder)
    const ending: (() => unknown)[] = [() => cluster.stop()]
    try {
      const database = await openDatabase(databaseFolder)
      ending.push(() => database.stop())
      await migrate(database.ownerPool)
      const world = await createBenchWorld(folder, database, tell)
      const subject = await startListening('./subject.ts', [folder])
      ending.push(subject.stop)
      const generator = startGenerator()
      ending.push(generator.stop)
      const startFloors = () => startListening('./floors.ts', [databaseFolder])
      const targets = await targetsOf(world, subject.port, database)
      return await work({ database, world, subject, startFloors, generator, targets })
    } finally {
      for (const end of ending.toReversed()) await end()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
