import { mkdir, statfs } from 'node:fs/promises'
import { diskFull } from '../platform/database/embedded-log.ts'

/** With less an embedded database cannot be made (60 MB) and a running one soon stops at a write. */
export const leastFreeBytes = 256 * 1024 * 1024

/** Makes DATA_DIR and refuses a disk that is about to be full, before anything is written. */
export const prepareDataFolder = async (dataDir: string, leastBytes = leastFreeBytes): Promise<void> => {
  // as root another user, the database's, must be able to pass through; what is secret below has its own mode
  await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < leastBytes) throw diskFull(dataDir)
}
