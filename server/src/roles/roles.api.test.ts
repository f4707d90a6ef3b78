import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

let world: TestWorld
before(async () => {
  world = await createTestWorld()
})
after(() => world.close())

const home = () => ({ communityId: world.home.communityId })
const street = () => ({ level: 'subdistrict' as const, territoryId: world.home.subdistrictId })
const district = () => ({ level: 'district' as const, territoryId: world.home.districtId })
const holder = (phone: string, shownName: string, endsOn: string | null = null) => ({ phone, shownName, endsOn })
const member = (phone: string, shownName: string, role = 'committeeMember' as const) => ({
  ...holder(phone, shownName),
  role,
  buildingId: null,
})

describe('roles are given downwards', () => {
  it('杜科长 appoints the street, the street the secretary, the secretary a member, who signs in and is one', async () => {
    const du = await world.inRole('districtOfficer', world.home.districtId, '杜科长')
    const [streetPhone, secretaryPhone, memberPhone] = [world.newPhone(), world.newPhone(), world.newPhone()]
    await du.does('appointOfficer', { params: street(), body: holder(streetPhone, '友谊路街道 王科长') })
    const twice = { params: street(), body: holder(streetPhone, '友谊路街道 王科长') }
    assert.equal((await du.isRefused('appointOfficer', twice, 'already-exists')).code, 'role-held')
    const wang = await world.visitor('王科长', streetPhone)
    await wang.does('grantRole', {
      params: home(),
      body: { ...holder(secretaryPhone, '郭书记'), role: 'committeeSecretary', buildingId: null },
    })
    const guo = await world.visitor('郭书记', secretaryPhone)
    const made = await guo.does('grantRole', { params: home(), body: member(memberPhone, '李干部') })
    assert.equal(made.grantedBy, '郭书记')
    assert.equal(made.living && made.mayEnd, true)
    const own = (await guo.does('listRoleGrants', { params: home() })).grants.find((one) => one.shownName === '郭书记')
    assert.deepEqual([own?.mayEnd, own?.mayHandOver], [false, true], 'hands over what she cannot end')
    const li = await world.visitor('李干部', memberPhone)
    const me = await li.does('readMe', {})
    assert.deepEqual(
      me.hats.map(({ role, shownName }) => [role, shownName]),
      [['committeeMember', '李干部']],
    )
    const seen = await wang.does('listRoleGrants', { params: home() })
    assert.deepEqual(seen.grants.map(({ shownName }) => shownName).sort(), ['李干部', '郭书记'])
    const offices = await du.does('listOfficers', { params: street() })
    assert.ok(offices.grants.some(({ shownName, mayEnd }) => shownName === '友谊路街道 王科长' && mayEnd))
    const facts = await world.services.db.many<{ type: string }>(`select type from events where aggregate_id = $1`, [
      made.roleGrantId,
    ])
    assert.deepEqual(facts, [{ type: 'role.granted' }])
  })

  it('a director names no second director, a member nobody, a neighbouring street learns nothing', async () => {
    const director = await world.inRole('committeeDirector', world.home.communityId, '孙主任')
    const body = { ...holder(world.newPhone(), '另一位主任'), role: 'committeeDirector' as const, buildingId: null }
    await director.isRefused('grantRole', { params: home(), body }, 'not-permitted')
    const lead = await world.inRole('buildingLead', world.home.communityId, '楼组长')
    await lead.isRefused('listRoleGrants', { params: home() }, 'not-permitted')
    const other = world.compounds.find((one) => one.subdistrictId !== world.home.subdistrictId)
    const nextStreet = await world.inRole('subdistrictOfficer', other?.subdistrictId ?? 0, '庙行镇 张科长')
    await nextStreet.isRefused('listRoleGrants', { params: home() }, 'not-found')
    await nextStreet.isRefused('grantRole', { params: home(), body }, 'not-found')
    await nextStreet.isRefused('listOfficers', { params: street() }, 'not-found')
    await nextStreet.isRefused(
      'appointOfficer',
      { params: street(), body: holder('13800138000', '自己人') },
      'not-found',
    )
    await director.isRefused('listOfficers', { params: district() }, 'not-found')
    const own = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '本街道')
    await own.isRefused('appointOfficer', { params: street(), body: holder(world.newPhone(), '同级') }, 'not-permitted')
  })

  it('one living grant of a role for a person; a grant whose last day has passed is over and may be given anew', async () => {
    const guo = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
    const phone = world.newPhone()
    const today = new Date(world.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const body = { ...member(phone, '钱干部'), endsOn: today }
    const first = await guo.does('grantRole', { params: home(), body })
    await guo.isRefused('grantRole', { params: home(), body }, 'already-exists')
    const qian = await world.visitor('钱干部', phone)
    assert.equal((await qian.does('readMe', {})).hats.length, 1)
    world.clock.advance({ hours: 24 })
    assert.equal((await qian.does('readMe', {})).hats.length, 0)
    const listed = async () =>
      (await guo.does('listRoleGrants', { params: home() })).grants.find((one) => one.roleGrantId === first.roleGrantId)
    assert.deepEqual([(await listed())?.living, (await listed())?.endReason], [false, 'expired'])
    await guo.does('grantRole', { params: home(), body: { ...body, endsOn: null } })
    assert.equal((await qian.does('readMe', {})).hats.length, 1)
    assert.equal((await listed())?.endReason, 'expired')
    assert.notEqual((await listed())?.endedAt, null)
  })

  it('what was typed wrong is named: phone, name, last day, building', async () => {
    const guo = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
    const good = member(world.newPhone(), '赵干部')
    for (const [more, pointer, code] of [
      [{ phone: '021-56100000' }, '/phone', 'mobile-number-malformed'],
      [{ shownName: '13812345678' }, '/shownName', 'role-name-characters'],
      [{ shownName: '赵' }, '/shownName', 'role-name-length'],
      [{ endsOn: '2001-01-01' }, '/endsOn', 'ends-on-past'],
      [{ buildingId: randomUUID() }, '/buildingId', 'building-unknown'],
    ] as const) {
      const problem = await guo.isRefused('grantRole', { params: home(), body: { ...good, ...more } }, 'invalid-input')
      assert.deepEqual(
        problem.errors?.map((error) => [error.pointer, error.code]),
        [[pointer, code]],
      )
    }
    const persons = await world.services.db.one<{ n: number }>(
      `select count(*)::int as n from role_grants where shown_name = '赵干部'`,
    )
    assert.equal(persons.n, 0)
  })
})

