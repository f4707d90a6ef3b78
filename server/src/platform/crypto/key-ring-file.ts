import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { writeDurably } from '../files.ts'
import { StartRefusal } from '../start-refusal.ts'
import { type SuiteName, secretBytes, suiteNames } from './cipher-suites.ts'

/** A secret in base64 and the suite it is used with. */
export interface StoredKey {
  readonly suite: SuiteName
  readonly secret: string
}

/**
 * The file beside the database that the database never sees. Sealing writes with `current` and opens with any key;
 * blind indexes are written with every blind key, one outside a rotation, two within.
 */
export interface KeyRingFile {
  readonly current: string
  readonly keys: Readonly<Record<string, StoredKey>>
  readonly blindKeys: Readonly<Record<string, StoredKey>>
}

const newKey = (suite: SuiteName): StoredKey => ({ suite, secret: randomBytes(secretBytes).toString('base64') })

/** Sorts by creation; the random tail keeps two rings made on the same day apart. */
const newKeyId = (kind: 'seal' | 'blind', now: Date): string =>
  `${kind}-${now.toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`

export const generateKeyRing = (suite: SuiteName, now: Date): KeyRingFile => {
  const current = newKeyId('seal', now)
  return { current, keys: { [current]: newKey(suite) }, blindKeys: { [newKeyId('blind', now)]: newKey(suite) } }
}

/** A ring that seals with a new key and still opens with the old ones. */
export const withNewSealingKey = (ring: KeyRingFile, suite: SuiteName, now: Date): KeyRingFile => {
  const current = newKeyId('seal', now)
  return { ...ring, current, keys: { ...ring.keys, [current]: newKey(suite) } }
}

/** A ring that writes blind indexes with the old key and a new one. */
export const withNewBlindKey = (ring: KeyRingFile, suite: SuiteName, now: Date): KeyRingFile => ({
  ...ring,
  blindKeys: { ...ring.blindKeys, [newKeyId('blind', now)]: newKey(suite) },
})

/** A ring without its older keys. Only after a rotation that found no row left behind: see `rotate-keys.ts`. */
export const withoutOldKeys = (ring: KeyRingFile): KeyRingFile => {
  const newestBlind = Object.keys(ring.blindKeys).at(-1)
  return {
    current: ring.current,
    keys: pick(ring.keys, ring.current),
    blindKeys: newestBlind === undefined ? {} : pick(ring.blindKeys, newestBlind),
  }
}

const pick = (keys: Readonly<Record<string, StoredKey>>, id: string): Record<string, StoredKey> => {
  const key = keys[id]
  return key === undefined ? {} : { [id]: key }
}

export const writeKeyRing = (path: string, ring: KeyRingFile): Promise<void> =>
  writeDurably(path, `${JSON.stringify(ring, null, 2)}\n`, 0o600)

/** Throws a StartRefusal when the file is absent, readable by others than its owner, or no key ring. */
export const readKeyRing = (path: string): KeyRingFile => {
  let text: string
  try {
    const othersMayRead = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0
    if (othersMayRead) throw openToOthers(path)
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof StartRefusal) throw error
    throw new StartRefusal(
      'key-ring-missing',
      { zh: `读不到密钥文件 ${path}。`, en: `The key ring ${path} cannot be read.` },
      {
        zh: '从备份取回它；没有它，库里的真名、证件号、手机号谁也打不开。',
        en: 'Restore it from your backup: without it nobody can open the names, document numbers and phones stored.',
      },
      error,
    )
  }
  const ring = parse(text)
  if (ring === null) throw damaged(path)
  return ring
}

const openToOthers = (path: string): StartRefusal =>
  new StartRefusal(
    'key-ring-open-to-others',
    { zh: `密钥文件 ${path} 别的用户也能读。`, en: `The key ring ${path} can be read by other users.` },
    { zh: `运行 chmod 600 ${path}。`, en: `Run chmod 600 ${path}.` },
  )

const damaged = (path: string): StartRefusal =>
  new StartRefusal(
    'key-ring-damaged',
    { zh: `密钥文件 ${path} 内容不对。`, en: `The key ring ${path} is damaged.` },
    { zh: '从备份取回它，不要手改。', en: 'Restore it from your backup; do not edit it by hand.' },
  )

const parse = (text: string): KeyRingFile | null => {
  try {
    const ring = JSON.parse(text) as KeyRingFile
    const isWhole =
      areKeys(ring.keys) && areKeys(ring.blindKeys) && Object.hasOwn(ring.keys, ring.current) && hasBlindKeys(ring)
    return isWhole ? ring : null
  } catch {
    return null
  }
}

const hasBlindKeys = (ring: KeyRingFile): boolean => {
  const count = Object.keys(ring.blindKeys).length
  return count === 1 || count === 2
}

const areKeys = (keys: Readonly<Record<string, StoredKey>>): boolean =>
  Object.entries(keys).every(
    ([id, key]) =>
      Buffer.byteLength(id) <= 255 &&
      suiteNames.includes(key.suite) &&
      Buffer.from(key.secret, 'base64').length === secretBytes,
  )
