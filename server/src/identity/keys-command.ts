import { parseArgs } from 'node:util'
import type pg from 'pg'
import { type SuiteName, suiteNames } from '../platform/crypto/cipher-suites.ts'
import { openKeyRing } from '../platform/crypto/key-ring.ts'
import { readKeyRing } from '../platform/crypto/key-ring-file.ts'
import { addKeys, retireKeys, rotateKeys, type TableReport } from './rotate-keys.ts'
import { countOutOfLine } from './rotate-rows.ts'
import { rotationTables } from './rotation-tables.ts'

export interface KeysCommandTools {
  readonly ownerPool: pg.Pool
  readonly ringPath: string
  readonly now: Date
  readonly print: (line: string) => void
}

const usage = `keys status                 which keys there are, and how many rows are not in line with them
keys add [--suite=NAME]     a new key to seal with and a new one for blind indexes; --only-sealing or --only-blind
keys rotate                 brings every row in line; may be broken off and run again while the server runs
keys retire                 takes the old keys out of the ring, once no row needs them
suites: ${suiteNames.join(', ')}`

/** `keys …` at the operator's terminal. Prints counts and key ids, never a secret. Returns the exit code. */
export const runKeysCommand = async (words: readonly string[], tools: KeysCommandTools): Promise<number> => {
  const parsed = parse(words)
  if (parsed === null) {
    tools.print(usage)
    return 2
  }
  const { verb, suite, sealing, blind } = parsed
  const { ownerPool, ringPath, now } = tools
  if (verb === 'status') return printStatus(tools)
  if (verb === 'add') {
    const current = readKeyRing(ringPath)
    const ofNow = current.keys[current.current]?.suite ?? 'aes-256-gcm/sha-256'
    await addKeys(ringPath, { sealing, blind, suite: suite ?? ofNow }, now)
    return printStatus(tools)
  }
  const reports =
    verb === 'rotate' ? await rotateKeys(ownerPool, openKeyRing(ringPath)) : await retireKeys(ownerPool, ringPath, now)
  return printReports(tools, reports)
}

const verbs = ['status', 'add', 'rotate', 'retire'] as const

const parse = (words: readonly string[]) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        suite: { type: 'string' },
        'only-sealing': { type: 'boolean', default: false },
        'only-blind': { type: 'boolean', default: false },
      },
    })
    const verb = verbs.find((known) => known === positionals[0])
    const suite = suiteNames.find((known) => known === values.suite) as SuiteName | undefined
    const isWrong =
      verb === undefined ||
      positionals.length !== 1 ||
      (values.suite !== undefined && suite === undefined) ||
      (values['only-sealing'] && values['only-blind'])
    return isWrong ? null : { verb, suite, sealing: !values['only-blind'], blind: !values['only-sealing'] }
  } catch {
    return null
  }
}

const printStatus = async ({ ownerPool, ringPath, print }: KeysCommandTools): Promise<number> => {
  const file = readKeyRing(ringPath)
  for (const [id, { suite }] of Object.entries(file.keys))
    print(`sealing ${id} ${suite}${id === file.current ? ' (current)' : ''}`)
  for (const [id, { suite }] of Object.entries(file.blindKeys)) print(`blind   ${id} ${suite}`)
  const ring = openKeyRing(ringPath)
  for (const table of rotationTables)
    print(`${table.name}: ${await countOutOfLine(ownerPool, ring, table)} rows not in line`)
  return 0
}

const printReports = ({ print }: KeysCommandTools, reports: readonly TableReport[]): number => {
  for (const { table, rewritten, remaining } of reports)
    print(`${table}: ${rewritten} rewritten, ${remaining} remaining`)
  return reports.every(({ remaining }) => remaining === 0) ? 0 : 1
}
