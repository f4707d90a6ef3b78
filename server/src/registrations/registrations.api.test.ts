import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Problem } from '@shequtong/contract/problems'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, inventIdNumber, type TestWorld } from '../../test/support/test-world.ts'
import { importRoll } from '../dwelling-roll/import.ts'
import { transaction } from '../platform/database/db.ts'

describe('a stranger becomes a neighbour (S01, S02, S03)', () => {
  let world: TestWorld
  let sun: TestPerson
  let communityId: number
  let code: string

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    code = world.home.code
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
  })
  after(() => world.close())

  /** Puts somebody on the roll of 92号楼 2 单元 502 and gives the claim they would make. */
  const onRoll = async (trueName: string, phone: string, more: { rollPhone?: string; rollName?: string } = {}) => {
    const claim = { ...(await world.claim(world.home)), trueName, shownName: `92号楼 ${trueName.slice(0, 1)}女士` }
    await transaction(world.services.pool, (tx) =>
      importRoll(tx, world.services.vault, world.home, [
        {
          subArea: '北块',
          building: '92号楼',
          staircase: '2 单元',
          room: '502',
          floor: 5,
          floorAreaCm2: 713_600,
          floorAreaSource: 'register',
          persons: [
            {
              name: more.rollName ?? trueName,
              documentNumber: claim.documentNumber,
              phone: `+86${more.rollPhone ?? phone}`,
              tenure: 'propertyOwner',
            },
          ],
        },
      ]),
    )
    return claim
  }

  const register = (person: TestPerson, claim: object) =>
    person.does('register', { params: { code }, body: claim as never })
  const params = (registrationId: string) => ({ communityId, registrationId })

  test('吴女士 scans, registers as on the roll, waits without seeing the community, and is approved', async () => {
    const phone = world.newPhone()
    const wu = await world.visitor('吴女士', phone)
    const page = await wu.does('openJoinCode', { params: { code } })
    assert.equal(page.status, 'current')
    const registration = await register(wu, await onRoll('吴小云', phone))
    assert.equal(registration.state, 'submitted')
    assert.equal(registration.dwelling, '92号楼 2 单元 502')
    await wu.isRefused('listFeed', { params: { communityId } }, 'not-found')

    const list = await sun.does('listRegistrations', { params: { communityId } })
    const row = list.items.find((item) => item.registrationId === registration.registrationId)
    assert.equal(row?.exact, true)
    const review = await sun.does('readRegistration', { params: params(registration.registrationId) })
    assert.deepEqual(
      review.comparison.map((line) => [line.field, line.verdict]),
      [
        ['name', 'same'],
        ['idNumber', 'same'],
        ['phone', 'same'],
        ['dwelling', 'same'],
        ['tenure', 'same'],
      ],
    )
    assert.ok(!JSON.stringify(review).includes('吴小云'), 'only masks stand beside the claim')

    await sun.does('approveRegistration', { params: params(registration.registrationId), body: {} })
    const me = await wu.does('readMe')
    assert.equal(me.hats[0]?.shownName, '92号楼 吴女士')
    assert.equal(me.actingHatId, me.hats[0]?.hatId)
    assert.deepEqual((await wu.does('listFeed', { params: { communityId } })).items, [])
  })

  test('a phone that differs from the roll is marked, and the rest stays the same', async () => {
    const phone = world.newPhone()
    const wu = await world.visitor('吴晓', phone)
    const registration = await register(wu, await onRoll('吴晓晓', phone, { rollPhone: world.newPhone() }))
    const review = await sun.does('readRegistration', { params: params(registration.registrationId) })
    assert.equal(review.differing, 1)
    assert.equal(review.comparison.find((line) => line.field === 'phone')?.verdict, 'different')
    assert.match(review.comparison.find((line) => line.field === 'phone')?.claimed ?? '', /^\d{3}\*{4}\d{4}$/)
  })

  test('somebody who is not on the roll is refused with a reason, reads it, and applies again', async () => {
    const lin = await world.visitor('林先生')
    const claim = { ...(await world.claim(world.home)), trueName: '林一一', shownName: '92号楼 林先生' }
    const first = await register(lin, claim)
    await sun.does('refuseRegistration', {
      params: params(first.registrationId),
      body: { reason: '名册上这一户没有您，请带租房合同到居委会来一趟。' },
    })
    const read = await lin.does('readMyRegistration', { params: { registrationId: first.registrationId } })
    assert.equal(read.state, 'refused')
    assert.match(read.reason ?? '', /租房合同/)
    const second = await register(lin, claim)
    assert.equal(second.state, 'submitted')
    await sun.isRefused('approveRegistration', { params: params(first.registrationId), body: {} }, 'transition-refused')
  })

  test('孙主任 asks back, 林女士 answers, and it waits for the committee again', async () => {
    const lin = await world.visitor('林女士')
    const registration = await register(lin, {
      ...(await world.claim(world.home)),
      trueName: '林小小',
      shownName: '92号楼 林女士',
    })
    await sun.does('askBackRegistration', {
      params: params(registration.registrationId),
      body: { question: '您是业主本人，还是家里人？' },
    })
    assert.equal(
      (await lin.does('readMyRegistration', { params: { registrationId: registration.registrationId } })).reason,
      '您是业主本人，还是家里人？',
    )
    await lin.does('replyToAskBack', {
      params: { registrationId: registration.registrationId },
      body: { text: '我是业主的女儿。' },
    })
    const review = await sun.does('readRegistration', { params: params(registration.registrationId) })
    assert.equal(review.state, 'submitted')
    assert.equal(review.answerToQuestion, '我是业主的女儿。')
    await lin.does('withdrawRegistration', { params: { registrationId: registration.registrationId }, body: {} })
  })

  test('after 24 hours it is overdue, and not a minute before', async () => {
    const he = await world.visitor('何先生')
    const registration = await register(he, {
      ...(await world.claim(world.home)),
      trueName: '何小国',
      shownName: '92号楼 何先生',
    })
    const overdue = async () =>
      (await sun.does('readRegistration', { params: params(registration.registrationId) })).overdue
    const submittedAt = Date.parse(registration.submittedAt)
    world.clock.set(new Date(submittedAt + 24 * 3_600_000))
    assert.equal(await overdue(), false)
    world.clock.advance({ seconds: 1 })
    assert.equal(await overdue(), true)
  })

  test('bulk approval takes exact matches and leaves the others to a person', async () => {
    const phone = world.newPhone()
    const exact = await register(await world.visitor('徐女士', phone), await onRoll('徐小华', phone))
    const differing = await register(await world.visitor('钱先生'), {
      ...(await world.claim(world.home)),
      trueName: '钱小明',
      shownName: '92号楼 钱先生',
    })
    const done = await sun.does('approveExactMatches', {
      params: { communityId },
      body: { registrationIds: [exact.registrationId, differing.registrationId] },
    })
    assert.deepEqual(done, { approved: [exact.registrationId], left: [differing.registrationId] })
  })

  test('a wrong last digit, a birth date in the future and a document somebody else holds are refused at the field', async () => {
    const he = await world.visitor('贺女士')
    const claim = { ...(await world.claim(world.home)), trueName: '贺小兰', shownName: '92号楼 贺女士' }
    const last = claim.documentNumber.at(-1) === '1' ? '2' : '1'
    const wrong = await he.isRefused(
      'register',
      { params: { code }, body: { ...claim, documentNumber: claim.documentNumber.slice(0, 17) + last } },
      'invalid-input',
    )
    assert.deepEqual(
      wrong.errors?.map((error) => [error.pointer, error.code]),
      [['/documentNumber', 'id-number-checksum']],
    )
    const future = await he.isRefused(
      'register',
      { params: { code }, body: { ...claim, documentNumber: inventIdNumber('2031-01-01') } },
      'invalid-input',
    )
    assert.equal(future.errors?.[0]?.code, 'id-number-birth-in-future')
    await register(he, claim)
  })

  test('whoever tries a neighbour’s ID number learns nothing; the committee sees it, and approves one person of a document', async () => {
    const communityId = world.home.communityId
    const document = inventIdNumber()
    const claim = { ...(await world.claim(world.home)), trueName: '尤小梅', documentNumber: document }
    const you = await world.visitor('尤女士')
    const first = await register(you, { ...claim, shownName: '92号楼 尤女士' })
    const again = await world.visitor('尤女士的新号码')
    const second = await register(again, { ...claim, shownName: '92号楼 尤阿姨' })
    const seen = ({ registrationId: _, shownName: __, submittedAt: ___, reviewBy: ____, ...rest }: typeof first) => rest
    assert.deepEqual(seen(second), seen(first), 'the applicant reads what everybody reads')

    const at = ({ registrationId }: typeof first) => ({ params: { communityId, registrationId } })
    assert.equal((await sun.does('readRegistration', at(first))).documentTaken, false)
    assert.equal((await sun.does('readRegistration', at(second))).documentTaken, true)
    const refused = await sun.isRefused('approveRegistration', { ...at(second), body: {} }, 'rule-refused')
    assert.equal(refused.code, 'document-taken')
    const bulk = await sun.does('approveExactMatches', {
      params: { communityId },
      body: { registrationIds: [second.registrationId] },
    })
    assert.deepEqual(bulk, { approved: [], left: [second.registrationId] })
    await sun.does('approveRegistration', { ...at(first), body: {} })
    await sun.isRefused('approveRegistration', { ...at(second), body: {} }, 'rule-refused')
    const { vault, db } = world.services
    const holder = await vault.findPersonByDocument(db, 'citizenId', document)
    const { personId } = await db.one<{ personId: string }>(
      `select person_id as "personId" from registrations where registration_id = $1`,
      [first.registrationId],
    )
    assert.equal(holder, personId, 'the document finds whoever had it first')

    await vault.erase(db, personId, world.clock.now())
    await sun.does('approveRegistration', { ...at(second), body: {} })
    assert.notEqual(await vault.findPersonByDocument(db, 'citizenId', document), personId)
  })

  test('a member stays who they were checked as: a claim elsewhere with another document is refused, known here or not', async () => {
    const [, elsewhere] = world.compounds
    assert.ok(elsewhere)
    const known = inventIdNumber()
    await register(await world.visitor('柏先生'), { ...(await world.claim(world.home)), documentNumber: known })
    const lan = await world.member(world.home, { shownName: '92号楼 兰女士', trueName: '兰小芳' })
    for (const documentNumber of [known, inventIdNumber()]) {
      const body = { ...(await world.claim(elsewhere)), documentNumber }
      const refused: Problem = await lan.isRefused(
        'register',
        { params: { code: elsewhere.code }, body },
        'rule-refused',
      )
      assert.equal(refused.code, 'document-differs')
    }
  })

  test('a child of thirteen is sent to a guardian, fourteen may register', async () => {
    const child = await world.visitor('小何')
    const claim = { ...(await world.claim(world.home)), trueName: '何小宝', shownName: '92号楼 小何' }
    const year = world.clock.now().getFullYear()
    const refusal = await child.isRefused(
      'register',
      { params: { code }, body: { ...claim, documentNumber: inventIdNumber(`${year - 13}-01-02`) } },
      'rule-refused',
    )
    assert.equal(refusal.code, 'guardian-needed')
    await register(child, { ...claim, documentNumber: inventIdNumber(`${year - 15}-01-02`) })
  })

  test('without the required consents nothing is stored, and the Party badge needs its own', async () => {
    const zhao = await world.visitor('赵女士')
    const claim = { ...(await world.claim(world.home)), trueName: '赵小红', shownName: '92号楼 赵女士' }
    const refusal = await zhao.isRefused(
      'register',
      { params: { code }, body: { ...claim, consents: ['service'] } },
      'rule-refused',
    )
    assert.equal(refusal.code, 'consent-needed')
    await register(zhao, { ...claim, consents: [...claim.consents, 'partyBadge'] })
  })

  test("a code opens its own compound: another community's door is unknown there", async () => {
    const other = world.compounds[1]
    assert.ok(other)
    const qian = await world.visitor('钱女士')
    const foreign = { ...(await world.claim(other)), trueName: '钱小小', shownName: '92号楼 钱女士' }
    const refusal = await qian.isRefused('register', { params: { code }, body: foreign }, 'invalid-input')
    assert.deepEqual(
      refusal.errors?.map((error) => [error.pointer, error.code]),
      [['/dwellingId', 'dwelling-unknown']],
    )
  })

  test('孙主任 looks at the full number with a reason: it is logged, and 周女士 reads who, what and why', async () => {
    const zhou = await world.visitor('周女士')
    const claim = { ...(await world.claim(world.home)), trueName: '周小立', shownName: '92号楼 周女士' }
    const registration = await register(zhou, claim)
    const reason = '名册上少一位，和身份证复印件核对。'
    const revealed = await sun.does('revealApplicant', {
      params: params(registration.registrationId),
      body: { fields: ['documentNumber'], reason },
    })
    assert.deepEqual(revealed, { documentNumber: claim.documentNumber })
    const looked = await zhou.does('listMyLookUps')
    assert.deepEqual(
      looked.items.map(({ byShownName, byRole, fields, reason: why }) => ({ byShownName, byRole, fields, why })),
      [{ byShownName: '孙主任', byRole: 'committeeDirector', fields: ['documentNumber'], why: reason }],
    )
    await sun.isRefused(
      'revealApplicant',
      { params: params(registration.registrationId), body: { fields: ['trueName'], reason: '看看' } },
      'invalid-input',
    )
  })

  test('what was revealed stays nowhere outside the vault: not in stored replies, not in events', async () => {
    const { stored } = await world.services.db.one<{ stored: string }>(
      `select coalesce((select string_agg(kept, ' ') from idempotency_keys), '')
           || coalesce((select string_agg(payload::text, ' ') from events), '')
           || coalesce((select string_agg(title, ' ') from notifications), '') as stored`,
    )
    assert.doesNotMatch(stored, /\d{17}[\dX]/, 'no ID number')
    assert.ok(!stored.includes('周小立') && !stored.includes('吴小云'), 'no true name')
  })

  test('孙主任 may not decide about herself', async () => {
    const own = await register(sun, {
      ...(await world.claim(world.home)),
      trueName: '孙小霞',
      shownName: '92号楼 孙女士',
    })
    const refusal = await sun.isRefused(
      'approveRegistration',
      { params: params(own.registrationId), body: {} },
      'rule-refused',
    )
    assert.equal(refusal.code, 'own-registration')
    const left = await sun.does('approveExactMatches', {
      params: { communityId },
      body: { registrationIds: [own.registrationId] },
    })
    assert.deepEqual(left.approved, [])
  })

  test('a page loaded twice registers once, and a refused registration is not handed in beside a new one', async () => {
    const ding = await world.visitor('丁女士')
    const claim = { ...(await world.claim(world.home)), trueName: '丁小香', shownName: '92号楼 丁女士' }
    const presses = await Promise.all(
      Array.from({ length: 8 }, () => ding.send('register', { params: { code }, body: claim as never })),
    )
    assert.deepEqual(presses.map((press) => press.status).sort(), [200, 409, 409, 409, 409, 409, 409, 409])
    const first = presses.find((press) => press.status === 200)?.reply
    assert.ok(first)
    await sun.does('refuseRegistration', { params: params(first.registrationId), body: { reason: '请带合同来一趟。' } })
    await register(ding, claim)
    const own = { registrationId: first.registrationId }
    await ding.isRefused('replyToAskBack', { params: own, body: { text: '合同带来了。' } }, 'already-exists')
    const told = await ding.isRefused(
      'replyToAskBack',
      { params: own, body: { text: '我的身份证 11010519491231002X' } },
      'invalid-input',
    )
    assert.equal(told.errors?.[0]?.code, 'personal-data-in-text')
  })

  test('two members of the committee decide at once: one decision stands', async () => {
    const guo = await world.inRole('committeeSecretary', communityId, '郭书记')
    const registration = await register(await world.visitor('吕女士'), {
      ...(await world.claim(world.home)),
      trueName: '吕小青',
      shownName: '92号楼 吕女士',
    })
    const decisions = await Promise.all([
      sun.send('approveRegistration', { params: params(registration.registrationId), body: {} }),
      guo.send('refuseRegistration', {
        params: params(registration.registrationId),
        body: { reason: '请带合同再来一次。' },
      }),
    ])
    assert.deepEqual(decisions.map((decision) => decision.status).sort(), [200, 409])
  })
})