describe('roles end', () => {
  it('ended with a reason, the hat is gone from every session at once and the log keeps who and why', async () => {
    const guo = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
    const phone = world.newPhone()
    const { roleGrantId } = await guo.does('grantRole', { params: home(), body: member(phone, '周干部') })
    const zhou = await world.visitor('周干部', phone)
    await zhou.does('listInbox', { params: home() })
    await zhou.isRefused('endRoleGrant', { params: { roleGrantId }, body: { reason: 'resigned' } }, 'not-found')
    const ended = await guo.does('endRoleGrant', { params: { roleGrantId }, body: { reason: 'transferred' } })
    assert.deepEqual(
      [ended.living, ended.mayEnd || ended.mayHandOver, ended.endReason, ended.endedBy],
      [false, false, 'transferred', '郭书记'],
    )
    await zhou.isRefused('listInbox', { params: home() }, 'not-found')
    assert.deepEqual((await zhou.does('readMe', {})).hats, [])
    await guo.isRefused('endRoleGrant', { params: { roleGrantId }, body: { reason: 'removed' } }, 'transition-refused')
    const stranger = await world.visitor('谁')
    await stranger.isRefused('endRoleGrant', { params: { roleGrantId }, body: { reason: 'removed' } }, 'not-found')
    await guo.isRefused(
      'endRoleGrant',
      { params: { roleGrantId: randomUUID() }, body: { reason: 'removed' } },
      'not-found',
    )
  })

  it('the last officer of a district cannot leave it without one, but may hand over', async () => {
    const lonely = await createTestWorld()
    try {
      const du = await lonely.inRole('districtOfficer', lonely.home.districtId, '杜科长')
      const place = { level: 'district' as const, territoryId: lonely.home.districtId }
      const [own] = (await du.does('listOfficers', { params: place })).grants
      const params = { roleGrantId: own?.roleGrantId ?? '' }
      const problem = await du.isRefused('endRoleGrant', { params, body: { reason: 'resigned' } }, 'rule-refused')
      assert.equal(problem.code, 'last-district-officer')
      const phone = lonely.newPhone()
      const done = await du.does('handOverRole', { params, body: holder(phone, '何科长') })
      assert.deepEqual([done.ended.endReason, done.started.shownName], ['handedOver', '何科长'])
      const he = await lonely.visitor('何科长', phone)
      assert.equal((await he.does('listOfficers', { params: place })).grants.length, 2)
      await du.isRefused('listOfficers', { params: place }, 'not-found')
    } finally {
      await lonely.close()
    }
  })
})

