import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import { dateOnIn } from '@shequtong/domain/time'
import { createTestWorld } from '../../test/support/test-world.ts'

test('in a demo whoever plays reads the code on the screen and borrows papers that the form takes', async (t) => {
  const world = await createTestWorld({ demo: true })
  t.after(() => world.close())
  const player = world.stranger()
  const phone = world.newPhone()
  await player.does('requestPhoneCode', { body: { phone } })
  const { messages } = await player.does('readDemoMessages', { body: { phone } })
  assert.deepEqual(messages[0]?.values.code, (await world.lastSms(phone))?.values.code)
  assert.deepEqual((await player.does('readDemoMessages', { body: { phone: world.newPhone() } })).messages, [])
  await player.isRefused('readDemoMessages', { body: { phone: '12' } }, 'invalid-input')
  const neighbour = world.stranger('somebody at another phone')
  assert.deepEqual((await neighbour.does('readDemoMessages', { body: { phone } })).messages, [])
  await neighbour.does('requestPhoneCode', { body: { phone: world.newPhone() } })
  assert.deepEqual(
    (await neighbour.does('readDemoMessages', { body: { phone } })).messages,
    [],
    'not of any other phone',
  )
  const { papers } = await player.does('readDemoStage')
  assert.deepEqual(
    papers.map(({ personaId, dwelling }) => [personaId, dwelling]),
    [
      ['lin', '18号楼 1 单元 601'],
      ['wu-newcomer', '92号楼 2 单元 302'],
    ],
  )
  for (const { documentNumber } of papers)
    assert.ok(checkCitizenIdNumber(documentNumber, dateOnIn(world.clock.now())).ok)
})

test('outside a demo nobody reads messages or papers', async (t) => {
  const world = await createTestWorld()
  t.after(() => world.close())
  const curious = world.stranger()
  await curious.isRefused('readDemoStage', {}, 'not-found')
  await curious.isRefused('readDemoMessages', { body: { phone: world.newPhone() } }, 'not-found')
})
