import { StartRefusal } from '../start-refusal.ts'
import type { Migration } from './migration-files.ts'

export const databaseNewer = (database: number, program: number) =>
  new StartRefusal(
    'database-newer',
    {
      zh: `数据库的结构（第 ${database} 号）比这个程序（第 ${program} 号）新。`,
      en: `The database's schema (migration ${database}) is newer than this program (migration ${program}).`,
    },
    {
      zh: '请启动与数据库相配的新版程序；旧版程序不会改动这个数据库。',
      en: 'Start the newer program that belongs to it; this older one leaves the database untouched.',
    },
  )

export const migrationEdited = (migration: Migration) =>
  new StartRefusal(
    'migration-edited',
    {
      zh: `迁移文件 ${migration.file} 在执行之后被改动过。`,
      en: `The migration ${migration.file} was edited after it had been applied to this database.`,
    },
    {
      zh: '请恢复原来的文件，并把改动写成一个新的迁移。',
      en: 'Bring the original file back and write the change as a new migration.',
    },
  )

export const migrationSkipped = (migration: Migration, newest: number) =>
  new StartRefusal(
    'migration-skipped',
    {
      zh: `迁移文件 ${migration.file} 没有执行过，而数据库已经到了第 ${newest} 号。`,
      en: `The migration ${migration.file} was never applied, but the database is already at ${newest}.`,
    },
    {
      zh: '请把它改成更大的编号。',
      en: 'Give it a number after the newest one.',
    },
  )

export const migrationFailed = (migration: Migration, cause: unknown) => {
  const { message, position } = cause as { message: string; position?: string }
  const line = position === undefined ? undefined : migration.sql.slice(0, Number(position)).split('\n').length
  const place = line === undefined ? migration.file : `${migration.file}:${line}`
  return new StartRefusal(
    'migration-failed',
    { zh: `迁移 ${place} 失败：${message}`, en: `The migration ${place} failed: ${message}` },
    {
      zh: '数据库停留在它之前的状态；请修正原因后重新启动。',
      en: 'The database stands as it was before it; mend the cause and start again.',
    },
    cause,
  )
}
