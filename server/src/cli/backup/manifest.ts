import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../../platform/files.ts'
import { StartRefusal } from '../../platform/start-refusal.ts'
import { sha256OfFile } from './files.ts'

export interface BackedUpTable {
  readonly schema: string
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly file: string
  readonly sha256: string
}

export interface BackedUpSequence {
  readonly schema: string
  readonly sequence: string
  readonly lastValue: string
  readonly isCalled: boolean
}

/** What a backup holds; `photos` lists one photo per line in a file of its own. */
export interface Manifest {
  readonly format: 1
  readonly createdAt: string
  /** As PostgreSQL counts: 180004 is 18.4. A backup goes back into any version that the program takes. */
  readonly serverVersion: number
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[]
  /** In the order in which they go back: what is referred to comes first. */
  readonly tables: readonly BackedUpTable[]
  readonly sequences: readonly BackedUpSequence[]
  readonly photos: { readonly count: number; readonly file: string; readonly sha256: string }
  /** Ids, not secrets: the key ring that is there at a restore has to have them. */
  readonly keyIds: readonly string[]
  readonly withKeys: boolean
}

const manifestFile = 'manifest.json'
const sumFile = 'manifest.sha256'

export const writeManifest = async (folder: string, manifest: Manifest): Promise<void> => {
  await writeDurably(join(folder, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeDurably(join(folder, sumFile), `${await sha256OfFile(join(folder, manifestFile))}\n`)
}

/** Throws a StartRefusal when the folder holds no whole backup. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  try {
    const sum = (await readFile(join(folder, sumFile), 'utf8')).trim()
    if ((await sha256OfFile(join(folder, manifestFile))) !== sum) throw damaged(manifestFile)
    const manifest = JSON.parse(await readFile(join(folder, manifestFile), 'utf8')) as Manifest
    if (manifest.format === 1) return manifest
  } catch (error) {
    if (error instanceof StartRefusal) throw error
  }
  throw new StartRefusal(
    'no-backup',
    { zh: `${folder} 里没有完整的备份。`, en: `${folder} holds no whole backup.` },
    { zh: '请指向 npm run backup 写成的文件夹。', en: 'Name a folder that "npm run backup" finished writing.' },
  )
}

export const damaged = (file: string): StartRefusal =>
  new StartRefusal(
    'backup-damaged',
    { zh: `备份里的 ${file} 已损坏或被改动过。`, en: `${file} of the backup is damaged or was changed.` },
    { zh: '什么都没有恢复；请用另一份备份。', en: 'Nothing was restored; use another backup.' },
  )
