import { StartRefusal } from '../../platform/start-refusal.ts'
import type { LandedMigration } from './tables.ts'

export const databaseNotEmpty = (table: string): StartRefusal =>
  new StartRefusal(
    'restore-not-empty',
    { zh: `数据库不是空的（${table} 里有数据）。`, en: `The database is not empty: there are rows in ${table}.` },
    {
      zh: '恢复只写入空的数据库：请指向一个新的 DATA_DIR 或新的数据库。',
      en: 'A restore goes into an empty one only: name a new DATA_DIR, or a new database.',
    },
  )

export const photosNotEmpty = (folder: string): StartRefusal =>
  new StartRefusal(
    'restore-photos-not-empty',
    { zh: `${folder} 里已经有照片。`, en: `There are photos in ${folder}.` },
    { zh: '请指向一个新的 DATA_DIR。', en: 'Name a new DATA_DIR.' },
  )

export const schemaDiffers = (
  backup: readonly LandedMigration[],
  program: readonly LandedMigration[],
): StartRefusal => {
  const [theirs, ours] = [backup.at(-1)?.number ?? 0, program.at(-1)?.number ?? 0]
  return new StartRefusal(
    'restore-schema-differs',
    {
      zh: `备份的结构（第 ${theirs} 号）与这个程序（第 ${ours} 号）不同。`,
      en: `The backup's schema (migration ${theirs}) is not this program's (migration ${ours}).`,
    },
    {
      zh: '请用写这份备份的程序版本恢复，再升级。',
      en: 'Restore with the version of the program that wrote it, then upgrade.',
    },
  )
}

export const keysMissing = (ids: readonly string[]): StartRefusal =>
  new StartRefusal(
    'restore-keys-missing',
    {
      zh: `密钥文件里没有这份备份用的密钥：${ids.join('、')}。`,
      en: `The key ring lacks keys that this backup was written with: ${ids.join(', ')}.`,
    },
    {
      zh: '请先把当时的密钥文件放到 SECRETS_FILE 处；没有它，真名和电话谁也打不开。',
      en: 'Put the key ring of that time at SECRETS_FILE first; without it nobody can open names and phones.',
    },
  )
