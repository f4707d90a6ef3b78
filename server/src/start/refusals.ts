import { diskFull } from '../platform/database/embedded-log.ts'
import { StartRefusal } from '../platform/start-refusal.ts'
import type { Write } from './progress.ts'

/** What people read when the program does not start, in both languages. */
export const describeRefusal = (refusal: StartRefusal): string => {
  const { sentenceZh, sentenceEn, whatToDo } = refusal
  return `\n${sentenceZh}${whatToDo.zh}\n${sentenceEn} ${whatToDo.en}\n`
}

/** Prints why the start failed and returns the exit code: one clear sentence where the cause is known, else the error. */
export const printStartFailure = (error: unknown, dataDir: string, write: Write): number => {
  const refusal = explainStartFailure(error, dataDir)
  write(refusal === undefined ? `\n${error instanceof Error ? error.stack : error}\n` : describeRefusal(refusal))
  return 1
}

/** The sentence for what the operating system refuses; undefined: a fault of the program, whose stack is wanted. */
export const explainStartFailure = (error: unknown, dataDir: string): StartRefusal | undefined => {
  if (error instanceof StartRefusal) return error
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return diskFull(path ?? dataDir, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return notWritable(path ?? dataDir, error)
  return undefined
}

const notWritable = (path: string, cause: unknown): StartRefusal =>
  new StartRefusal(
    'folder-not-writable',
    { zh: `没有权限写入 ${path}。`, en: `${path} may not be written by this user.` },
    {
      zh: '请更改该文件夹的所有者，或把 DATA_DIR 设为您可以写入的文件夹。',
      en: 'Change its owner, or set DATA_DIR to a folder that you may write.',
    },
    cause,
  )
