import { mkdir, statfs } from 'node:fs/promises'
import { diskFull } from '../platform/database/embedded-log.ts'
import { StartRefusal } from '../platform/start-refusal.ts'

/** With less an embedded database cannot be made (60 MB) and a running one soon stops at a write. */
export const leastFreeBytes = 256 * 1024 * 1024

/** Makes DATA_DIR and refuses a disk that is about to be full, before anything is written. */
export const prepareDataFolder = async (dataDir: string, leastBytes = leastFreeBytes): Promise<void> => {
  // as root another user, the database's, must be able to pass through; what is secret below has its own mode
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 }).catch(
    (error: NodeJS.ErrnoException) => {
      throw noFolder.has(error.code ?? '') ? impossible(dataDir, error) : error
    },
  )
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < leastBytes) throw diskFull(dataDir)
}

/** What mkdir says where a file, a link to nowhere, or a name that is too long is in the way. */
const noFolder = new Set(['EEXIST', 'ENOTDIR', 'ENOENT', 'ELOOP', 'ENAMETOOLONG'])

const impossible = (dataDir: string, cause: unknown): StartRefusal =>
  new StartRefusal(
    'data-folder-impossible',
    {
      zh: `${dataDir} 不是文件夹，也不能建成文件夹。`,
      en: `${dataDir} is no folder and cannot be made one: a file or a broken link is in the way, or the name is too long.`,
    },
    { zh: '请把 DATA_DIR 设为另一个文件夹。', en: 'Set DATA_DIR to another folder.' },
    cause,
  )
