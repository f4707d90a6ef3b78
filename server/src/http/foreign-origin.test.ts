import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { isOwnOrigin } from '../platform/own-origin.ts'

describe('a page of another site', () => {
  let world: TestWorld
  let wu: TestPerson
  before(async () => {
    world = await createTestWorld()
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
  })
  after(() => world.close())

  const says = (text: string) => ({
    params: { communityId: world.home.communityId },
    body: { kind: 'matter' as const, text, place: '小门' },
  })
  const written = async () =>
    (await world.services.db.one<{ count: number }>(`select count(*)::int as count from events`)).count

  test('that makes 吴女士’s browser write in her name is refused, and nothing is written', async () => {
    const before = await written()
    for (const headers of [
      { origin: 'https://lottery.example' },
      { origin: 'http://localhost:3000.lottery.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      await wu.isRefused('submitServiceRequest', says('我中奖了。'), 'foreign-origin', { headers })
    await world.stranger().isRefused('requestPhoneCode', { body: { phone: world.newPhone() } }, 'foreign-origin', {
      headers: { origin: 'https://lottery.example' },
    })
    assert.equal(await written(), before)
  })

  test('may read nothing more than anybody, so reading is not asked', async () => {
    assert.equal((await wu.send('readMe', {}, { headers: { origin: 'https://lottery.example' } })).status, 200)
  })

  test('is not what the public address, the host that was called, or a web view without an origin is', async () => {
    const headers: Record<string, string>[] = [
      { origin: world.services.settings.publicUrl },
      { origin: 'http://192.168.1.7:3000', host: '192.168.1.7:3000' },
      { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      {},
    ]
    for (const one of headers) await wu.does('submitServiceRequest', says('小门的锁坏了。'), { headers: one })
  })

  test('over plain http is no page of a site that lives on https', () => {
    const site = { publicUrl: 'https://jiucun.example', onlyHttps: true }
    const host = 'jiucun.example'
    assert.equal(isOwnOrigin({ origin: 'https://jiucun.example', host }, site), true)
    assert.equal(isOwnOrigin({ origin: 'http://jiucun.example', host }, site), false)
    assert.equal(isOwnOrigin({ origin: 'https://jiucun.example:8443', host }, site), false)
    assert.equal(isOwnOrigin({ origin: 'http://jiucun.example', host }, { ...site, onlyHttps: false }), true)
  })
})
