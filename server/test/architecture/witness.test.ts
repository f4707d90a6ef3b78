import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkReply, readReached, witness } from '../support/witness.ts'
import { registeredPairs, unreached } from './outcomes.ts'

// what is tried out here is no evidence for the run
delete process.env.SHEQUTONG_REACHED_DIR

const nothing = { items: [], nextCursor: null, unreadCount: 0 }

test('a reply as the contract has it passes; one key more, at any depth, or one less is caught', () => {
  checkReply('listNotifications', nothing)
  const personas = {
    personas: [{ personaId: 'wu', shownName: '吴女士', role: null, what: '', shell: 'resident', elder: false }],
  }
  checkReply('listPersonas', { ...personas, joinPath: null })
  assert.throws(() => checkReply('listNotifications', { ...nothing, phone: '1' }), /more than the contract declares/)
  assert.throws(
    () => checkReply('listPersonas', { personas: [{ ...personas.personas[0], trueName: '吴' }], joinPath: null }),
    /more than the contract declares/,
  )
  assert.throws(() => checkReply('listNotifications', { items: [] }), /against the contract/)
})

test('a photo is of the declared type', () => {
  checkReply('readPhoto', { bytes: Buffer.alloc(1), type: 'image/jpeg' })
  assert.throws(() => checkReply('readPhoto', { bytes: Buffer.alloc(1), type: 'text/html' }))
})

test('a refusal that the endpoint does not name is caught', (t) => {
  t.mock.method(console, 'error', () => undefined)
  witness('listMyRegistrations', 'unauthenticated', undefined)
  witness('listMyRegistrations', 'internal', undefined)
  assert.throws(() => witness('listMyRegistrations', 'transition-refused', undefined), /does not name/)
})

test('a promised outcome that no test reached is told by name', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'shequtong-reached-'))
  t.after(async () => {
    delete process.env.SHEQUTONG_REACHED_DIR
    await rm(folder, { recursive: true })
  })
  process.env.SHEQUTONG_REACHED_DIR = folder
  witness('listNotifications', 'ok', nothing)
  const promised = registeredPairs().filter((pair) => pair.startsWith('listNotifications '))
  assert.deepEqual(promised, [
    'listNotifications ok',
    'listNotifications unauthenticated',
    'listNotifications invalid-input',
  ])
  assert.deepEqual(unreached(readReached(folder), promised), promised.slice(1))
})

test('an outcome that cannot be forced is left out, for one endpoint or for all', () => {
  const excused = { 'listNotifications ok': 'because', '* unauthenticated': 'because' }
  const left = registeredPairs(excused)
  assert.ok(!left.includes('listNotifications ok'))
  assert.ok(!left.some((pair) => pair.endsWith(' unauthenticated')))
  assert.ok(left.includes('listSessions ok'))
})
