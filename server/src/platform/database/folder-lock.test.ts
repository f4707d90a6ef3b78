import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { exclusively } from './folder-lock.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shequtong-lock-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('two starts on one folder take turns, also within one process', async () => {
  const said: string[] = []
  const start = (name: string) =>
    exclusively(folder, async () => {
      said.push(`${name} begins`)
      await sleep(60)
      said.push(`${name} ends`)
    })
  await Promise.all([start('a'), start('b')])
  const [first, second] = said[0] === 'a begins' ? ['a', 'b'] : ['b', 'a']
  assert.deepEqual(said, [`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`])
  assert.deepEqual(await readdir(folder), [])
})

test('what a killed start left behind keeps nobody waiting, also when the next has its number, as in a container', async () => {
  for (const pid of [process.pid, 2 ** 22 + 1]) {
    await writeFile(join(folder, 'starting.lock'), String(pid))
    const began = performance.now()
    assert.equal(await exclusively(folder, async () => 'ours'), 'ours')
    assert.ok(performance.now() - began < 5_000)
  }
})
