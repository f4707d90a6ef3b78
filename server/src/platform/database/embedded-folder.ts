import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { syncFolder, writeDurably } from '../files.ts'
import { StartRefusal } from '../start-refusal.ts'
import { type Account, launchAs } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { classifyLog } from './embedded-log.ts'

const run = promisify(execFile)

/** What lies in the folder of an embedded database. */
export interface Layout {
  readonly folder: string
  readonly cluster: string
  readonly socketFolder: string
  readonly passwordsFile: string
  readonly logFile: string
}

export const layoutOf = (folder: string): Layout => ({
  folder,
  cluster: join(folder, 'cluster'),
  socketFolder: join(folder, 'socket'),
  passwordsFile: join(folder, 'passwords.json'),
  logFile: join(folder, 'postgres.log'),
})

/** The logins of the embedded database: `admin` is the superuser, used to create the others and nothing else. */
export interface Passwords {
  readonly admin: string
  readonly owner: string
  readonly program: string
}

const major = '18'

/** The first time, makes the database cluster. A half-made cluster of a killed start is made anew. */
export const prepareCluster = async (layout: Layout, binaries: Binaries, account?: Account): Promise<Passwords> => {
  const version = await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) {
    await refuseOthers(layout, version.trim())
    return readPasswords(layout)
  }
  const passwords = { admin: secret(), owner: secret(), program: secret() }
  await writeDurably(layout.passwordsFile, `${JSON.stringify(passwords, null, 2)}\n`)
  await makeCluster(layout, binaries, account, passwords)
  return passwords
}

const secret = () => randomBytes(24).toString('base64url')

export const makeFolders = async (layout: Layout, account?: Account): Promise<void> => {
  // as root another user must be able to pass through; whatever is secret below has its own mode
  await mkdir(layout.folder, { recursive: true, mode: account === undefined ? 0o700 : 0o711 })
  await mkdir(layout.socketFolder, { recursive: true, mode: 0o700 })
  if (account !== undefined) await chown(layout.socketFolder, account.uid, account.gid)
}

const refuseOthers = async (layout: Layout, version: string): Promise<void> => {
  const { uid } = await stat(layout.cluster)
  const own = process.getuid?.()
  if (own !== undefined && own !== 0 && own !== uid) {
    throw new StartRefusal(
      'database-folder-of-another-user',
      {
        zh: `数据库文件夹 ${layout.cluster} 属于另一个用户。`,
        en: `The database folder ${layout.cluster} belongs to another user.`,
      },
      {
        zh: '请以第一次启动时的用户运行，或把 DATA_DIR 设为另一个文件夹。',
        en: 'Run as the user who started it the first time, or set DATA_DIR to another folder.',
      },
    )
  }
  if (version === major) return
  throw new StartRefusal(
    'database-of-another-major-version',
    {
      zh: `${layout.cluster} 里的数据库是 PostgreSQL ${version}，本程序自带的是 ${major}。`,
      en: `The database in ${layout.cluster} is PostgreSQL ${version}; this program brings ${major}.`,
    },
    {
      zh: '请用原来的程序版本备份（npm run backup），再在新文件夹中恢复（npm run restore）。',
      en: 'Back up with the program version that made it (npm run backup), then restore into a new folder (npm run restore).',
    },
  )
}

const readPasswords = async (layout: Layout): Promise<Passwords> => {
  try {
    return JSON.parse(await readFile(layout.passwordsFile, 'utf8')) as Passwords
  } catch (cause) {
    throw new StartRefusal(
      'database-passwords-missing',
      {
        zh: `数据库的密码文件 ${layout.passwordsFile} 不存在或无法读取。`,
        en: `The database's password file ${layout.passwordsFile} is missing or unreadable.`,
      },
      {
        zh: '请从备份中恢复这个文件，或从备份恢复整个数据库。',
        en: 'Bring this file back from a backup, or restore the whole database from one.',
      },
      cause,
    )
  }
}

/** As far as nobody writes there any more; what is left goes at a later first start. */
const removeUnfinished = async (layout: Layout): Promise<void> => {
  for (const name of await readdir(layout.folder))
    if (name.startsWith(`${basename(layout.cluster)}.unfinished`))
      await rm(join(layout.folder, name), { recursive: true, force: true }).catch(() => undefined)
}

const makeCluster = async (layout: Layout, binaries: Binaries, account: Account | undefined, passwords: Passwords) => {
  await removeUnfinished(layout)
  // a name of its own: the initdb of a killed start may still be writing below the one before
  const unfinished = `${layout.cluster}.unfinished-${randomBytes(6).toString('hex')}`
  const passwordFile = join(layout.socketFolder, 'first-password')
  await mkdir(unfinished, { mode: 0o700 })
  await writeFile(passwordFile, `${passwords.admin}\n`, { mode: 0o600 })
  if (account !== undefined) {
    await chown(unfinished, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }
  const initialize = async (characterType: string) => {
    const args = [
      `--pgdata=${unfinished}`,
      '--username=shequtong_admin',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=zh-CN',
      '--locale=C',
      `--lc-ctype=${characterType}`,
    ]
    const launch = await launchAs(account, binaries.initdb, args, [unfinished])
    await run(launch.file, launch.arguments, launch.options)
  }
  try {
    // pg_trgm and text search ask LC_CTYPE what a letter is; under plain C no Chinese character is one
    await initialize(process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8').catch(async (error: Error) => {
      if (!/invalid locale name/.test(error.message)) throw error
      await rm(unfinished, { recursive: true, force: true })
      await mkdir(unfinished, { mode: 0o700 })
      if (account !== undefined) await chown(unfinished, account.uid, account.gid)
      await initialize('C')
    })
    await rename(unfinished, layout.cluster)
    await syncFolder(layout.folder)
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true })
    throw classifyLog(cause instanceof Error ? cause.message : String(cause), layout, cause)
  } finally {
    await rm(passwordFile, { force: true })
  }
}
