import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { readKeyRing } from '../../platform/crypto/key-ring-file.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { migrationsFolder as ownMigrations, readMigrations } from '../../platform/database/migration-files.ts'
import { copyDurably, filesBelow, sha256OfFile, syncTree } from './files.ts'
import { type BackedUpTable, damaged, type Manifest, readManifest } from './manifest.ts'
import { erasuresOf, reapplyErasures } from './reapply-erasures.ts'
import { databaseNotEmpty, keysMissing, photosNotEmpty, schemaDiffers, schemaUnknown } from './restore-refusals.ts'
import { actFor, type LandedMigration, landedMigrations, nameOf, quoted, tablesInOrder } from './tables.ts'

export interface RestoreTarget {
  /** Of an empty database; one without tables yet takes also the backup of an older schema. */
  readonly ownerPool: pg.Pool
  readonly photosFolder: string
  readonly ringPath: string
  /** Default: the program's own. */
  readonly migrationsFolder?: string
}

export interface Restored {
  readonly manifest: Manifest
  readonly rows: number
  /** Persons erased after the backup was made, and erased again now. */
  readonly erasedAgain: number
}

/**
 * Brings a backup back, all of it or nothing: every file is checked first, rows go in in one transaction, photos are on
 * the disk before it commits. `newerBackup`: a later backup, whose erasures are done again on this older one (个人信息保护法
 * art. 47). A backup of an older schema goes into the tables of its time, which are then brought up to date. Throws a
 * StartRefusal for what is damaged, not empty or of a schema that this program does not know.
 */
export const restore = async (target: RestoreTarget, folder: string, newerBackup?: string): Promise<Restored> => {
  const manifest = await readManifest(folder)
  const photos = await checkFiles(folder, manifest)
  const erasures = newerBackup === undefined ? [] : await erasuresOf(newerBackup)
  const ring = readKeyRing(target.ringPath)
  const lacking = manifest.keyIds.filter((id) => ring.keys[id] === undefined && ring.blindKeys[id] === undefined)
  if (lacking.length > 0) throw keysMissing(lacking)
  if ((await filesBelow(target.photosFolder)).length > 0) throw photosNotEmpty(target.photosFolder)
  const migrations = await readMigrations(target.migrationsFolder ?? ownMigrations)
  await makeTables(target.ownerPool, manifest, migrations, target.migrationsFolder)
  const client = await target.ownerPool.connect()
  const copied: string[] = []
  let restored: Restored
  try {
    await client.query('BEGIN')
    await claimEmpty(client, manifest)
    let rows = 0
    for (const table of manifest.tables) rows += await fill(client, table, folder)
    for (const { schema, sequence, lastValue, isCalled } of manifest.sequences) {
      await actFor(client, schema)
      await client.query('SELECT setval($1::regclass, $2, $3)', [
        `${quoted(schema)}.${quoted(sequence)}`,
        lastValue,
        isCalled,
      ])
    }
    await client.query('RESET ROLE')
    const erasedAgain = await reapplyErasures(client, erasures)
    for (const path of photos) {
      const to = join(target.photosFolder, path)
      await copyDurably(join(folder, 'photos', path), to)
      copied.push(to)
    }
    if (photos.length > 0) await syncTree(target.photosFolder)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    restored = { manifest, rows, erasedAgain }
  } catch (error) {
    for (const path of copied) await rm(path, { force: true })
    throw error
  } finally {
    client.release(true)
  }
  // what is restored stays, whatever comes now: a start would try the same again
  await migrate(target.ownerPool, target.migrationsFolder)
  return restored
}

const sameSchema = (one: readonly Landed[], other: readonly Landed[]): boolean =>
  one.length === other.length &&
  one.every(({ number, sha256 }, at) => other[at]?.number === number && other[at].sha256 === sha256)

type Landed = Pick<LandedMigration, 'number' | 'sha256'>

/** The tables as they were when the backup was made; those that are there already must be just these. */
const makeTables = async (
  ownerPool: pg.Pool,
  { migrations: wanted }: Manifest,
  known: readonly Landed[],
  folder: string | undefined,
): Promise<void> => {
  if (!sameSchema(wanted, known.slice(0, wanted.length))) throw schemaUnknown(wanted, known)
  const landed = await landedMigrations(ownerPool)
  if (landed.length > 0 && !sameSchema(landed, wanted)) throw schemaDiffers(wanted, landed)
  await migrate(ownerPool, folder, wanted.at(-1)?.number ?? 0)
}

/** As the photo store names its files: a path from elsewhere cannot leave the folder. */
const photoPath = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.[a-z]{3,4}$/

/** Reads every file once before anything is written; returns the paths of the photos. */
const checkFiles = async (folder: string, manifest: Manifest): Promise<string[]> => {
  for (const { file, sha256 } of [...manifest.tables, manifest.photos])
    if ((await sha256OfFile(join(folder, file)).catch(() => '')) !== sha256) throw damaged(file)
  const lines = (await readFile(join(folder, manifest.photos.file), 'utf8')).split('\n').filter((line) => line !== '')
  const paths: string[] = []
  for (const line of lines) {
    const path = line.slice(66)
    if (!photoPath.test(path)) throw damaged(manifest.photos.file)
    const sum = await sha256OfFile(join(folder, 'photos', path)).catch(() => '')
    if (sum !== line.slice(0, 64)) throw damaged(`photos/${path}`)
    paths.push(path)
  }
  return paths
}

/** Nobody else writes while we do: a server that starts now waits, and finds everything. */
const claimEmpty = async (client: pg.PoolClient, manifest: Manifest): Promise<void> => {
  const landed = await landedMigrations(client)
  if (!sameSchema(landed, manifest.migrations)) throw schemaDiffers(manifest.migrations, landed)
  for (const table of await tablesInOrder(client)) {
    await actFor(client, table.schema)
    // not the vault's, whose append-only tables may not be locked before PostgreSQL 17; none is written without a public one
    if (table.schema === 'public') await client.query(`LOCK TABLE ${nameOf(table)} IN SHARE ROW EXCLUSIVE MODE`)
    const { rows } = await client.query<{ filled: boolean }>(`SELECT EXISTS (SELECT FROM ${nameOf(table)}) AS filled`)
    if (rows[0]?.filled !== false) throw databaseNotEmpty(`${table.schema}.${table.table}`)
  }
}

/** What stands in the backup is what comes back: no trigger of ours adds to it. */
const fill = async (client: pg.PoolClient, table: BackedUpTable, folder: string): Promise<number> => {
  await actFor(client, table.schema)
  // those of the vault guard against changes alone, and its role may not alter
  const triggers = (to: 'ENABLE' | 'DISABLE') =>
    table.schema === 'public' ? client.query(`ALTER TABLE ${nameOf(table)} ${to} TRIGGER USER`) : undefined
  await triggers('DISABLE')
  const into = client.query(copyFrom(`COPY ${nameOf(table)} (${table.columns.map(quoted).join(', ')}) FROM STDIN`))
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), into)
  if (into.rowCount !== table.rows) throw damaged(table.file)
  await triggers('ENABLE')
  return table.rows
}
