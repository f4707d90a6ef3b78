import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A process that shuts down in the steps `drain`, `database`; `how` says what the first does. */
const run = async (how: 'quick' | 'fails' | 'hangs', signals: readonly NodeJS.Signals[]) => {
  const program = fileURLToPath(new URL('./fixtures/shutdown-process.ts', import.meta.url))
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
