import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A process that shuts down in the steps `drain`, `database`; `how` (quick, fails, hangs) says what the first does. */
const run = async (how: string, signals: readonly NodeJS.Signals[], fixture = './fixtures/shutdown-process.ts') => {
  const program = fileURLToPath(new URL(fixture, import.meta.url))
  const child = spawn(process.execPath, [program, how], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  await once(child.stdout, 'data')
  const exit = once(child, 'exit')
  const startedMs = performance.now()
  for (const signal of signals) {
    child.kill(signal)
    await sleep(150)
  }
  const [code] = await exit
  return { code: code as number, out, tookMs: performance.now() - startedMs }
}

test('SIGTERM runs the steps in order and exits with 0', async () => {
  const { code, out } = await run('quick', ['SIGTERM'])
  assert.equal(code, 0)
  assert.equal(out, 'ready\ndrain\ndatabase\n')
})

test('a step that fails does not keep the database from being stopped, and the exit says so', async () => {
  const { code, out } = await run('fails', ['SIGINT'])
  assert.equal(code, 1)
  assert.equal(out, 'ready\ndrain\ndatabase\n')
})

test('a step that hangs is left behind in time for the database', async () => {
  const { code, out, tookMs } = await run('hangs', ['SIGTERM'])
  assert.equal(code, 1)
  assert.equal(out, 'ready\ndrain\ndatabase\n')
  assert.ok(tookMs < 2_500, `${tookMs} ms`)
})

test('a second Ctrl+C ends at once', async () => {
  const { code, out } = await run('hangs', ['SIGINT', 'SIGINT'])
  assert.equal(code, 130)
  assert.equal(out, 'ready\ndrain\n')
})

for (const when of ['opening', 'working'])
  test(`Ctrl+C in a start that is ${when} stops the database first, so that none is left behind`, async () => {
    const { code, out } = await run(when, ['SIGINT'], './fixtures/interrupted-process.ts')
    assert.equal(code, 130)
    assert.equal(out, 'ready\ndatabase stopped\n')
  })

test('SIGTERM in a start ends with its own exit code, a second signal at once', async () => {
  assert.equal((await run('working', ['SIGTERM'], './fixtures/interrupted-process.ts')).code, 143)
  const { code, out } = await run('opening', ['SIGTERM', 'SIGTERM'], './fixtures/interrupted-process.ts')
  assert.equal(code, 143)
  assert.equal(out, 'ready\n')
})
