import { StartRefusal } from '../start-refusal.ts'
import type { Layout } from './embedded-folder.ts'

/** What the database said when it did not start, as one sentence. */
export const classifyLog = (log: string, layout: Layout, cause?: unknown): StartRefusal => {
  if (cause instanceof StartRefusal) return cause
  if (/No space left on device|ENOSPC|Disk quota exceeded/.test(log)) return diskFull(layout.folder, cause)
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|error:|could not/.test(line))
  const said = lines.at(-1)?.trim() ?? log.trim().split('\n').at(-1) ?? ''
  return new StartRefusal(
    'embedded-database-did-not-start',
    { zh: `内置数据库没有启动：${said}`, en: `The embedded database did not start: ${said}` },
    { zh: `详细记录在 ${layout.logFile}。`, en: `The details are in ${layout.logFile}.` },
    cause,
  )
}

export const diskFull = (folder: string, cause?: unknown): StartRefusal =>
  new StartRefusal(
    'disk-full',
    { zh: `磁盘已满，无法写入 ${folder}。`, en: `The disk is full: ${folder} cannot be written.` },
    {
      zh: '请腾出空间，或把 DATA_DIR 设到另一块磁盘；已保存的数据不受影响。',
      en: 'Free some space, or set DATA_DIR to another disk; what was saved is safe.',
    },
    cause,
  )
