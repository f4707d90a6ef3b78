import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { EndpointName } from '@shequtong/contract/api'
import { addDays, dateOnIn } from '@shequtong/domain/time'
import { createFurnishedWorld, type FurnishedWorld } from '../support/furnished-world.ts'

describe('what a state or a rule does not allow is refused by its name', () => {
  let furnished: FurnishedWorld
  let communityId: number
  before(async () => {
    furnished = await createFurnishedWorld()
    communityId = furnished.world.home.communityId
  })
  after(() => furnished.world.close())

  const ask = async () => {
    const asked = await furnished.asker.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'help', text: '小门的锁坏了，关不上。', place: '小门' },
    })
    return { communityId, serviceRequestId: asked.serviceRequestId }
  }

  test('a request that was taken back allows nothing any more', async () => {
    const { asker, director, samples } = furnished
    const params = await ask()
    await asker.does('withdrawServiceRequest', { params, body: {} })
    const dead: EndpointName[] = [
      'answerServiceRequest',
      'askBackServiceRequest',
      'suspendServiceRequest',
      'resumeServiceRequest',
      'handOverServiceRequest',
      'acceptHandOver',
      'returnHandOver',
      'assignServiceRequest',
      'escalateServiceRequest',
      'resolveServiceRequest',
    ]
    for (const name of dead) {
      const problem = await director.isRefused(name, { ...samples[name], params } as never, 'transition-refused')
      assert.equal(problem.from, 'withdrawn', name)
    }
    for (const name of ['confirmServiceRequest', 'reopenServiceRequest', 'withdrawServiceRequest'] as const)
      await asker.isRefused(name, { ...samples[name], params } as never, 'transition-refused')
  })

  test('hollow words are no reason and no result, and days out of bounds are none: nothing is written', async () => {
    const { asker, director, world } = furnished
    const params = await ask()
    const today = dateOnIn(world.clock.now())
    const code = async (who: typeof asker, name: EndpointName, body: unknown) =>
      (await who.isRefused(name, { params, body } as never, 'rule-refused')).code
    for (const reason of ['。', '1111', 'aaaa', '……']) {
      assert.equal(await code(director, 'suspendServiceRequest', { reason, untilOn: today }), 'reason-not-stated')
      assert.equal(
        await code(director, 'handOverServiceRequest', { toRole: 'propertyManager', reason }),
        'reason-not-stated',
      )
      assert.equal(await code(director, 'escalateServiceRequest', { toLevel: 'district', reason }), 'reason-not-stated')
    }
    const words = '锁芯要订货，周五到。'
    const suspend = (untilOn: string) => code(director, 'suspendServiceRequest', { reason: words, untilOn })
    assert.equal(await suspend(addDays(today, -1)), 'suspension-over')
    assert.equal(await suspend(addDays(today, 31)), 'suspension-too-long')
    for (const result of ['已处理', '已解决！👍', '处理完毕，谢谢', 'done', '收到'])
      assert.equal(await code(director, 'resolveServiceRequest', { result }), 'result-not-stated')
    const beyond = { result: '这扇门归区里的公园管，我们报上去了。', outcome: 'beyondOurPower' }
    for (const onwardOwner of ['a', '12345', '相关部门'])
      assert.equal(await code(director, 'resolveServiceRequest', { ...beyond, onwardOwner }), 'onward-owner-missing')
    await director.does('resolveServiceRequest', { params, body: { result: '锁芯换了新的，小门关得上了。' } })
    for (const reason of ['。', '1111', 'aaaa', '……'])
      assert.equal(await code(asker, 'reopenServiceRequest', { reason }), 'reason-not-stated')
    const thread = await asker.does('readServiceRequest', { params })
    assert.deepEqual(
      thread.entries.map(({ kind }) => kind),
      ['result'],
    )
  })

  test('suspended twice, resumed twice, escalated downward, handed over without a word: each refused for its own reason', async () => {
    const { director } = furnished
    const params = await ask()
    const untilOn = dateOnIn(furnished.world.clock.now())
    const code = async (name: EndpointName, body: unknown) =>
      (await director.isRefused(name, { params, body } as never, 'rule-refused')).code
    assert.equal(await code('resumeServiceRequest', {}), 'not-suspended')
    assert.equal(await code('suspendServiceRequest', { reason: '收到', untilOn }), 'reason-not-stated')
    const suspended = await director.does('suspendServiceRequest', {
      params,
      body: { reason: '锁芯要订货，周五到。', untilOn },
    })
    assert.ok(suspended.clock.pausedAt)
    assert.deepEqual(suspended.suspension?.untilOn, untilOn)
    assert.equal(await code('suspendServiceRequest', { reason: '锁芯要订货，周五到。', untilOn }), 'already-suspended')
    assert.equal(await code('askBackServiceRequest', { text: '是南门还是北门？' }), 'already-suspended')
    assert.equal((await director.does('resumeServiceRequest', { params, body: {} })).suspension, null)
    assert.equal(
      await code('handOverServiceRequest', { toRole: 'propertyManager', reason: '收到' }),
      'reason-not-stated',
    )
    await director.does('escalateServiceRequest', {
      params,
      body: { toLevel: 'district', reason: '这扇门归区里的公园管。' },
    })
    assert.equal(
      await code('escalateServiceRequest', { toLevel: 'subdistrict', reason: '这扇门归街道管。' }),
      'level-not-higher',
    )
  })

  test('a registration that was decided is decided', async () => {
    const { world, director, samples } = furnished
    const lin = await world.visitor('林女士')
    const registration = await lin.does('register', {
      params: { code: world.home.code },
      body: await world.claim(world.home, { trueName: '林小二', shownName: '92号楼 林女士' }),
    })
    const params = { communityId, registrationId: registration.registrationId }
    const refused = async (name: EndpointName, body: unknown) =>
      (await director.isRefused(name, { params, body } as never, 'rule-refused')).code
    assert.equal(await refused('refuseRegistration', { reason: '……。。。。' }), 'reason-needed')
    assert.equal(await refused('askBackRegistration', { question: '1111' }), 'question-needed')
    await director.does('refuseRegistration', { params, body: { reason: '名册上没有您，请带合同来。' } })
    for (const name of ['approveRegistration', 'refuseRegistration', 'askBackRegistration'] as const)
      await director.isRefused(name, { ...samples[name], params } as never, 'transition-refused')
    const own = { registrationId: registration.registrationId }
    await lin.isRefused('withdrawRegistration', { params: own, body: {} }, 'transition-refused')
  })

  test('an answer to a question that nobody asked is refused', async () => {
    const { world } = furnished
    const he = await world.visitor('何女士')
    const registration = await he.does('register', {
      params: { code: world.home.code },
      body: await world.claim(world.home, { trueName: '何小二', shownName: '92号楼 何女士' }),
    })
    await he.isRefused(
      'replyToAskBack',
      { params: { registrationId: registration.registrationId }, body: { text: '我是业主。' } },
      'transition-refused',
    )
  })

  test('a code that was replaced registers nobody', async () => {
    const { world, director } = furnished
    const guest = await world.visitor('客人')
    const old = world.home.code
    await director.does('issueQrCode', { params: { communityId, compoundId: world.home.compoundId }, body: {} })
    await guest.isRefused('register', { params: { code: old }, body: await world.claim(world.home) }, 'code-revoked')
  })

  test('somebody signed out is a stranger to signing out', async () => {
    await furnished.world.stranger().isRefused('signOut', { body: {} }, 'unauthenticated')
  })

  test('吴女士 finds what she said in this community, newest first, and wears her own hats only', async () => {
    const { asker } = furnished
    const mine = await asker.does('listMyServiceRequests', { params: { communityId } })
    assert.ok(mine.items.length >= 3)
    assert.ok(mine.items.every((item) => item.by.you))
    const hatId = (await asker.does('readMe')).hats[0]?.hatId ?? ''
    assert.equal((await asker.does('wearHat', { body: { hatId } })).actingHatId, hatId)
  })

  test('when WeChat does not answer, signing in says so and can be tried again', async () => {
    const { world } = furnished
    const wu = world.stranger()
    const { url } = await wu.does('startWechatSignIn')
    const state = new URL(url).searchParams.get('state') ?? ''
    const wechat = world.services.wechat
    assert.ok(wechat)
    Object.assign(wechat, { exchange: () => Promise.reject(new Error('no route')) })
    await wu.isRefused('finishWechatSignIn', { body: { code: 'c0de', state } }, 'dependency-unavailable')
  })
})
