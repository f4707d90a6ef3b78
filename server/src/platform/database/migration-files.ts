import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly file: string
  readonly sql: string
  /** Of the text with LF line ends, so that a checkout with CRLF is not taken for an edit. */
  readonly sha256: string
}

export const migrationsFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

const pattern = /^(\d{4})_([a-z0-9_-]+)\.sql$/

/** The files `NNNN_name.sql` of `folder` in order. Throws if a file is named otherwise or two share a number. */
export const readMigrations = async (folder: string): Promise<Migration[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const migrations = await Promise.all(files.map((file) => readMigration(folder, file)))
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index - 1]?.number === migration.number) {
      throw new Error(`Two migrations have the number ${migration.number}: rename ${migration.file}.`)
    }
  }
  return migrations
}

const readMigration = async (folder: string, file: string): Promise<Migration> => {
  const [, number, name] = pattern.exec(file) ?? []
  if (number === undefined || name === undefined) throw new Error(`${file} is not named NNNN_name.sql.`)
  const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
  return { number: Number(number), name, file, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}
