import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

describe('two doors: a phone with its code, and WeChat', () => {
  let world: TestWorld
  before(async () => {
    world = await createTestWorld()
  })
  after(() => world.close())

  test('an unknown phone becomes a new person without any membership, and the same phone the same person', async () => {
    const phone = world.newPhone()
    const first = await world.visitor('吴女士', phone)
    const me = await first.does('readMe')
    assert.equal(me.signedIn, true)
    assert.deepEqual(me.hats, [])
    await world.visitor('吴女士 on her new phone', phone)
    const { sessions } = await first.does('listSessions')
    assert.equal(sessions.length, 2)
    assert.equal(sessions.filter((session) => session.current).length, 1)
  })

  test('a second code within a minute, and a sixth within an hour, are refused with the time to wait', async () => {
    const phone = world.newPhone()
    const someone = world.stranger()
    for (let count = 0; count < 5; count += 1) {
      await someone.does('requestPhoneCode', { body: { phone } })
      const soon = await someone.isRefused('requestPhoneCode', { body: { phone } }, 'rate-limited')
      assert.ok((soon.retryAfterSeconds ?? 0) <= 60)
      world.clock.advance({ seconds: 61 })
    }
    const later = await someone.isRefused('requestPhoneCode', { body: { phone } }, 'rate-limited')
    assert.equal(later.retryAfterSeconds, 3600)
  })

  test('five wrong tries spend a code, even the right one does not open then', async () => {
    const phone = world.newPhone()
    const thief = world.stranger('a thief')
    await thief.does('requestPhoneCode', { body: { phone } })
    const code = (await world.lastSms(phone))?.values.code ?? ''
    const wrong = code === '000000' ? '000001' : '000000'
    for (let count = 0; count < 5; count += 1)
      assert.equal(
        (await thief.isRefused('signInByPhone', { body: { phone, code: wrong } }, 'rule-refused')).code,
        'code-wrong',
      )
    assert.equal((await thief.isRefused('signInByPhone', { body: { phone, code } }, 'rule-refused')).code, 'code-spent')
  })

  test('a code works once and for five minutes', async () => {
    const phone = world.newPhone()
    const wu = world.stranger()
    await wu.does('requestPhoneCode', { body: { phone } })
    const code = (await world.lastSms(phone))?.values.code ?? ''
    world.clock.advance({ minutes: 4, seconds: 59 })
    await wu.does('signInByPhone', { body: { phone, code } })
    assert.equal((await wu.isRefused('signInByPhone', { body: { phone, code } }, 'rule-refused')).code, 'code-spent')
    await wu.does('requestPhoneCode', { body: { phone } })
    const second = (await world.lastSms(phone))?.values.code ?? ''
    world.clock.advance({ minutes: 5 })
    await wu.isRefused('signInByPhone', { body: { phone, code: second } }, 'rule-refused')
  })

  test('not a mobile number: refused at the field', async () => {
    const problem = await world
      .stranger()
      .isRefused('requestPhoneCode', { body: { phone: '021-56670000' } }, 'invalid-input')
    assert.equal(problem.errors?.[0]?.pointer, '/phone')
  })

  /** What WeChat's page does: it sends the browser back with a code. */
  const throughWechat = async (more: Record<string, string> = {}, returnTo = '/j/ABC') => {
    const wu = world.stranger()
    const { url } = await wu.does('startWechatSignIn', { query: { returnTo } })
    const page = new URL(url)
    for (const [name, value] of Object.entries(more)) page.searchParams.set(name, value)
    const back = new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '')
    return { wu, code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' }
  }

  test('吴女士 comes through WeChat, lands where she wanted, and is the same person the next time', async () => {
    const { wu, code, state } = await throughWechat({ as: 'wu' })
    const me = await wu.does('finishWechatSignIn', { body: { code, state } })
    assert.equal(me.signedIn, true)
    assert.equal(me.returnTo, '/j/ABC')
    const again = await throughWechat({ as: 'wu' })
    await again.wu.does('finishWechatSignIn', { body: { code: again.code, state: again.state } })
    assert.equal((await wu.does('listSessions')).sessions.length, 2)
  })

  test('a snapshot visitor is refused, and so are a used code and a foreign state', async () => {
    const ghost = await throughWechat({ as: 'ghost', snapshot: '1' })
    const body = { code: ghost.code, state: ghost.state }
    assert.equal(
      (await ghost.wu.isRefused('finishWechatSignIn', { body }, 'rule-refused')).code,
      'wechat-snapshot-user',
    )
    const first = await throughWechat({ as: 'lu' })
    await first.wu.does('finishWechatSignIn', { body: { code: first.code, state: first.state } })
    const again = { body: { code: first.code, state: first.state } }
    assert.equal((await first.wu.isRefused('finishWechatSignIn', again, 'rule-refused')).code, 'wechat-state-unknown')
    const second = await throughWechat({ as: 'lu' })
    assert.equal(
      (
        await second.wu.isRefused(
          'finishWechatSignIn',
          { body: { code: first.code, state: second.state } },
          'rule-refused',
        )
      ).code,
      'wechat-code-spent',
    )
  })

  test('an address of WeChat that was sent to somebody else signs nobody in, and is still good for its own browser', async () => {
    const { wu, code, state } = await throughWechat({ as: 'lin' })
    const other = await throughWechat({ as: 'du' })
    for (const victim of [world.stranger(), other.wu])
      assert.equal(
        (await victim.isRefused('finishWechatSignIn', { body: { code, state } }, 'rule-refused')).code,
        'wechat-state-unknown',
      )
    assert.equal((await wu.does('finishWechatSignIn', { body: { code, state } })).signedIn, true)
  })

  test('a way back of three hundred characters is refused', async () => {
    await world
      .stranger()
      .isRefused('startWechatSignIn', { query: { returnTo: `/${'a'.repeat(300)}` } }, 'invalid-input')
  })

  test('signing in never leads to another site', async () => {
    for (const returnTo of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { wu, code, state } = await throughWechat({ as: 'jin' }, returnTo)
      assert.equal((await wu.does('finishWechatSignIn', { body: { code, state } })).returnTo, null)
    }
  })

  test('吴女士 signs the other device out, and it is a stranger from then on', async () => {
    const phone = world.newPhone()
    const old = await world.visitor('old phone', phone)
    const now = await world.visitor('new phone', phone)
    const other = (await now.does('listSessions')).sessions.find((session) => !session.current)
    assert.ok(other)
    await now.does('revokeSession', { params: { sessionId: other.sessionId } })
    await old.isRefused('listSessions', {}, 'unauthenticated')
    await now.isRefused('revokeSession', { params: { sessionId: other.sessionId } }, 'not-found')
    await now.does('signOut', { body: {} })
    await now.isRefused('listSessions', {}, 'unauthenticated')
  })
})

describe('an installation without an SMS gateway and without WeChat', () => {
  let world: TestWorld
  before(async () => {
    world = await createTestWorld({ outside: false })
  })
  after(() => world.close())

  test('says that the door is closed instead of a code that never comes, or a page that lets in anybody', async () => {
    const someone = world.stranger()
    const byPhone = await someone.isRefused('requestPhoneCode', { body: { phone: world.newPhone() } }, 'rule-refused')
    assert.equal(byPhone.code, 'phone-door-closed')
    assert.equal((await someone.isRefused('startWechatSignIn', {}, 'rule-refused')).code, 'wechat-door-closed')
    const body = { code: 'a', state: 'b' }
    assert.equal((await someone.isRefused('finishWechatSignIn', { body }, 'rule-refused')).code, 'wechat-door-closed')
  })
})