describe('handing over', () => {
  it('a leaving member hands role and open work to the successor in one step; what is finished stays with the leaver', async () => {
    const guo = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
    const wu = await world.member()
    const [leaverPhone, successorPhone] = [world.newPhone(), world.newPhone()]
    const { roleGrantId } = await guo.does('grantRole', { params: home(), body: member(leaverPhone, '老陈') })
    const submitted = await wu.does('submitServiceRequest', {
      params: home(),
      body: {
        kind: 'matter',
        text: '楼道灯坏了好几天，晚上看不见台阶',
        place: '92号楼 2 单元',
        visibility: 'community',
        buildingId: null,
        photoIds: [],
      },
    })
    const serviceRequestId = submitted.serviceRequestId
    await guo.does('assignServiceRequest', { params: { ...home(), serviceRequestId }, body: { roleGrantId } })
    const leaver = await world.visitor('老陈', leaverPhone)
    await leaver.isRefused(
      'handOverRole',
      { params: { roleGrantId }, body: holder(leaverPhone, '老陈') },
      'rule-refused',
    )
    const done = await leaver.does('handOverRole', { params: { roleGrantId }, body: holder(successorPhone, '小陈') })
    assert.equal(done.movedServiceRequests, 1)
    const row = await world.services.db.one<{ assignee: string }>(
      `select assignee_role_grant_id as assignee from service_requests where community_id = $1 and service_request_id = $2`,
      [world.home.communityId, serviceRequestId],
    )
    assert.equal(row.assignee, done.started.roleGrantId)
    const successor = await world.visitor('小陈', successorPhone)
    await successor.does('listInbox', { params: home() })
    await leaver.isRefused('listInbox', { params: home() }, 'not-found')
    await guo.isRefused(
      'handOverRole',
      { params: { roleGrantId }, body: holder(world.newPhone(), '又一位') },
      'transition-refused',
    )
  })

  it('a successor who holds the role already takes the work with it', async () => {
    const guo = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
    const phone = world.newPhone()
    const leaving = await guo.does('grantRole', { params: home(), body: member(world.newPhone(), '大林') })
    const staying = await guo.does('grantRole', { params: home(), body: member(phone, '小林') })
    const { roleGrantId } = leaving
    const done = await guo.does('handOverRole', { params: { roleGrantId }, body: holder(phone, '小林') })
    assert.equal(done.started.roleGrantId, staying.roleGrantId)
  })

  it('a colleague cannot hand over what is not theirs', async () => {
    const guo = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
    const { roleGrantId } = await guo.does('grantRole', { params: home(), body: member(world.newPhone(), '阿方') })
    const colleague = await world.inRole('committeeMember', world.home.communityId, '阿圆')
    const body = holder(world.newPhone(), '阿长')
    await colleague.isRefused('handOverRole', { params: { roleGrantId }, body }, 'not-found')
  })
})
