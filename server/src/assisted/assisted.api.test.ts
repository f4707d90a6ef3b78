import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plainPhoto } from '../../test/support/furnished-world.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, inventIdNumber, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'

describe('代录: what a cadre or the family files for somebody', () => {
  let world: TestWorld
  let sun: TestPerson
  let guo: TestPerson
  let communityId: number
  let at: { params: { communityId: number } }

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    at = { params: { communityId } }
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
  })
  after(() => world.close())

  const photoOf = async (person: TestPerson): Promise<string> =>
    (await person.does('uploadPhoto', at, { binary: { type: 'image/jpeg', bytes: await plainPhoto() } })).photoId
  const codeFor = async (phone: string): Promise<string> => {
    await world.stranger().does('requestPhoneCode', { body: { phone } })
    world.clock.advance({ seconds: 61 })
    return (await world.lastSms(phone))?.values.code ?? ''
  }
  const paper = async (shownName: string, trueName: string, more: object = {}) => ({
    ...(await world.claim(world.home, { shownName, trueName })),
    compoundId: world.home.compoundId,
    phone: null,
    presence: 'present' as const,
    paperPhotoIds: [await photoOf(sun)],
    ...more,
  })
  const membershipOf = async (shownName: string): Promise<string> => {
    const { items } = await sun.does('listMembers', at)
    return items.find((one) => one.shownName === shownName)?.membershipId ?? ''
  }
  /** 金阿姨, who has no phone: registered at the counter and approved. */
  const atCounter = async (shownName: string, trueName: string, more: object = {}): Promise<string> => {
    const { registrationId } = await sun.does('registerOnBehalf', {
      ...at,
      body: await paper(shownName, trueName, more),
    })
    await guo.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    return membershipOf(shownName)
  }
  const member = async (shownName: string, trueName: string) => {
    const person = await world.visitor(shownName)
    const body = await world.claim(world.home, { shownName, trueName })
    const { registrationId } = await person.does('register', { params: { code: world.home.code }, body })
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    return { person, membershipId: await membershipOf(shownName) }
  }
  const request = (forMembershipId: string, more: object = {}) => ({
    ...at,
    body: { forMembershipId, kind: 'help' as const, text: '家里的灯管坏了，我换不动。', place: '83号', ...more },
  })

  test('金阿姨 has no phone: 孙主任 registers her from the paper, 郭书记 approves, she takes a receipt home', async () => {
    const body = await paper('92号楼 金阿姨', '金小妹')
    const receipt = await sun.does('registerOnBehalf', { ...at, body })
    assert.equal(receipt.filedByShownName, '孙主任')
    assert.deepEqual(receipt.refusedConsents, ['partyBadge', 'smsNotice'])
    assert.equal(receipt.paperCount, 1)
    const params = { communityId, registrationId: receipt.registrationId }
    const own = await sun.does('readRegistration', { params })
    assert.equal(own.filing?.byYou, true)
    assert.equal((await sun.isRefused('approveRegistration', { params, body: {} }, 'rule-refused')).code, 'own-filing')
    const bulk = { ...at, body: { registrationIds: [receipt.registrationId] } }
    assert.deepEqual((await sun.does('approveExactMatches', bulk)).approved, [])

    const seen = await guo.does('readRegistration', { params })
    assert.equal(seen.filing?.byShownName, '孙主任')
    const photoId = seen.filing?.paper[0]?.photoId ?? ''
    await guo.does('readPhoto', { params: { communityId, photoId, size: 'thumb' } })
    const { person: neighbour } = await member('92号楼 邻先生', '邻小好')
    await neighbour.isRefused('readPhoto', { params: { communityId, photoId, size: 'thumb' } }, 'not-found')
    await neighbour.isRefused('readRegistrationReceipt', { params }, 'not-permitted')

    const daughter = world.stranger('her daughter, with the QR code')
    assert.equal((await daughter.does('openReceipt', { params: { code: receipt.code } })).state, 'submitted')
    await guo.does('approveRegistration', { params, body: {} })
    const stands = await daughter.does('openReceipt', { params: { code: receipt.code.toLowerCase() } })
    assert.equal(stands.state, 'approved')
    assert.ok(!JSON.stringify(stands).includes('金'), 'the paper tells no name')
    await daughter.isRefused('openReceipt', { params: { code: '0123456789AB' } }, 'not-found')
    assert.deepEqual(await sun.does('readRegistrationReceipt', { params }), receipt)

    world.clock.advance({ days: 3 })
    await createJobs(world.services).runNow()
    await guo.does('readPhoto', { params: { communityId, photoId, size: 'full' } })
  })

  test('with a phone: proven by its code at the counter, the receipt goes there, and she can sign in with it', async () => {
    const number = world.newPhone()
    const wrong = await paper('92号楼 唐阿婆', '唐小芬', { phone: { number, code: '000' } })
    await sun.isRefused('registerOnBehalf', { ...at, body: wrong }, 'rule-refused')
    const phone = { number, code: await codeFor(number) }
    const receipt = await sun.does('registerOnBehalf', { ...at, body: { ...wrong, phone } })
    const sms = await world.lastSms(number)
    assert.deepEqual([sms?.template, sms?.values.code], ['registrationReceipt', receipt.code])
    const tang = await world.visitor('唐阿婆', number)
    assert.equal((await tang.does('readMe')).waitingRegistrationId, receipt.registrationId)
  })

  test("a daughter's number is not written over with her mother's name", async () => {
    const number = world.newPhone()
    const daughter = await world.visitor('女儿', number)
    const body = await world.claim(world.home, { shownName: '92号楼 丁女士', trueName: '丁小丽' })
    await daughter.does('register', { params: { code: world.home.code }, body })
    const phone = { number, code: await codeFor(number) }
    const refused = await sun.isRefused(
      'registerOnBehalf',
      { ...at, body: await paper('92号楼 丁阿婆', '丁小凤', { phone }) },
      'already-exists',
    )
    assert.equal(refused.code, 'phone-taken')
    const twice = await sun.isRefused(
      'registerOnBehalf',
      { ...at, body: await paper('92号楼 丁女士', '丁小丽', { documentNumber: body.documentNumber }) },
      'already-exists',
    )
    assert.equal(twice.code, 'registration-open')
  })

  test("a photo that is not the filer's, or none, is no paper", async () => {
    const body = await paper('92号楼 纸先生', '纸小白')
    const strange = { ...body, paperPhotoIds: [await photoOf(guo)] }
    const refused = await sun.isRefused('registerOnBehalf', { ...at, body: strange }, 'invalid-input')
    assert.equal(refused.errors?.[0]?.pointer, '/paperPhotoIds')
    await sun.isRefused('registerOnBehalf', { ...at, body: { ...body, paperPhotoIds: [] } }, 'invalid-input')
  })

  test('孙主任 files a request for her: it is hers, shows who filed it, and another hand confirms on her word', async () => {
    const forMembershipId = await atCounter('92号楼 金阿婆', '金小珠')
    const { boards } = await sun.does('listBoards', { params: { communityId } })
    const { boardId = null } = boards.find(({ kind }) => kind === 'property') ?? {}
    const receipt = await sun.does('fileServiceRequestOnBehalf', request(forMembershipId, { boardId }))
    assert.equal(receipt.shownName, '92号楼 金阿婆')
    const params = { communityId, serviceRequestId: receipt.serviceRequestId }
    const seen = await guo.does('readServiceRequest', { params })
    assert.ok(boardId !== null && seen.boardId === boardId, 'where she said it')
    assert.equal(seen.by.shownName, '92号楼 金阿婆')
    assert.deepEqual(seen.by.filedBy, { shownName: '孙主任', role: 'committeeDirector' })
    assert.equal((await world.stranger().does('openReceipt', { params: { code: receipt.code } })).state, 'submitted')
    assert.equal(
      (await guo.isRefused('confirmOnTheirWord', { params, body: {} }, 'transition-refused')).from,
      'submitted',
    )
    await sun.does('resolveServiceRequest', { params, body: { result: '下午上门换好了灯管，亮了。' } })
    assert.equal((await sun.isRefused('confirmOnTheirWord', { params, body: {} }, 'rule-refused')).code, 'own-result')
    assert.equal((await guo.does('confirmOnTheirWord', { params, body: {} })).state, 'confirmed')
    const entry = (await guo.does('readServiceRequest', { params })).entries.at(-1)
    assert.equal(entry?.kind, 'confirmation')
    assert.equal(entry?.by?.shownName, '92号楼 金阿婆')
    assert.deepEqual(entry?.by?.filedBy, { shownName: '郭书记', role: 'committeeSecretary' })
  })

  test('the paper of a request is the committee’s and the asker’s; her word comes by telephone and is told as such', async () => {
    const number = world.newPhone()
    const phone = { number, code: await codeFor(number) }
    const forMembershipId = await atCounter('92号楼 盛阿婆', '盛小英', { phone })
    const [shown, signed, loose] = [await photoOf(sun), await photoOf(sun), await photoOf(guo)]
    const strange = request(forMembershipId, { paperPhotoIds: [loose] })
    const refused = await sun.isRefused('fileServiceRequestOnBehalf', strange, 'invalid-input')
    assert.equal(refused.errors?.[0]?.pointer, '/paperPhotoIds')
    const receipt = await sun.does(
      'fileServiceRequestOnBehalf',
      request(forMembershipId, { photoIds: [shown], paperPhotoIds: [signed], presence: 'atHome' }),
    )
    const params = { communityId, serviceRequestId: receipt.serviceRequestId }
    const twice = request(forMembershipId, { photoIds: [signed] })
    await sun.isRefused('fileServiceRequestOnBehalf', twice, 'invalid-input')

    const filing = await guo.does('readRequestFiling', { params })
    assert.deepEqual(
      { ...filing, presence: null, paper: [], obstacle: null, mayConfirm: false },
      {
        ...receipt,
        presence: null,
        paper: [],
        obstacle: null,
        mayConfirm: false,
      },
    )
    assert.equal(filing.presence, 'atHome')
    assert.deepEqual(
      filing.paper.map(({ photoId }) => photoId),
      [signed],
    )
    const photoAt = (photoId: string) => ({ params: { communityId, photoId, size: 'thumb' as const } })
    const thread = await guo.does('readServiceRequest', { params })
    assert.deepEqual(
      thread.photos.map(({ photoId }) => photoId),
      [shown],
    )
    await guo.does('readPhoto', photoAt(signed))
    const sheng = await world.visitor('盛阿婆', number)
    await sheng.does('readPhoto', photoAt(signed))
    const { person: neighbour } = await member('92号楼 路先生', '路小远')
    await neighbour.does('readPhoto', photoAt(shown))
    await neighbour.isRefused('readPhoto', photoAt(signed), 'not-found')
    await neighbour.isRefused('readRequestFiling', { params }, 'not-found')

    await guo.does('resolveServiceRequest', { params, body: { result: '上午换好了灯管，盛阿婆看着亮的。' } })
    const waiting = await sun.does('listAwaitingWord', at)
    const row = waiting.items.find((one) => one.serviceRequestId === receipt.serviceRequestId)
    assert.deepEqual([row?.shownName, row?.obstacle], ['92号楼 盛阿婆', null])
    assert.deepEqual(await guo.does('readRequestFiling', { params }).then((own) => [own.obstacle, own.mayConfirm]), [
      'own-result',
      false,
    ])
    assert.deepEqual((await neighbour.does('listAwaitingWord', at)).items, [])
    assert.equal((await sun.does('readRequestFiling', { params })).mayConfirm, true)
    await sun.does('confirmOnTheirWord', { params, body: { presence: 'byPhone', words: '亮堂多了，谢谢。' } })
    const entry = (await sheng.does('readServiceRequest', { params })).entries.at(-1)
    assert.deepEqual([entry?.kind, entry?.to, entry?.text], ['confirmation', 'byPhone', '亮堂多了，谢谢。'])
    const left = await sun.does('listAwaitingWord', at)
    assert.ok(left.items.every((one) => one.serviceRequestId !== receipt.serviceRequestId))
    world.clock.advance({ days: 8 })
    await createJobs(world.services).runNow()
    await guo.does('readPhoto', { params: { communityId, photoId: signed, size: 'full' } })
  })

  test('her own account holds what was filed for her, and she confirms herself', async () => {
    const number = world.newPhone()
    const phone = { number, code: await codeFor(number) }
    const forMembershipId = await atCounter('92号楼 潘阿婆', '潘小云', { phone })
    const { serviceRequestId, code } = await sun.does('fileServiceRequestOnBehalf', request(forMembershipId))
    assert.deepEqual(await world.lastSms(number).then((sms) => [sms?.template, sms?.values.code]), [
      'requestReceipt',
      code,
    ])
    const pan = await world.visitor('潘阿婆', number)
    const mine = await pan.does('listMyServiceRequests', at)
    assert.deepEqual(
      mine.items.map((one) => one.serviceRequestId),
      [serviceRequestId],
    )
    const params = { communityId, serviceRequestId }
    await guo.does('resolveServiceRequest', { params, body: { result: '上午已经上门换好了灯管。' } })
    await world.settle()
    await createJobs(world.services).runNow()
    assert.equal((await world.lastSms(number))?.template, 'requestResolved')
    assert.equal((await pan.does('confirmServiceRequest', { params, body: {} })).state, 'confirmed')
  })

  test('family: only from the same dwelling, with a consent, until it is taken back', async () => {
    const { person: mother, membershipId: motherId } = await member('92号楼 白阿姨', '白小萍')
    const { person: son, membershipId: sonId } = await member('92号楼 白先生', '白小龙')
    const other = await world.visitor('of another door')
    const { registrationId } = await other.does('register', {
      params: { code: world.home.code },
      body: {
        ...(await world.claim(world.home, { shownName: '1号楼 外先生', trueName: '外小来' })),
        dwellingId: await world.door(world.home, '1号楼', '1 单元', '101'),
      },
    })
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    const otherId = await membershipOf('1号楼 外先生')

    assert.equal(
      (await son.isRefused('fileServiceRequestOnBehalf', request(motherId), 'rule-refused')).code,
      'consent-needed',
    )
    await other.isRefused('fileServiceRequestOnBehalf', request(motherId), 'not-found')
    await mother.isRefused('allowHelper', { ...at, body: { helperMembershipId: otherId } }, 'not-found')
    assert.equal(
      (await mother.isRefused('allowHelper', { ...at, body: { helperMembershipId: motherId } }, 'rule-refused')).code,
      'own-membership',
    )
    await mother.does('allowHelper', { ...at, body: { helperMembershipId: sonId } })
    const { members } = await son.does('listHousehold', at)
    assert.equal(members.find((one) => one.membershipId === motherId)?.iMayActFor, true)
    const { serviceRequestId } = await son.does(
      'fileServiceRequestOnBehalf',
      request(motherId, { visibility: 'private' }),
    )
    const read = { params: { communityId, serviceRequestId } }
    assert.deepEqual((await son.does('readServiceRequest', read)).may, ['reply'], 'he wrote it down, and moves nothing')
    const hers = await mother.does('readServiceRequest', { params: { communityId, serviceRequestId } })
    assert.deepEqual(hers.by.filedBy, { shownName: '92号楼 白先生', role: null })
    assert.equal(hers.by.you, true)

    await mother.does('stopHelper', { ...at, body: { helperMembershipId: sonId } })
    await son.isRefused('readServiceRequest', read, 'not-found')
    await mother.isRefused('stopHelper', { ...at, body: { helperMembershipId: sonId } }, 'not-found')
    await son.isRefused('fileServiceRequestOnBehalf', request(motherId), 'rule-refused')
    const recorded = { ...at, body: { membershipId: motherId, helperMembershipId: sonId } }
    await sun.does('recordHelper', recorded)
    assert.equal(
      (
        await sun.isRefused(
          'recordHelper',
          { ...at, body: { membershipId: motherId, helperMembershipId: motherId } },
          'rule-refused',
        )
      ).code,
      'own-membership',
    )
    const again = await son.does('fileServiceRequestOnBehalf', request(motherId))
    const params = { communityId, serviceRequestId: again.serviceRequestId }
    assert.equal((await son.does('readRequestFiling', { params })).mayConfirm, false)
    await guo.does('resolveServiceRequest', { params, body: { result: '灯管换好了，白阿姨看过。' } })
    assert.deepEqual(
      (await son.does('listAwaitingWord', at)).items.map((one) => one.serviceRequestId),
      [again.serviceRequestId],
    )
    assert.equal((await son.does('confirmOnTheirWord', { params, body: {} })).state, 'confirmed')
    const plain = await mother.does('submitServiceRequest', {
      ...at,
      body: { kind: 'help', text: '我自己说的一件事。', place: '92号楼' },
    })
    assert.equal(plain.by.filedBy, null)
    assert.equal(
      (
        await son.isRefused(
          'confirmOnTheirWord',
          { params: { communityId, serviceRequestId: plain.serviceRequestId }, body: {} },
          'rule-refused',
        )
      ).code,
      'not-filed-on-behalf',
    )
  })

  test('a child of nine joins through its mother and only so; she speaks for it', async () => {
    const { person: mother, membershipId } = await member('92号楼 姜女士', '姜小梅')
    const child = {
      ...(await world.claim(world.home, { shownName: '92号楼 姜小朋友', trueName: '姜小苗', tenure: 'family' })),
      documentNumber: inventIdNumber('2017-05-04'),
    }
    const params = { code: world.home.code }
    const stranger = await world.visitor('somebody')
    const alone = await stranger.isRefused('register', { params, body: child }, 'rule-refused')
    assert.equal(alone.code, 'guardian-needed')
    await stranger.isRefused(
      'register',
      { params, body: { ...child, guardianMembershipId: membershipId } },
      'invalid-input',
    )
    const elsewhere = { ...child, dwellingId: await world.door(world.home, '1号楼', '1 单元', '201') }
    const unfit = await mother.isRefused(
      'register',
      { params, body: { ...elsewhere, shownName: '1号楼 姜小朋友', guardianMembershipId: membershipId } },
      'rule-refused',
    )
    assert.equal(unfit.code, 'guardian-not-fit')
    const { registrationId } = await mother.does('register', {
      params,
      body: { ...child, guardianMembershipId: membershipId },
    })
    assert.equal((await mother.does('readMyRegistration', { params: { registrationId } })).state, 'submitted')
    assert.equal(
      (await sun.does('readRegistration', { params: { communityId, registrationId } })).guardian,
      '92号楼 姜女士',
    )
    await sun.does('approveRegistration', { params: { communityId, registrationId }, body: {} })
    const grown = { ...child, documentNumber: inventIdNumber('1990-01-01'), guardianMembershipId: membershipId }
    assert.equal(
      (await mother.isRefused('register', { params, body: grown }, 'rule-refused')).code,
      'guardian-not-needed',
    )
    const forMembershipId = await membershipOf('92号楼 姜小朋友')
    await mother.does('fileServiceRequestOnBehalf', request(forMembershipId, { text: '滑梯上有一颗钉子翘起来了。' }))
    const { person: uncle } = await member('92号楼 姜先生', '姜小军')
    await uncle.isRefused('fileServiceRequestOnBehalf', request(forMembershipId), 'rule-refused')
  })

  test('a child at the counter: only with a guardian of that home, at home, and for no business', async () => {
    const { membershipId } = await member('92号楼 祝女士', '祝小兰')
    const register = (body: object) => ({ ...at, body: body as Awaited<ReturnType<typeof paper>> })
    const child = await paper('92号楼 祝小朋友', '祝小满', { documentNumber: inventIdNumber('2018-03-04') })
    const alone = await sun.isRefused('registerOnBehalf', register(child), 'rule-refused')
    assert.equal(alone.code, 'guardian-needed')
    const named = { ...child, guardianMembershipId: membershipId }
    const elsewhere = { ...named, dwellingId: await world.door(world.home, '1号楼', '1 单元', '201') }
    const far = { ...elsewhere, shownName: '1号楼 祝小朋友' }
    assert.equal((await sun.isRefused('registerOnBehalf', register(far), 'rule-refused')).code, 'guardian-not-fit')
    const shop = { ...named, memberKind: 'merchant' }
    assert.equal(
      (await sun.isRefused('registerOnBehalf', register(shop), 'rule-refused')).code,
      'member-kind-not-for-children',
    )
    const { registrationId } = await sun.does('registerOnBehalf', register(named))
    const params = { communityId, registrationId }
    assert.equal((await guo.does('readRegistration', { params })).guardian, '92号楼 祝女士')
    await guo.does('approveRegistration', { params, body: {} })
    assert.notEqual(await membershipOf('92号楼 祝小朋友'), '')
  })
})
