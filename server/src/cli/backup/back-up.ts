import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readKeyRing } from '../../platform/crypto/key-ring-file.ts'
import { writeDurably } from '../../platform/files.ts'
import { StartRefusal } from '../../platform/start-refusal.ts'
import { copyDurably, filesBelow, hashing, linkOrCopy, sha256OfFile, syncFile, syncTree } from './files.ts'
import { type BackedUpSequence, type BackedUpTable, type Manifest, writeManifest } from './manifest.ts'
import { actFor, landedMigrations, nameOf, quoted, sequences, type TableShape, tablesInOrder } from './tables.ts'

export interface BackUpSource {
  readonly ownerPool: pg.Pool
  readonly serverVersion: number
  readonly photosFolder: string
  readonly ringPath: string
  readonly now: Date
}

/**
 * Writes a backup of everything into `folder`, which must not be there yet or be empty; it has that name only once it is
 * whole and on the disk. One snapshot of the database, while the server goes on. Ciphers stay ciphers: the key ring is in
 * it only `withKeys`.
 */
export const backUp = async (
  source: BackUpSource,
  folder: string,
  { withKeys }: { readonly withKeys: boolean },
): Promise<Manifest> => {
  await refuseTaken(folder)
  const partial = join(dirname(folder), `.${basename(folder)}.partial-${process.pid}`)
  await rm(partial, { recursive: true, force: true })
  try {
    await mkdir(join(partial, 'tables'), { recursive: true, mode: 0o700 })
    const database = await copyDatabase(source.ownerPool, partial)
    // after the snapshot: a photo is on the disk before its row is committed, so none that a row names is missed
    const photos = await copyPhotos(source.photosFolder, partial)
    if (withKeys) await copyDurably(source.ringPath, join(partial, 'secrets.json'))
    const ring = readKeyRing(source.ringPath)
    const manifest: Manifest = {
      format: 1,
      createdAt: source.now.toISOString(),
      serverVersion: source.serverVersion,
      ...database,
      photos,
      keyIds: [...Object.keys(ring.keys), ...Object.keys(ring.blindKeys)],
      withKeys,
    }
    await writeManifest(partial, manifest)
    await syncTree(partial)
    // an empty folder gives way; what was put there meanwhile does not
    await rmdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(partial, folder)
    await syncTree(folder)
    return manifest
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

const refuseTaken = async (folder: string): Promise<void> => {
  const inside = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error.code === 'ENOTDIR' ? notEmpty(folder) : error
  })
  if (inside.length > 0) throw notEmpty(folder)
}

const notEmpty = (folder: string): StartRefusal =>
  new StartRefusal(
    'backup-folder-not-empty',
    { zh: `${folder} 已经有东西。`, en: `${folder} is taken: a file, or a folder that is not empty.` },
    { zh: '每次备份请用一个新的文件夹。', en: 'Give every backup a folder of its own.' },
  )

const copyDatabase = async (ownerPool: pg.Pool, folder: string) => {
  const client = await ownerPool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const migrations = await landedMigrations(client)
    const tables: BackedUpTable[] = []
    for (const table of await tablesInOrder(client)) tables.push(await copyTable(client, table, folder))
    const values: BackedUpSequence[] = []
    for (const { schema, sequence } of await sequences(client)) {
      await actFor(client, schema)
      const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
        `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM ${quoted(schema)}.${quoted(sequence)}`,
      )
      values.push({ schema, sequence, lastValue: rows[0]?.lastValue ?? '1', isCalled: rows[0]?.isCalled ?? false })
    }
    await client.query('COMMIT')
    return { migrations, tables, sequences: values }
  } finally {
    // also ends the transaction, and the role, of a copy that broke off
    client.release(true)
  }
}

const copyTable = async (client: pg.PoolClient, shape: TableShape, folder: string): Promise<BackedUpTable> => {
  await actFor(client, shape.schema)
  const file = `tables/${shape.schema}.${shape.table}.copy.gz`
  const path = join(folder, file)
  const rows = client.query(copyTo(`COPY ${nameOf(shape)} (${shape.columns.map(quoted).join(', ')}) TO STDOUT`))
  const { stream, digest } = hashing()
  await pipeline(rows, createGzip({ level: 3 }), stream, createWriteStream(path, { mode: 0o600 }))
  await syncFile(path)
  return { ...shape, rows: rows.rowCount, file, sha256: digest() }
}

const copyPhotos = async (from: string, folder: string): Promise<Manifest['photos']> => {
  const file = 'photos.txt'
  const lines: string[] = []
  for (const path of await filesBelow(from)) {
    const to = join(folder, 'photos', path)
    try {
      await linkOrCopy(join(from, path), to)
    } catch (error) {
      // swept meanwhile: nothing refers to it
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    lines.push(`${await sha256OfFile(to)}  ${path}`)
  }
  await writeDurably(join(folder, file), lines.map((line) => `${line}\n`).join(''))
  return { count: lines.length, file, sha256: await sha256OfFile(join(folder, file)) }
}
