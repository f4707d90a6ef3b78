import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, inventIdNumber, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'

describe('the committee manages memberships, phones move, neighbours need not read each other', () => {
  let world: TestWorld
  let sun: TestPerson
  let communityId: number
  const reason = '租期到 11 月底，请带新合同来居委会。'
  const lastDayOn = '2027-01-31'

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
  })
  after(() => world.close())

  const member = async (shownName: string, more: { documentNumber?: string; phone?: string } = {}) => {
    const phone = more.phone ?? world.newPhone()
    const person = await world.visitor(shownName, phone)
    const documentNumber = more.documentNumber ?? inventIdNumber()
    const trueName = `${shownName.split(' ')[1]?.slice(0, 1)}小宝`
    const claim = { ...(await world.claim(world.home, { shownName, trueName })), documentNumber }
    const { registrationId } = await person.does('register', { params: { code: world.home.code }, body: claim })
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    const membershipId = (await person.does('readMe')).hats[0]?.hatId ?? ''
    return { person, phone, documentNumber, membershipId, params: { communityId, membershipId } }
  }
  const feedOf = async (person: TestPerson) =>
    (await person.does('listFeed', { params: { communityId } })).items.map(({ text }) => text)
  const say = (person: TestPerson, text: string) =>
    person.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text, place: '92号楼' },
    })
  const codeFor = async (phone: string): Promise<string> => {
    await world.stranger().does('requestPhoneCode', { body: { phone } })
    world.clock.advance({ seconds: 61 })
    return (await world.lastSms(phone))?.values.code ?? ''
  }

  test('孙主任 suspends with a reason that the member reads; they read on, write nothing, and come back', async () => {
    const { person, membershipId, params } = await member('92号楼 胡先生')
    await sun.does('suspendMembership', { params, body: { reason, lastDayOn } })
    assert.equal(
      (await sun.isRefused('suspendMembership', { params, body: { reason, lastDayOn } }, 'rule-refused')).code,
      'already-suspended',
    )
    const seen = await person.does('readLeaving', { params: { membershipId } })
    assert.deepEqual([seen.state, seen.reason], ['suspended', reason])
    await person.does('listFeed', { params: { communityId } })
    await person.isRefused(
      'submitServiceRequest',
      { params: { communityId }, body: { kind: 'matter', text: '门坏了', place: '门口' } },
      'not-permitted',
    )
    assert.equal((await sun.does('resumeMembership', { params, body: {} })).state, 'active')
    assert.equal(
      (await sun.isRefused('resumeMembership', { params, body: {} }, 'rule-refused')).code,
      'nothing-to-resume',
    )
    await say(person, '谢谢，门已经修好了。')
  })

  test('a suspension ends by itself after its last day, and the member is told of both', async () => {
    const { person, membershipId, params } = await member('92号楼 葛先生')
    const seenOn = (at: string) => new Date(`${at}+08:00`)
    assert.equal(
      (await sun.isRefused('suspendMembership', { params, body: { reason, lastDayOn: '2025-01-01' } }, 'rule-refused'))
        .code,
      'last-day-passed',
    )
    const suspended = await sun.does('suspendMembership', { params, body: { reason, lastDayOn: '2026-11-26' } })
    assert.equal(suspended.suspendedUntil, '2026-11-26T16:00:00.000Z')
    world.clock.set(seenOn('2026-11-26T23:59:59'))
    await createJobs(world.services).runNow()
    assert.equal((await person.does('readMe')).hats[0]?.state, 'suspended')
    world.clock.set(seenOn('2026-11-27T00:00:00'))
    await createJobs(world.services).runNow()
    assert.equal((await person.does('readMe')).hats[0]?.state, 'active')
    await world.settle()
    const told = (await person.does('listNotifications')).items.filter(({ subjectId }) => subjectId === membershipId)
    assert.deepEqual(
      told.map(({ kind, title }) => [kind, title]),
      [
        ['membershipResumed', '宝山九村'],
        ['membershipSuspended', '宝山九村'],
      ],
    )
    await say(person, '我回来了，门禁卡也换好了。')
  })

  test('孙主任 finds a member by words of name and door, and reads what may be done about them', async () => {
    const { person, params } = await member('92号楼 欧阳女士')
    const found = async (search: string) =>
      (await sun.does('listMembers', { params: { communityId }, query: { search } })).items.map((one) => one.shownName)
    assert.deepEqual(await found('502 欧阳'), ['92号楼 欧阳女士'])
    assert.deepEqual(await found('欧阳 503'), [])
    assert.deepEqual(await found('%'), [])
    assert.ok((await found('')).length > 1)
    const seen = await sun.does('readMember', { params })
    assert.deepEqual(seen.may, ['suspend', 'end', 'movePhone'])
    assert.match(seen.masks.phone ?? '', /^138\*{4}\d{4}$/)
    assert.match(seen.masks.documentNumber ?? '', /\*/)
    assert.equal(seen.dwelling, '92号楼 2 单元 502')
    await person.isRefused('readMember', { params }, 'not-permitted')
    await sun.isRefused(
      'readMember',
      { params: { communityId, membershipId: '0198a000-0000-7000-8000-000000000000' } },
      'not-found',
    )
  })

  test('a tenancy ends on its last day, not before, and a stated end can be taken back', async () => {
    const { person, membershipId, params } = await member('92号楼 何女士')
    const body = { cause: 'tenancyEnded', lastDayOn: '2026-11-30', reason } as const
    assert.equal(
      (await sun.isRefused('endMembership', { params, body: { ...body, lastDayOn: '2026-11-22' } }, 'rule-refused'))
        .code,
      'last-day-passed',
    )
    await sun.does('endMembership', { params, body })
    assert.equal(
      (await person.isRefused('stayInCommunity', { params: { membershipId }, body: {} }, 'rule-refused')).code,
      'not-yours-to-stay',
    )
    assert.equal((await sun.does('resumeMembership', { params, body: {} })).leavesAt, null)
    assert.equal((await sun.does('endMembership', { params, body })).leavesAt, '2026-11-30T16:00:00.000Z')
    world.clock.set(new Date('2026-11-30T23:59:59+08:00'))
    await createJobs(world.services).runNow()
    assert.equal((await person.does('readMe')).hats.length, 1)
    world.clock.set(new Date('2026-12-01T00:00:00+08:00'))
    await createJobs(world.services).runNow()
    assert.equal((await person.does('readMe')).hats.length, 0)
    await person.isRefused('listFeed', { params: { communityId } }, 'not-found')
    await sun.isRefused('suspendMembership', { params, body: { reason, lastDayOn } }, 'not-found')
  })

  test('nobody decides about their own membership, and no neighbour about another', async () => {
    const zheng = await world.inRole('committeeMember', communityId, '郑干事')
    const { registrationId } = await zheng.does('register', {
      params: { code: world.home.code },
      body: await world.claim(world.home, { shownName: '92号楼 郑先生', trueName: '郑小宝' }),
    })
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    const { items } = await zheng.does('listMembers', { params: { communityId } })
    const own = items.find((one) => one.shownName === '92号楼 郑先生')
    assert.equal(own?.dwelling, '92号楼 2 单元 502')
    const params = { communityId, membershipId: own.membershipId }
    const end = { cause: 'movedAway', lastDayOn: '2027-01-31', reason } as const
    const phone = {
      documentKind: 'citizenId',
      documentNumber: inventIdNumber(),
      phone: world.newPhone(),
      code: '1',
      reason,
    } as const
    for (const refused of [
      await zheng.isRefused('suspendMembership', { params, body: { reason, lastDayOn } }, 'rule-refused'),
      await zheng.isRefused('resumeMembership', { params, body: {} }, 'rule-refused'),
      await zheng.isRefused('endMembership', { params, body: end }, 'rule-refused'),
      await zheng.isRefused('movePhoneAtDesk', { params, body: phone }, 'rule-refused'),
    ])
      assert.equal(refused.code, 'own-membership')
    const { person: other } = await member('92号楼 罗女士')
    await other.isRefused('listMembers', { params: { communityId } }, 'not-permitted')
  })

  test('a new number: proven by its code, the old one told, other devices signed out', async () => {
    const phone = world.newPhone()
    const { person } = await member('92号楼 谢女士', { phone })
    const tablet = await world.visitor('her tablet', phone)
    const next = world.newPhone()
    const code = await codeFor(next)
    const wrong = code === '000000' ? '000001' : '000000'
    assert.equal(
      (await person.isRefused('moveMyPhone', { body: { phone: next, code: wrong } }, 'rule-refused')).code,
      'code-wrong',
    )
    await person.does('moveMyPhone', { body: { phone: next, code } })
    await tablet.isRefused('listSessions', {}, 'unauthenticated')
    assert.equal((await person.does('listSessions')).sessions.length, 1)
    assert.deepEqual(await world.lastSms(phone).then((sms) => [sms?.template, sms?.values]), [
      'phoneMoved',
      { to: next.slice(-4) },
    ])
    const again = await world.visitor('谢女士 again', next)
    assert.equal((await again.does('readMe')).hats.length, 1)
    const taken = world.newPhone()
    await world.visitor('somebody else', taken)
    assert.equal(
      (await person.isRefused('moveMyPhone', { body: { phone: taken, code: await codeFor(taken) } }, 'already-exists'))
        .code,
      'phone-taken',
    )
  })

  test('a lost phone: 孙主任 compares the document at the desk; a wrong one is logged and moves nothing', async () => {
    const { person, membershipId, params, phone, documentNumber } = await member('92号楼 韩阿婆')
    const next = world.newPhone()
    const body = {
      documentKind: 'citizenId',
      documentNumber,
      phone: next,
      reason: '手机丢了，本人带身份证来办。',
    } as const
    const wrong = { ...body, documentNumber: inventIdNumber(), code: await codeFor(next) }
    assert.equal(
      (await sun.isRefused('movePhoneAtDesk', { params, body: wrong }, 'rule-refused')).code,
      'document-differs',
    )
    assert.equal((await person.does('readMe')).hats[0]?.hatId, membershipId, 'nothing moved')
    const seen = await person.does('listMyLookUps')
    assert.deepEqual(
      seen.items.map((one) => [one.byShownName, one.fields, one.reason]),
      [['孙主任', ['documentNumber'], body.reason]],
    )
    await sun.does('movePhoneAtDesk', { params, body: { ...body, code: await codeFor(next) } })
    await person.isRefused('listSessions', {}, 'unauthenticated')
    assert.equal((await world.lastSms(phone))?.template, 'phoneMoved')
    const back = await world.visitor('韩阿婆 with the new phone', next)
    assert.equal((await back.does('readMe')).hats[0]?.hatId, membershipId)
    assert.equal((await back.does('listMyLookUps')).items.length, 2)
    const { phone: taken } = await member('92号楼 别先生')
    await sun.isRefused(
      'movePhoneAtDesk',
      { params, body: { ...body, phone: taken, code: await codeFor(taken) } },
      'already-exists',
    )
  })

  test('a suspended member reads the own private request and its answer, says nothing more in it, and may leave', async () => {
    const { person, membershipId, params } = await member('92号楼 费先生')
    const inCommunity = { params: { communityId } }
    const asked = await person.does('submitServiceRequest', {
      ...inCommunity,
      body: { kind: 'help', visibility: 'private', text: '家里老人一个人，想请人看看。', place: '92号楼' },
    })
    const one = { params: { communityId, serviceRequestId: asked.serviceRequestId } }
    await sun.does('suspendMembership', { params, body: { reason, lastDayOn } })
    await sun.does('resolveServiceRequest', { ...one, body: { result: '今天上午楼组长去看过，老人都好。' } })
    assert.equal((await person.does('readServiceRequest', one)).state, 'resolved')
    assert.equal((await person.does('listMyServiceRequests', inCommunity)).items.length, 1)
    await person.isRefused('replyToServiceRequest', { ...one, body: { text: '谢谢你们来看。' } }, 'not-permitted')
    await person.isRefused('confirmServiceRequest', { ...one, body: {} }, 'not-permitted')
    await person.isRefused('reopenServiceRequest', { ...one, body: { reason: '没有人来看过。' } }, 'not-permitted')
    await person.isRefused('withdrawServiceRequest', { ...one, body: {} }, 'not-permitted')
    assert.deepEqual((await person.does('readServiceRequest', one)).may, [])
    const left = await person.does('leaveCommunity', { params: { membershipId }, body: {} })
    assert.deepEqual([left.state, left.leaveCause], ['suspended', 'left'])
  })

  test('a lost account: who registered anew with the same document comes to the desk, and is one neighbour again', async () => {
    const { membershipId, params, documentNumber } = await member('92号楼 郝阿婆')
    const next = world.newPhone()
    const anew = await world.visitor('郝阿婆 with a new phone', next)
    const claim = await world.claim(world.home, { shownName: '92号楼 郝阿姨' })
    const second = await anew.does('register', {
      params: { code: world.home.code },
      body: { ...claim, documentNumber },
    })
    const review = { params: { communityId, registrationId: second.registrationId } }
    assert.equal((await sun.does('readRegistration', review)).documentTaken, true)
    const body = {
      documentKind: 'citizenId',
      documentNumber,
      phone: next,
      reason: '号码换了，本人带身份证来办。',
    } as const
    await sun.does('movePhoneAtDesk', { params, body: { ...body, code: await codeFor(next) } })
    await anew.isRefused('listSessions', {}, 'unauthenticated')
    const back = await world.visitor('郝阿婆', next)
    assert.equal((await back.does('readMe')).hats[0]?.hatId, membershipId)
    assert.equal(
      (await sun.isRefused('approveRegistration', { ...review, body: {} }, 'transition-refused')).from,
      'withdrawn',
    )
  })

  test('the desk takes the phone of nobody who registered with another document', async () => {
    const { params, documentNumber } = await member('92号楼 杜阿婆')
    const phone = world.newPhone()
    const daughter = await world.visitor('her daughter', phone)
    const { registrationId } = await daughter.does('register', {
      params: { code: world.home.code },
      body: await world.claim(world.home, { shownName: '92号楼 杜女士' }),
    })
    const body = { documentKind: 'citizenId', documentNumber, phone, reason: '号码换了，本人带身份证来办。' } as const
    const refused = await sun.isRefused(
      'movePhoneAtDesk',
      { params, body: { ...body, code: await codeFor(phone) } },
      'already-exists',
    )
    assert.equal(refused.code, 'phone-taken')
    assert.equal((await daughter.does('readMyRegistration', { params: { registrationId } })).state, 'submitted')
  })

  test('phone and WeChat are lost together: from the desk on, that WeChat is a stranger’s', async () => {
    const throughWechat = async () => {
      const person = world.stranger()
      const { url } = await person.does('startWechatSignIn', { query: {} })
      const page = new URL(url)
      page.searchParams.set('as', 'qiao')
      const back = new URL((await fetch(page, { redirect: 'manual' })).headers.get('location') ?? '').searchParams
      await person.does('finishWechatSignIn', {
        body: { code: back.get('code') ?? '', state: back.get('state') ?? '' },
      })
      return person
    }
    const qiao = await throughWechat()
    const claim = await world.claim(world.home, { shownName: '92号楼 乔先生', trueName: '乔小宝' })
    const { registrationId } = await qiao.does('register', { params: { code: world.home.code }, body: claim })
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    const membershipId = (await qiao.does('readMe')).hats[0]?.hatId ?? ''
    assert.equal((await (await throughWechat()).does('readMe')).hats.length, 1)
    const phone = world.newPhone()
    const body = {
      documentKind: 'citizenId',
      documentNumber: claim.documentNumber,
      phone,
      code: await codeFor(phone),
      reason: '手机和微信一起丢了，本人来办。',
      forgetWechat: true,
    } as const
    await sun.does('movePhoneAtDesk', { params: { communityId, membershipId }, body })
    assert.equal((await (await throughWechat()).does('readMe')).hats.length, 0)
    const back = await world.visitor('乔先生 with the new phone', phone)
    assert.equal((await back.does('readMe')).hats[0]?.hatId, membershipId)
  })

  test('the desk does not take over somebody with a role above it', async () => {
    const { params, documentNumber, membershipId } = await member('92号楼 冯先生')
    await world.services.db.run(
      `insert into role_grants (role_grant_id, person_id, role, level, territory_id, shown_name, granted_at)
       select gen_random_uuid(), person_id, 'districtOfficer', 'district', $2, '冯科长', now() from memberships where membership_id = $1`,
      [membershipId, world.home.districtId],
    )
    const phone = world.newPhone()
    const body = {
      documentKind: 'citizenId',
      documentNumber,
      phone,
      code: '123456',
      reason: '手机丢了来补办。',
    } as const
    assert.equal((await sun.isRefused('movePhoneAtDesk', { params, body }, 'rule-refused')).code, 'role-held')
  })

  test('吴女士 blocks a neighbour: their requests and replies are gone for her alone, and come back', async () => {
    const { person: wu } = await member('92号楼 吴女士')
    const { person: loud } = await member('92号楼 吵先生')
    const { person: third } = await member('92号楼 安女士')
    const hers = await say(wu, '楼道里请不要放自行车。')
    const params = { communityId, serviceRequestId: hers.serviceRequestId }
    const his = await say(loud, '我就放在楼道里，怎么了。')
    const replied = await loud.does('replyToServiceRequest', { params, body: { text: '偏不搬走。' } })
    const entryId = replied.entries.at(-1)?.entryId ?? ''
    await wu.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: hers.serviceRequestId, entryId },
    })
    const { blockId } = await wu.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: his.serviceRequestId },
    })
    assert.deepEqual(
      (await wu.does('listBlocks')).blocks.map((one) => one.shownName),
      ['92号楼 吵先生'],
    )
    assert.ok(!(await feedOf(wu)).includes(his.text))
    assert.deepEqual((await wu.does('readServiceRequest', { params })).entries, [])
    assert.ok((await feedOf(third)).includes(his.text))
    assert.ok((await feedOf(sun)).includes(his.text), 'a role hears everybody')
    assert.equal((await sun.does('readServiceRequest', { params })).entries.length, 1)
    await loud.isRefused('unblockNeighbour', { params: { blockId } }, 'not-found')
    await wu.does('unblockNeighbour', { params: { blockId } })
    assert.ok((await feedOf(wu)).includes(his.text))

    assert.equal(
      (
        await wu.isRefused(
          'blockNeighbour',
          { params: { communityId }, body: { serviceRequestId: hers.serviceRequestId } },
          'rule-refused',
        )
      ).code,
      'own-words',
    )
    const answered = await sun.does('answerServiceRequest', {
      params,
      body: { text: '明天下午我们来清理楼道，请大家配合。' },
    })
    const byRole = answered.entries.find((entry) => entry.kind === 'answer')?.entryId ?? ''
    assert.equal(
      (
        await wu.isRefused(
          'blockNeighbour',
          { params: { communityId }, body: { serviceRequestId: hers.serviceRequestId, entryId: byRole } },
          'rule-refused',
        )
      ).code,
      'not-a-neighbour',
    )
  })
})
