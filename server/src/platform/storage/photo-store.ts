import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { syncFolder, writeDurably } from '../files.ts'

/** Bytes under a key that never changes its content. The shape is what an S3-compatible store offers too. */
export interface PhotoStore {
  /** Resolves once the bytes survive a power cut. */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Undefined where there is nothing under the key. */
  get(key: string): Promise<Readable | undefined>
  /** Removing what is not there is no fault. */
  remove(key: string): Promise<void>
  /**
   * Keys in the folders `<anything>/<part>` whose bytes were stored before `at`. What a crash left there half-written, and
   * is as old, is taken away on the way.
   */
  writtenBefore(part: string, at: Date): Promise<string[]>
}

/** Path parts of letters, digits and dashes: a key cannot leave the folder. */
const keyShape = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.[a-z]{3,4}$/

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT'

/** New folders are only there after a power cut once the folder above each of them was synced. */
const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made))
    if (made === first) return
  }
}

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const isOlder = async (path: string, at: Date): Promise<boolean> => {
  try {
    return (await stat(path)).mtime.getTime() < at.getTime()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Photos as files below `root` on this machine's disk. */
export const createDiskPhotoStore = (root: string): PhotoStore => {
  const pathOf = (key: string): string => {
    if (!keyShape.test(key)) throw new Error(`not a key of the photo store: ${key}`)
    return join(root, ...key.split('/'))
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await makeFolder(dirname(path))
      await writeDurably(path, bytes)
    },
    async get(key) {
      try {
        return (await open(pathOf(key), 'r')).createReadStream()
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async writtenBefore(part, at) {
      const old: string[] = []
      for (const top of await namesIn(root))
        for (const name of await namesIn(join(root, top, part))) {
          const key = `${top}/${part}/${name}`
          if (!(await isOlder(join(root, top, part, name), at))) continue
          if (keyShape.test(key)) old.push(key)
          else if (name.startsWith('.')) await rm(join(root, top, part, name), { force: true })
        }
      return old
    },
  }
}
