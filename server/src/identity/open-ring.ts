import type pg from 'pg'
import type { Config } from '../platform/config/config-types.ts'
import { generateKeyRing, type KeyRingFile, readKeyRing, writeKeyRing } from '../platform/crypto/key-ring-file.ts'
import { StartRefusal } from '../platform/start-refusal.ts'
import { asVault } from './rotate-rows.ts'
import { rotationTables } from './rotation-tables.ts'

/**
 * The key ring that belongs to the vault of this database; made where the vault is still empty, outside production. Throws
 * a StartRefusal when rows need keys that it lacks: with other keys nobody would be found again, and whoever signs in
 * would become a second person.
 */
export const openRing = async (
  { mode, secretsFile }: Pick<Config, 'mode' | 'secretsFile'>,
  ownerPool: pg.Pool,
  now: Date,
): Promise<KeyRingFile> => {
  const ring = readIfThere(secretsFile, mode !== 'production')
  const lacking = await lackingKeys(ownerPool, ring)
  if (lacking.length > 0) throw keysLacking(secretsFile, lacking)
  if (ring !== undefined) return ring
  await writeKeyRing(secretsFile, generateKeyRing('aes-256-gcm/sha-256', now))
  return readKeyRing(secretsFile)
}

const readIfThere = (path: string, mayBeMade: boolean): KeyRingFile | undefined => {
  try {
    return readKeyRing(path)
  } catch (error) {
    if (mayBeMade && error instanceof StartRefusal && error.code === 'key-ring-missing') return undefined
    throw error
  }
}

/** The keys, by id, that rows of the vault cannot be opened or found without and that `ring` does not hold. */
const lackingKeys = (ownerPool: pg.Pool, ring: KeyRingFile | undefined): Promise<string[]> =>
  asVault(ownerPool, async (client) => {
    const lacking = new Set<string>()
    for (const { name } of rotationTables) {
      const { rows } = await client.query<{ id: string }>(
        `select distinct case when key_id = any ($1) then array_to_string(blind_key_ids, ', ') else key_id end as id
         from identity.${name} where key_id <> all ($1) or not blind_key_ids && $2::text[]`,
        [Object.keys(ring?.keys ?? {}), Object.keys(ring?.blindKeys ?? {})],
      )
      for (const { id } of rows) lacking.add(id)
    }
    return [...lacking].sort()
  })

const keysLacking = (path: string, ids: readonly string[]): StartRefusal =>
  new StartRefusal(
    'key-ring-of-another-database',
    {
      zh: `库里的真名和电话是用密钥 ${ids.join('、')} 封存的，密钥文件 ${path} 里没有。`,
      en: `The names and phones in this database are sealed with ${ids.join(', ')}, and the key ring ${path} lacks that.`,
    },
    {
      zh: '请把原来的密钥文件放回去；没有它，库里的真名、证件号、手机号谁也打不开。',
      en: 'Bring back the key ring that belongs to it: without it nobody can open the names, document numbers and phones.',
    },
  )
