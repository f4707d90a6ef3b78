import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildWebIfStale } from '../../server/src/start/build-web.ts'
import { repository } from '../program.ts'
import { maxBytes, maxScriptBytes, weigh } from './budget.ts'

test('what every phone loads first stays within its budget', async (t) => {
  await buildWebIfStale()
  const { files, scriptBytes, allBytes } = await weigh(join(repository, 'web/dist'))
  t.diagnostic(`${scriptBytes} bytes of scripts, ${allBytes} in all`)
  assert.ok(files.some(({ path }) => path.endsWith('.js')) && files.some(({ path }) => path.endsWith('.css')))
  assert.ok(scriptBytes <= maxScriptBytes, `${scriptBytes} bytes of scripts, at most ${maxScriptBytes}`)
  assert.ok(allBytes <= maxBytes, `${allBytes} bytes in all, at most ${maxBytes}`)
})
