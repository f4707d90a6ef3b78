import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkPlaceName } from '@shequtong/domain/territory/place-name'
import type pg from 'pg'
import { type Db, transaction } from '../platform/database/db.ts'
import { importTerritory } from './import.ts'
import { describeProblem } from './problem-words.ts'
import { readDirectory } from './read-directory.ts'

export interface TerritoryCommandTools {
  /** The program's role may only read the territory. */
  readonly ownerPool: pg.Pool
  readonly db: Db
  readonly print: (line: string) => void
}

const usage = `territory import FILE.csv --name 宝山区
    导入一个区的街镇和居村；同一代码再次导入即更新 · brings a district; a known code is renewed
territory list
    已有的区 · the districts that are there
CSV: town_code,town_name,community_code,community_name,kind（neighbourhood 或 village），UTF-8`

/** Who has more wrong rows than these made one mistake many times. */
const atMostTold = 100

/** `territory …` at the operator's terminal. Returns the exit code: 0 done, 1 refused, 2 mistyped. */
export const runTerritoryCommand = async (words: readonly string[], tools: TerritoryCommandTools): Promise<number> => {
  const parsed = parse(words)
  if (parsed === undefined) {
    tools.print(usage)
    return 2
  }
  return parsed.verb === 'list' ? list(tools) : importFile(parsed.file, parsed.name, tools)
}

const parse = (words: readonly string[]) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { name: { type: 'string' } },
    })
    const [verb, file, ...more] = positionals
    const name = values.name?.trim()
    if (verb === 'list' && file === undefined && name === undefined) return { verb } as const
    if (verb !== 'import' || file === undefined || more.length > 0 || !name) return undefined
    return { verb, file, name } as const
  } catch {
    return undefined
  }
}

const list = async ({ db, print }: TerritoryCommandTools): Promise<number> => {
  const rows = await db.many<{ code: string; name: string; subdistricts: number; communities: number }>(
    `select d.code, d.name,
       (select count(*)::int from subdistricts s where s.district_id = d.district_id) as subdistricts,
       (select count(*)::int from communities c where c.district_id = d.district_id) as communities
     from districts d order by d.code`,
  )
  for (const row of rows)
    print(`${row.code} ${row.name}: ${row.subdistricts} 个街镇 subdistricts, ${row.communities} 个居村 communities`)
  if (rows.length === 0) print('还没有任何区 · there is no district yet')
  return 0
}

const importFile = async (file: string, name: string, { ownerPool, print }: TerritoryCommandTools): Promise<number> => {
  const named = checkPlaceName(name)
  if (!named.ok) {
    print('--name：区的名称太长，或有看不见的字符 · the name of the district is too long or holds invisible characters')
    return 1
  }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error)
  if (bytes instanceof Error) {
    print(`读不到文件 ${file} · the file cannot be read: ${bytes.code}`)
    return 1
  }
  const directory = readDirectory(textOf(bytes))
  if (!directory.ok) {
    const { problems } = directory.violation
    for (const problem of problems.slice(0, atMostTold)) print(describeProblem(problem))
    if (problems.length > atMostTold) print('…')
    print(`${problems.length} 处有问题，什么都没有写入 · ${problems.length} problems, nothing was written`)
    return 1
  }
  const written = await transaction(ownerPool, (tx) => importTerritory(tx, { name: named.value }, directory.value))
  const same = directory.value.length - written.added - written.renamed
  print(
    `${name}（${written.districtId}）：新增 ${written.added} 个居村，更新 ${written.renamed} 个，${same} 个没有变化。`,
  )
  print(
    `${name} (${written.districtId}): ${written.added} communities added, ${written.renamed} renewed, ${same} the same.`,
  )
  return 0
}

/** Excel in China writes GB18030 where it does not say UTF-8. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
