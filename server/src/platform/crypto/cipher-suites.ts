import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'

/** `national` is the suite of 国密 algorithms: GB/T 32907 (SM4) and GB/T 32905 (SM3). */
export const suiteNames = ['aes-256-gcm/sha-256', 'sm4-ctr+hmac-sm3'] as const
export type SuiteName = (typeof suiteNames)[number]

/** Bytes of the secret that a key ring holds, whatever the suite: each suite derives what it needs. */
export const secretBytes = 32

/** One key of one suite. Both directions bind `associated`: open gives null when it, the key or a single bit differs. */
export interface SealingKey {
  seal(plaintext: Buffer, associated: Buffer): Buffer
  open(sealed: Buffer, associated: Buffer): Buffer | null
}

/** A keyed digest of 32 bytes. */
export type Digest = (message: string) => Buffer

const nonceBytes = 12
const tagBytes = 16

/** Random 96-bit nonces: safe up to 2^32 seals for each key (NIST SP 800-38D, 8.3), a hundred times one district. */
const aes256Gcm = (secret: KeyObject): SealingKey => ({
  seal(plaintext, associated) {
    const nonce = takeRandom(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(associated)
    const body = Buffer.concat([cipher.update(plaintext), cipher.final()])
    return Buffer.concat([nonce, body, cipher.getAuthTag()])
  },
  open(sealed, associated) {
    if (sealed.length < nonceBytes + tagBytes) return null
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(associated).setAuthTag(sealed.subarray(-tagBytes))
    try {
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
    } catch {
      return null
    }
  },
})

const sm4IvBytes = 16
const sm3Bytes = 32

/** Encrypt-then-MAC with two derived keys: OpenSSL has no authenticated mode of SM4 here. */
const sm4CtrHmacSm3 = (secret: KeyObject): SealingKey => {
  const encryptionKey = derive('sm3', secret, 'encryption', 16)
  const authenticationKey = derive('sm3', secret, 'authentication', 32)
  const tagOf = (associated: Buffer, body: Buffer): Buffer => {
    const associatedLength = Buffer.alloc(4)
    associatedLength.writeUInt32BE(associated.length)
    return createHmac('sm3', authenticationKey).update(associatedLength).update(associated).update(body).digest()
  }
  return {
    seal(plaintext, associated) {
      const iv = takeRandom(sm4IvBytes)
      const cipher = createCipheriv('sm4-ctr', encryptionKey, iv)
      const body = Buffer.concat([iv, cipher.update(plaintext), cipher.final()])
      return Buffer.concat([body, tagOf(associated, body)])
    },
    open(sealed, associated) {
      if (sealed.length < sm4IvBytes + sm3Bytes) return null
      const body = sealed.subarray(0, -sm3Bytes)
      if (!timingSafeEqual(tagOf(associated, body), sealed.subarray(-sm3Bytes))) return null
      const decipher = createDecipheriv('sm4-ctr', encryptionKey, body.subarray(0, sm4IvBytes))
      return Buffer.concat([decipher.update(body.subarray(sm4IvBytes)), decipher.final()])
    },
  }
}

const derive = (hash: 'sm3', secret: KeyObject, purpose: string, bytes: number): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync(hash, secret, Buffer.alloc(0), `shequtong ${purpose}`, bytes)))

/** Nonces from one fill for many: a system call for each costs as much as the cipher. No byte is given out twice. */
const randomPool = Buffer.alloc(8_192)
let randomTaken = randomPool.length

const takeRandom = (bytes: number): Buffer => {
  if (randomTaken + bytes > randomPool.length) {
    randomFillSync(randomPool)
    randomTaken = 0
  }
  randomTaken += bytes
  return Buffer.from(randomPool.subarray(randomTaken - bytes, randomTaken))
}

/** Secrets as KeyObjects: Node takes three times as long with a Buffer, which it imports anew at every use. */
interface Suite {
  readonly sealingKey: (secret: KeyObject) => SealingKey
  readonly digest: (secret: KeyObject) => Digest
}

export const suites: Readonly<Record<SuiteName, Suite>> = {
  'aes-256-gcm/sha-256': {
    sealingKey: aes256Gcm,
    digest: (secret) => (message) => createHmac('sha256', secret).update(message).digest(),
  },
  'sm4-ctr+hmac-sm3': {
    sealingKey: sm4CtrHmacSm3,
    digest: (secret) => (message) => createHmac('sm3', secret).update(message).digest(),
  },
}
