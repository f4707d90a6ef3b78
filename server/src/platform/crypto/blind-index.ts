import type { KeyRing } from './key-ring.ts'

/** The same value under every blind key of the ring. `blinds[i]` is made with the key `keyIds[i]`; 32 bytes each. */
export interface BlindIndex {
  readonly keyIds: string[]
  readonly blinds: Buffer[]
}

/**
 * Keyed digests by which equal values are found without being read. `kind` keeps a phone from equalling a document of
 * the same digits. The caller brings `value` into its normal form: equal people must give equal text.
 */
export const blindIndexOf = (ring: KeyRing, kind: string, value: string): BlindIndex => {
  const message = `${kind}\u0000${value}`
  return { keyIds: blindKeyIdsOf(ring), blinds: ring.blindKeys.map((key) => key.digest(message)) }
}

export const blindKeyIdsOf = (ring: KeyRing): string[] => ring.blindKeys.map((key) => key.id)
