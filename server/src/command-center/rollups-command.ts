import type pg from 'pg'
import { rebuildCommandCenter } from './rebuild.ts'

export interface RollupsTools {
  readonly pool: pg.Pool
  readonly now: Date
  readonly print: (line: string) => void
}

const usage = `rollups rebuild
    把指挥中心的数字从每一件事的记录重新数一遍，服务器可以照常运行 · counts everything of the command center anew from the events, beside a running server`

/** `rollups …`: the exit code. */
export const runRollupsCommand = async (words: readonly string[], { pool, now, print }: RollupsTools) => {
  if (words.length !== 1 || words[0] !== 'rebuild') {
    print(usage)
    return 2
  }
  const read = await rebuildCommandCenter(pool, now)
  print(`已从 ${read} 条记录重新数过 · counted anew from ${read} events`)
  return 0
}
