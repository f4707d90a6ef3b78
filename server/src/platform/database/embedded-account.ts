import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { StartRefusal } from '../start-refusal.ts'

const run = promisify(execFile)

/** The user of the operating system that the database runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const accountName = 'postgres'

/** `undefined`: we are not root, the database runs as ourselves. Otherwise whoever owns `clusterFolder`, else `postgres`. */
export const databaseAccount = async (clusterFolder: string): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(clusterFolder).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await lookUp()) ?? (await create())
}

const lookUp = async (): Promise<Account | undefined> => {
  const line = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .find((entry) => entry.startsWith(`${accountName}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

const create = async (): Promise<Account> => {
  await run('useradd', ['--system', '--user-group', '--no-create-home', accountName]).catch(() => undefined)
  const account = await lookUp()
  if (account !== undefined) return account
  throw new StartRefusal(
    'no-database-account',
    {
      zh: '数据库不能以 root 身份运行，也无法创建系统用户 postgres。',
      en: 'The database cannot run as root, and the system user "postgres" could not be created.',
    },
    {
      zh: '请以普通用户运行，或先创建用户 postgres，或用 DATABASE_URL 指向已有的数据库。',
      en: 'Run as an ordinary user, or create the user "postgres", or set DATABASE_URL to an existing database.',
    },
  )
}

export interface Launch {
  readonly file: string
  readonly arguments: readonly string[]
  readonly options: {
    readonly uid?: number
    readonly gid?: number
    readonly env?: NodeJS.ProcessEnv
    readonly cwd: string
  }
}

/** How to run `file` as `account` with nothing of our environment. `paths`: what it must be able to reach. */
export const launchAs = async (
  account: Account | undefined,
  file: string,
  args: readonly string[],
  paths: readonly string[],
): Promise<Launch> => {
  const environment =
    process.platform === 'win32' ? {} : { env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
  const options = { ...environment, cwd: '/' }
  if (account === undefined) return { file, arguments: args, options }
  const closed = await firstClosed(account, [file, ...paths])
  if (closed === undefined) return { file, arguments: args, options: { ...options, ...account } }
  const capability = await searchCapability(closed)
  const become = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--no-new-privs', keepInAccess]
  const capabilities = [`--inh-caps=-all,+${capability}`, `--ambient-caps=-all,+${capability}`]
  return { file: 'setpriv', arguments: [...become, ...capabilities, '--', file, ...args], options }
}

/** Without it the system call access(2), by which PostgreSQL looks for its own programs, does not see the capability. */
const keepInAccess = '--securebits=+no_setuid_fixup'

/** The first folder above `paths` that `account` may not enter, as in a clone below /root. */
const firstClosed = async (account: Account, paths: readonly string[]): Promise<string | undefined> => {
  for (const path of paths) {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const { mode, uid, gid } = await stat(folder)
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return folder
      if (folder === dirname(folder)) break
    }
  }
  return undefined
}

/** From linux/capability.h: bit 2 is CAP_DAC_READ_SEARCH, bit 1 CAP_DAC_OVERRIDE (what containers usually have). */
const searchCapability = async (closed: string): Promise<string> => {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const held = BigInt(`0x${/CapBnd:\s*([0-9a-f]+)/.exec(status)?.[1] ?? '0'}`)
  const able = await run('setpriv', ['--version']).then(
    () => true,
    () => false,
  )
  if (able && (held & 4n) !== 0n) return 'dac_read_search'
  if (able && (held & 2n) !== 0n) return 'dac_override'
  throw new StartRefusal(
    'folder-closed',
    {
      zh: `数据库用户无法进入文件夹 ${closed}。`,
      en: `The database's user may not enter the folder ${closed}.`,
    },
    {
      zh: `请运行 chmod o+x ${closed}，或把程序和 DATA_DIR 放到其他用户可进入的文件夹，或以普通用户运行。`,
      en: `Run "chmod o+x ${closed}", or move the program and DATA_DIR to a folder others may enter, or run as an ordinary user.`,
    },
  )
}
