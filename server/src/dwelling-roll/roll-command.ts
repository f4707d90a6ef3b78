import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dateOnIn } from '@shequtong/domain/time'
import type pg from 'pg'
import type { Vault } from '../identity/vault.ts'
import { type Db, type Tx, transaction } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { describeFault } from './fault-words.ts'
import { importRoll } from './import.ts'
import { planOf } from './plan.ts'
import { readRoll } from './read-roll.ts'

export interface RollCommandTools {
  readonly pool: pg.Pool
  readonly db: Db
  readonly vault: Vault
  readonly now: Date
  readonly print: (line: string) => void
}

const usage = `roll import --community CODE --compound NAME FILE [--dry-run] [--skip-bad] [--new-compound]
    导入一个小区的房屋名册（CSV 或 XLSX）· brings the dwelling roll of a compound
    --dry-run       只检查，不写入 · checks and writes nothing
    --skip-bad      有错的户保持原样，其余写入 · dwellings with a bad row stay as they are
    --new-compound  小区还没有时新建 · makes the compound where it is not there yet`

interface Given {
  readonly community: string
  readonly compound: string
  readonly file: string
  readonly dryRun: boolean
  readonly skipBad: boolean
  readonly newCompound: boolean
}

/** `roll …` at the operator's terminal. Returns the exit code: 0 done, 1 refused, 2 mistyped. */
export const runRollCommand = async (words: readonly string[], tools: RollCommandTools): Promise<number> => {
  const given = parse(words)
  if (given === undefined) {
    tools.print(usage)
    return 2
  }
  return run(given, tools)
}

const parse = (words: readonly string[]): Given | undefined => {
  try {
    const flag = { type: 'boolean', default: false } as const
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        community: { type: 'string' },
        compound: { type: 'string' },
        'dry-run': flag,
        'skip-bad': flag,
        'new-compound': flag,
      },
    })
    const [verb, file, ...more] = positionals
    const { community, compound } = values
    if (verb !== 'import' || file === undefined || more.length > 0 || !community || !compound) return undefined
    return {
      community,
      compound: compound.trim(),
      file,
      dryRun: values['dry-run'],
      skipBad: values['skip-bad'],
      newCompound: values['new-compound'],
    }
  } catch {
    return undefined
  }
}

const run = async (given: Given, tools: RollCommandTools): Promise<number> => {
  const { pool, db, vault, now, print } = tools
  const community = await db.maybe<{ communityId: number; name: string }>(
    `select community_id as "communityId", short_name as name from communities where code = $1`,
    [given.community],
  )
  if (community === undefined) {
    print(`没有代码为 ${given.community} 的居村 · no community has the code ${given.community}`)
    return 1
  }
  const bytes = await readFile(given.file).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) {
    print(`读不到文件 ${given.file} · the file cannot be read: ${bytes.code}`)
    return 1
  }
  const read = await readRoll(bytes, dateOnIn(now))
  if (!read.ok) {
    const { code, fields = [] } = read.violation
    print(`这个文件不是名册 · the file is no dwelling roll: ${code} ${fields.join(', ')}`.trim())
    return 1
  }
  const roll = read.value
  for (const fault of roll.faults) print(describeFault(fault))
  if (roll.ignoredColumns.length > 0) print(`没有读的列 · columns not read: ${roll.ignoredColumns.join('、')}`)
  return transaction(pool, async (tx) => {
    const { communityId } = community
    const compoundId = await compoundOf(tx, communityId, given, print)
    if (compoundId === undefined) return 1
    const plan = await planOf(tx, { communityId, compoundId }, roll)
    const left = plan.dwellingsLeft
    print(
      `${plan.rows} 行：新增 ${plan.dwellingsAdded} 户，改变 ${plan.dwellingsChanged} 户，不变 ${plan.dwellingsSame} 户，` +
        `文件里没有的 ${left} 户保持原样；${plan.persons} 人，替换原有 ${plan.personsReplaced} 人；有错 ${plan.badRows} 行`,
    )
    print(
      `${plan.rows} rows: ${plan.dwellingsAdded} dwellings added, ${plan.dwellingsChanged} changed, ${plan.dwellingsSame} the same, ` +
        `${left} not in the file left; ${plan.persons} persons, replacing ${plan.personsReplaced}; ${plan.badRows} bad rows`,
    )
    const refused = plan.badRows > 0 && !given.skipBad
    if (given.dryRun || refused) {
      print(
        given.dryRun
          ? '只是检查，什么都没有写入 · dry run, nothing was written'
          : '有错，什么都没有写入 · bad rows, nothing was written',
      )
      throw new Undone(refused ? 1 : 0)
    }
    await importRoll(tx, vault, { communityId, compoundId }, roll.dwellings)
    print('已写入 · written')
    return 0
  }).catch((error: unknown) => {
    if (error instanceof Undone) return error.exitCode
    throw error
  })
}

/** Rolls back what a check made on its way: a new compound. */
class Undone extends Error {
  readonly exitCode: number

  constructor(exitCode: number) {
    super('undone')
    this.exitCode = exitCode
  }
}

const compoundOf = async (tx: Tx, communityId: number, given: Given, print: (line: string) => void) => {
  const known = await tx.many<{ compoundId: string; name: string }>(
    `select compound_id as "compoundId", name from compounds where community_id = $1 order by name`,
    [communityId],
  )
  const found = known.find(({ name }) => name === given.compound)
  if (found !== undefined) return found.compoundId
  if (!given.newCompound) {
    const names = known.map(({ name }) => name).join('、') || '—'
    print(`没有小区 ${given.compound}。现有：${names}。要新建请加 --new-compound。`)
    print(`There is no compound ${given.compound}. Known: ${names}. Add --new-compound to make it.`)
    return undefined
  }
  const compoundId = newId()
  await tx.run(`insert into compounds (community_id, compound_id, name) values ($1, $2, $3)`, [
    communityId,
    compoundId,
    given.compound,
  ])
  return compoundId
}
