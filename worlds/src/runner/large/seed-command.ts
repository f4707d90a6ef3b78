import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type DateOn, dateOnIn, type Instant, startOf } from '@shequtong/domain/time'
import type { Services } from '@shequtong/server/http/services'
import type pg from 'pg'
import { baoshanDirectory } from '../../baoshan/directory.ts'
import { demoCommunities } from '../../demo/compounds.ts'
import { type Size, sharesOf } from '../../large/scale.ts'
import { checkLargeWorld } from './check-large-world.ts'
import { runLargeWorld } from './run-large-world.ts'

export interface SeedTools {
  readonly services: Services
  readonly ownerPool: pg.Pool
  readonly dataDir: string
  readonly now: Instant
  readonly print: (line: string) => void
}

const usage = `seed baoshan --members 7400 --interactions 1500000 [--until 2026-11-24]
    在空的数据库里编一个大的宝山：按真实规模的居民区，三年的话；中断了再运行同一条命令就接着来
    · a large Baoshan in an empty database: communities of real size, three years of words; run again, it goes on
seed check
    逐条核对库里每一行是否守规矩 · looks whether every row keeps the rules`

/** What a broken-off run has to go on with; beside the data, because the world ends at a day of its own. */
interface Begun extends Size {
  readonly untilOn: DateOn
}

const fileOf = (dataDir: string): string => join(dataDir, 'seed.json')

const begunIn = async (dataDir: string): Promise<Begun | undefined> => {
  try {
    return JSON.parse(await readFile(fileOf(dataDir), 'utf8')) as Begun
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const options = { members: { type: 'string' }, interactions: { type: 'string' }, until: { type: 'string' } } as const

const asked = (words: readonly string[], now: Instant): Begun | undefined => {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
    const { members = '7400', interactions = '1500000', until = dateOnIn(now) } = values
    if (positionals.length !== 1 || positionals[0] !== 'baoshan') return undefined
    if (![members, interactions].every((word) => /^\d{1,9}$/.test(word))) return undefined
    if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until)) || until > dateOnIn(now)) return undefined
    return { members: Number(members), interactions: Number(interactions), untilOn: until as DateOn }
  } catch {
    return undefined
  }
}

const refusals = {
  'members-out-of-range': '居民要在 10 到 79000 之间 · members from 10 to 79,000',
  'interactions-out-of-range': '互动不能少于居民数 · at least one interaction a member',
  'too-few-communities': '这个区没有那么多居民区 · the district has fewer communities',
} as const

const secondsSince = (since: number): string => `${Math.round((performance.now() - since) / 1_000)} s`

const tell = async (wanted: Begun, { services, ownerPool, dataDir, print }: SeedTools): Promise<number> => {
  const lived = new Set(demoCommunities.map(({ communityCode }) => communityCode))
  const codes = baoshanDirectory().flatMap(({ communityCode }) => (lived.has(communityCode) ? [] : [communityCode]))
  const shares = sharesOf(wanted, codes)
  if (!shares.ok) {
    print(refusals[shares.violation.code])
    return 2
  }
  const begun = await begunIn(dataDir)
  const isEmpty = (await services.db.maybe(`select 1 from persons limit 1`)) === undefined
  if (begun === undefined && !isEmpty) {
    print('这个库里已经有人了：换一个空的 DATA_DIR · somebody lives in this database: take an empty DATA_DIR')
    return 1
  }
  if (begun !== undefined && JSON.stringify(begun) !== JSON.stringify(wanted)) {
    const { members, interactions, untilOn } = begun
    print(
      `这里开始编的是另一个 · another one was begun here: --members ${members} --interactions ${interactions} --until ${untilOn}`,
    )
    return 1
  }
  await writeFile(fileOf(dataDir), JSON.stringify(wanted))
  const since = performance.now()
  await runLargeWorld(services, ownerPool, {
    shares: shares.value,
    until: startOf(wanted.untilOn),
    progress: (line) => print(`${secondsSince(since).padStart(6)}  ${line}`),
  })
  print(`编好了，用时 ${secondsSince(since)}：npm start 看看 · done; npm start shows it`)
  return 0
}

const check = async ({ ownerPool, dataDir, now, print }: SeedTools): Promise<number> => {
  const begun = await begunIn(dataDir)
  const checked = await checkLargeWorld(ownerPool, begun === undefined ? now : startOf(begun.untilOn))
  for (const { rule, broken } of checked)
    print(`${broken === 0 ? 'ok    ' : 'broken'}  ${rule}${broken === 0 ? '' : `: ${broken}`}`)
  return checked.some(({ broken }) => broken > 0) ? 1 : 0
}

/** `seed …`: the exit code. */
export const runSeedCommand = async (words: readonly string[], tools: SeedTools): Promise<number> => {
  if (words.length === 1 && words[0] === 'check') return check(tools)
  const wanted = asked(words, tools.now)
  if (wanted !== undefined) return tell(wanted, tools)
  tools.print(usage)
  return 2
}
