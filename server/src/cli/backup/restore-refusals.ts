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

type Landed = Pick<LandedMigration, 'number'>

const newest = (migrations: readonly Landed[]): number => migrations.at(-1)?.number ?? 0

export const schemaUnknown = (backup: readonly Landed[], program: readonly Landed[]): StartRefusal =>
  new StartRefusal(
    'restore-schema-unknown',
    {
      zh: `备份的结构（第 ${newest(backup)} 号）不是这个程序（第 ${newest(program)} 号）认识的。`,
      en: `This program (migration ${newest(program)}) does not know the backup's schema (migration ${newest(backup)}).`,
    },
    {
      zh: '请用写这份备份的程序版本，或更新的版本来恢复。',
      en: 'Restore with the version of the program that wrote it, or a newer one.',
    },
  )

export const schemaDiffers = (backup: readonly Landed[], database: readonly Landed[]): StartRefusal =>
  new StartRefusal(
    'restore-schema-differs',
    {
      zh: `数据库里已经有第 ${newest(database)} 号结构的表，备份是第 ${newest(backup)} 号的。`,
      en: `The database has the tables of migration ${newest(database)} already; the backup is of migration ${newest(backup)}.`,
    },
    {
      zh: '请指向一个新的 DATA_DIR 或全新的数据库：恢复会先建当时的表，再升级。',
      en: 'Name a new DATA_DIR, or a database without tables: a restore makes those of its time and then upgrades them.',
    },
  )

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
