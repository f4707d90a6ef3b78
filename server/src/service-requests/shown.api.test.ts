import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays, dateOnIn } from '@shequtong/domain/time'
import { plainPhoto } from '../../test/support/furnished-world.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

const reason = '配件要从厂里发过来，星期四到。'

/**
 * What is shown is kept in memory under its version, and the reply of a write is made of what was written: both must be what
 * the database says, for whoever asks.
 */
describe('what is shown is what stands there', () => {
  let world: TestWorld
  let wu: TestPerson
  let lu: TestPerson
  let sun: TestPerson
  let guo: TestPerson
  let communityId: number

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member(world.home, { shownName: '92号楼 吴女士' })
    lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
    sun = await world.inRole('committeeDirector', communityId, '孙主任')
    guo = await world.inRole('committeeSecretary', communityId, '郭书记')
  })
  after(() => world.close())

  const ask = async (text = '三楼的灯不亮，晚上看不见台阶。') => {
    const { serviceRequestId } = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'help', text, place: '92号楼' },
    })
    return { communityId, serviceRequestId }
  }
  const cardOf = async (person: TestPerson, serviceRequestId: string) =>
    (await person.does('listFeed', { params: { communityId } })).items
      .filter((one) => one.type === 'serviceRequest')
      .find((one) => one.serviceRequestId === serviceRequestId)

  test('the reply of every write is what its writer reads right afterwards', async () => {
    const bytes = await plainPhoto()
    const photo = async (person: TestPerson) =>
      (await person.does('uploadPhoto', { params: { communityId } }, { binary: { type: 'image/jpeg', bytes } })).photoId
    const submitted = await wu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'help', text: '楼道的窗关不上。', place: '92号楼', photoIds: [await photo(wu)] },
    })
    const params = { communityId, serviceRequestId: submitted.serviceRequestId }
    const sameAs = async (person: TestPerson, reply: unknown) => {
      assert.deepEqual(reply, await person.does('readServiceRequest', { params }))
      world.clock.advance({ minutes: 1 })
    }
    await sameAs(wu, submitted)
    await sameAs(sun, await sun.does('markServiceRequestRead', { params, body: {} }))
    const withPhoto = { text: '明天上午木工来看窗。', photoIds: [await photo(sun)], inOfficeName: true }
    await sameAs(sun, await sun.does('answerServiceRequest', { params, body: withPhoto }))
    await sameAs(lu, await lu.does('replyToServiceRequest', { params, body: { text: '我家那扇也关不上。' } }))
    await sameAs(guo, await guo.does('noteServiceRequest', { params, body: { text: '木工老陈的电话在本子上。' } }))
    const which = { text: '是照片上哪一扇？左边还是右边？', photoIds: [await photo(guo)] }
    await sameAs(guo, await guo.does('askBackServiceRequest', { params, body: which }))
    const thatOne = { text: '左边那一扇。', photoIds: [await photo(wu)] }
    await sameAs(wu, await wu.does('replyToServiceRequest', { params, body: thatOne }))
    const untilOn = addDays(dateOnIn(world.clock.now()), 3)
    await sameAs(guo, await guo.does('suspendServiceRequest', { params, body: { reason, untilOn } }))
    await sameAs(sun, await sun.does('resumeServiceRequest', { params, body: {} }))
    const colleagues = await sun.does('listRoleGrants', { params: { communityId } })
    const roleGrantId = colleagues.grants.find(({ shownName }) => shownName === '郭书记')?.roleGrantId ?? ''
    await sameAs(sun, await sun.does('assignServiceRequest', { params, body: { roleGrantId } }))
    await sameAs(sun, await sun.does('escalateServiceRequest', { params, body: { toLevel: 'subdistrict', reason } }))
    const result = '左边那扇窗换了合页，关得上了。'
    await sameAs(guo, await guo.does('resolveServiceRequest', { params, body: { result } }))
    const again = { reason: '今天又关不上了，合页松了。', photoIds: [await photo(wu), await photo(wu)] }
    await sameAs(wu, await wu.does('reopenServiceRequest', { params, body: again }))
    const { entries } = await sun.does('readServiceRequest', { params })
    assert.deepEqual(
      entries
        .filter(({ photos }) => photos.length > 0)
        .map(({ kind, photos }) => [kind, photos.map((one) => one.photoId)]),
      [
        ['answer', withPhoto.photoIds],
        ['askBack', which.photoIds],
        ['reply', thatOne.photoIds],
        ['reopening', again.photoIds],
      ],
    )
    await sameAs(guo, await guo.does('resolveServiceRequest', { params, body: { result } }))
    await sameAs(wu, await wu.does('confirmServiceRequest', { params, body: {} }))
  })

  test('a row of the inbox and of the officer above, read before, shows every change: state, who has it, names', async () => {
    const officer = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '街道顾科')
    const yu = await world.member(world.home, { shownName: '92号楼 俞先生' })
    const { serviceRequestId } = await yu.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '地下车库的坡道积水。', place: '车库' },
    })
    const params = { communityId, serviceRequestId }
    const rows = async () => {
      await world.settle()
      const lists = [
        (await guo.does('listInbox', { params: { communityId } })).items,
        (await officer.does('listCommunityItems', { params: { communityId } })).items,
      ]
      return lists.map((items) => {
        const row = items.find((one) => one.serviceRequestId === serviceRequestId)
        return row && [row.state, row.by, row.assignee, row.clock.stoppedAt !== null]
      })
    }
    const both = (row: unknown) => [row, row]
    assert.deepEqual(await rows(), both(['submitted', '92号楼 俞先生', null, false]))
    await guo.does('markServiceRequestRead', { params, body: {} })
    assert.deepEqual(await rows(), both(['read', '92号楼 俞先生', null, false]))
    const grants = (await guo.does('listRoleGrants', { params: { communityId } })).grants
    const roleGrantId = grants.find(({ shownName }) => shownName === '孙主任')?.roleGrantId ?? ''
    await guo.does('assignServiceRequest', { params, body: { roleGrantId } })
    assert.deepEqual(await rows(), both(['read', '92号楼 俞先生', '孙主任', false]))
    await world.ownerPool.query(`update role_grants set shown_name = '孙书记' where role_grant_id = $1`, [roleGrantId])
    await world.ownerPool.query(`update memberships set shown_name = '92号楼 老俞' where shown_name = '92号楼 俞先生'`)
    assert.deepEqual(await rows(), both(['read', '92号楼 老俞', '孙书记', false]))
    await world.ownerPool.query(`update role_grants set shown_name = '孙主任' where role_grant_id = $1`, [roleGrantId])
    await guo.does('answerServiceRequest', { params, body: { text: '水泵今天下午换，坡道明早就干了。' } })
    assert.deepEqual(await rows(), both(['answered', '92号楼 老俞', '孙主任', true]))
  })

  test('a thread and its card, read before, show every change to whoever reads them again', async () => {
    const params = await ask()
    const texts = async (person: TestPerson) =>
      (await person.does('readServiceRequest', { params })).entries.map((entry) => entry.text)
    for (const person of [wu, lu, sun]) assert.deepEqual(await texts(person), [])
    assert.equal((await cardOf(lu, params.serviceRequestId))?.answer, null)
    await sun.does('answerServiceRequest', { params, body: { text: '电工明天上午九点来换灯。' } })
    for (const person of [wu, lu, sun]) {
      assert.deepEqual(await texts(person), ['电工明天上午九点来换灯。'])
      const card = await cardOf(person, params.serviceRequestId)
      assert.deepEqual([card?.answer?.text, card?.answer?.by?.you], ['电工明天上午九点来换灯。', person === sun])
    }
    assert.deepEqual(
      [(await cardOf(wu, params.serviceRequestId))?.by.you, (await cardOf(lu, params.serviceRequestId))?.by.you],
      [true, false],
    )
  })

  test('a note is never in what a neighbour gets, whoever read the thread first', async () => {
    const params = await ask()
    await guo.does('noteServiceRequest', { params, body: { text: '这户老人怕生，请小高去。' } })
    const kinds = async (person: TestPerson) =>
      (await person.does('readServiceRequest', { params })).entries.map(({ kind }) => kind)
    assert.deepEqual(await kinds(guo), ['note'])
    assert.deepEqual(await kinds(lu), [])
    assert.deepEqual(await kinds(wu), [])
    assert.deepEqual(await kinds(sun), ['note'])
  })

  test('a name, a badge or a state that changes is the one that is shown, whichever statement changed it', async () => {
    const params = await ask()
    await lu.does('replyToServiceRequest', { params, body: { text: '我这里也看不见。' } })
    await sun.does('answerServiceRequest', { params, body: { text: '电工下午三点到。' } })
    const voices = async () => {
      const { by, entries } = await guo.does('readServiceRequest', { params })
      const card = await cardOf(guo, params.serviceRequestId)
      assert.deepEqual(card?.by, by)
      return [by, ...entries.map((entry) => entry.by)].map((voice) => `${voice?.shownName} ${voice?.party}`)
    }
    assert.deepEqual(await voices(), ['92号楼 吴女士 false', '92号楼 卢阿姨 false', '孙主任 false'])
    const sql = (text: string, values: unknown[]) => world.ownerPool.query(text, values)
    await sql(`update memberships set party = true where shown_name = $1`, ['92号楼 卢阿姨'])
    await sql(`update memberships set shown_name = $2 where shown_name = $1`, ['92号楼 吴女士', '92号楼 吴老师'])
    await sql(`update role_grants set shown_name = $2 where shown_name = $1`, ['孙主任', '孙霞主任'])
    assert.deepEqual(await voices(), ['92号楼 吴老师 false', '92号楼 卢阿姨 true', '孙霞主任 false'])
    await sql(`update memberships set shown_name = $2 where shown_name = $1`, ['92号楼 吴老师', '92号楼 吴女士'])
    await sql(`update role_grants set shown_name = $2 where shown_name = $1`, ['孙霞主任', '孙主任'])
  })

  test('words or a photo that an operator takes away are shown no more', async () => {
    const params = await ask('请看一下，门口这块砖翘起来了。')
    await sun.does('answerServiceRequest', { params, body: { text: '物业下午来铺平。' } })
    const seen = async () => (await lu.does('readServiceRequest', { params })).entries[0]?.text
    assert.equal(await seen(), '物业下午来铺平。')
    await world.ownerPool.query(`update service_request_entries set text = '已移除' where service_request_id = $1`, [
      params.serviceRequestId,
    ])
    assert.equal(await seen(), '已移除')
    assert.equal((await cardOf(lu, params.serviceRequestId))?.answer?.text, '已移除')
  })

  test('of two who read the same page, each finds what they blocked themselves left out, and nobody else does', async () => {
    const params = await ask()
    await lu.does('replyToServiceRequest', { params, body: { text: '我也想问这件事。' } })
    const li = await world.member(world.home, { shownName: '92号楼 李先生', trueName: '李小明' })
    const texts = async (person: TestPerson) =>
      (await person.does('readServiceRequest', { params })).entries.map((entry) => entry.text)
    assert.deepEqual(await texts(li), ['我也想问这件事。'])
    const { entries } = await li.does('readServiceRequest', { params })
    await li.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: params.serviceRequestId, entryId: entries[0]?.entryId ?? null },
    })
    assert.deepEqual(await texts(li), [])
    assert.deepEqual(await texts(wu), ['我也想问这件事。'])
    await li.does('blockNeighbour', {
      params: { communityId },
      body: { serviceRequestId: params.serviceRequestId, entryId: null },
    })
    assert.equal(await cardOf(li, params.serviceRequestId), undefined)
    assert.ok(await cardOf(lu, params.serviceRequestId))
  })
})
