import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { inspect } from 'node:util'
import { open, seal } from './cipher.ts'
import { openKeyRing } from './key-ring.ts'
import { generateKeyRing, readKeyRing, withNewBlindKey, withNewSealingKey, writeKeyRing } from './key-ring-file.ts'

const now = new Date('2026-03-01T00:00:00Z')
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'key-ring-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const written = async (name: string): Promise<string> => {
  const path = join(folder, name)
  await writeKeyRing(path, generateKeyRing('aes-256-gcm/sha-256', now))
  return path
}

describe('the key ring of an operator', { skip: process.platform === 'win32' }, () => {
  it('is written for its owner alone and read back the same', async () => {
    const path = await written('own.json')
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    const ring = readKeyRing(path)
    await writeKeyRing(path, ring)
    assert.deepEqual(readKeyRing(path), ring)
  })

  it('is refused when group or others may read or write it', async () => {
    const path = await written('open.json')
    for (const mode of [0o640, 0o604, 0o620, 0o602, 0o644]) {
      await chmod(path, mode)
      assert.throws(() => openKeyRing(path), { code: 'key-ring-open-to-others' }, mode.toString(8))
    }
  })

  it('is refused when absent, cut off, with a short secret, an unknown suite, no blind key, or a current key it lacks', async () => {
    assert.throws(() => openKeyRing(join(folder, 'absent.json')), { code: 'key-ring-missing' })
    const path = await written('damaged.json')
    const ring = readKeyRing(path)
    const [id] = Object.keys(ring.keys)
    const key = { suite: 'aes-256-gcm/sha-256', secret: 'c2hvcnQ=' }
    for (const content of [
      JSON.stringify(ring).slice(0, -9),
      'null',
      JSON.stringify({ ...ring, current: 'other' }),
      JSON.stringify({ ...ring, blindKeys: {} }),
      JSON.stringify({ ...ring, keys: { [id ?? '']: key } }),
      JSON.stringify({ ...ring, keys: { [id ?? '']: { ...ring.keys[id ?? ''], suite: 'rot13' } } }),
    ]) {
      await writeFile(path, content)
      assert.throws(() => openKeyRing(path), { code: 'key-ring-damaged' }, content)
    }
  })

  it('of a running process opens what another sealed with a key added meanwhile', async () => {
    const path = await written('shared.json')
    const running = openKeyRing(path)
    await writeKeyRing(
      path,
      withNewBlindKey(withNewSealingKey(readKeyRing(path), 'sm4-ctr+hmac-sm3', now), 'sm4-ctr+hmac-sm3', now),
    )
    const sealed = seal(openKeyRing(path), '吴晓芸', 'contacts.phone_cipher:1')
    assert.equal(open(running, sealed, 'contacts.phone_cipher:1'), '吴晓芸')
    assert.equal(running.blindKeys.length, 2)
  })

  it('does not show its secrets when it is printed', async () => {
    const path = await written('printed.json')
    const shown = inspect(openKeyRing(path), { depth: 9, getters: true }) + JSON.stringify(openKeyRing(path))
    for (const { secret } of [...Object.values(readKeyRing(path).keys), ...Object.values(readKeyRing(path).blindKeys)])
      assert.ok(!shown.includes(secret))
  })
})
