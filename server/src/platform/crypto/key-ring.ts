import { createSecretKey, type KeyObject } from 'node:crypto'
import { type Digest, type SealingKey, suites } from './cipher-suites.ts'
import { type KeyRingFile, readKeyRing, type StoredKey } from './key-ring-file.ts'

export interface BlindKey {
  readonly id: string
  readonly digest: Digest
}

/** The keys in use. Secrets stay inside: nothing here prints or serializes them. */
export interface KeyRing {
  readonly currentId: string
  /** Null for an id that the ring does not hold, not even after reading its file again. */
  sealingKey(id: string): SealingKey | null
  /** Every key that blind indexes are written with, in the order of the file: the oldest first. */
  readonly blindKeys: readonly BlindKey[]
  /** Reads the file again: for a running process after the operator changed it. */
  reload(): void
}

interface Keys {
  readonly currentId: string
  readonly sealing: ReadonlyMap<string, SealingKey>
  readonly blind: readonly BlindKey[]
}

const secretOf = (key: StoredKey): KeyObject => createSecretKey(key.secret, 'base64')

const keysOf = (file: KeyRingFile): Keys => ({
  currentId: file.current,
  sealing: new Map(Object.entries(file.keys).map(([id, key]) => [id, suites[key.suite].sealingKey(secretOf(key))])),
  blind: Object.entries(file.blindKeys).map(([id, key]) => ({ id, digest: suites[key.suite].digest(secretOf(key)) })),
})

/** A ring that never changes, as for a program that made its keys itself. */
export const keyRingOf = (file: KeyRingFile): KeyRing => ringOver(() => file)

/** The ring of a file. It meets a key that another process added by reading the file again. Throws a StartRefusal. */
export const openKeyRing = (path: string): KeyRing => ringOver(() => readKeyRing(path))

const ringOver = (read: () => KeyRingFile): KeyRing => {
  let keys = keysOf(read())
  const reload = (): void => {
    keys = keysOf(read())
  }
  return {
    get currentId() {
      return keys.currentId
    },
    get blindKeys() {
      return keys.blind
    },
    sealingKey(id) {
      const known = keys.sealing.get(id)
      if (known !== undefined) return known
      reload()
      return keys.sealing.get(id) ?? null
    },
    reload,
  }
}
