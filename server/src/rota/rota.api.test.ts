import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { RotaView } from '@shequtong/contract/rota'
import { addDays, type DateOn, dateOnIn, startOf } from '@shequtong/domain/time'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

let world: TestWorld
let guo: TestPerson
let sun: TestPerson
let shen: TestPerson
let wu: TestPerson
let params: { communityId: number }
let today: DateOn
const grantOf = new Map<TestPerson, string>()
const idOf = (person: TestPerson) => grantOf.get(person) ?? ''

before(async () => {
  world = await createTestWorld()
  params = { communityId: world.home.communityId }
  wu = await world.member()
  sun = await world.reviewer(params.communityId)
  guo = await world.inRole('committeeSecretary', params.communityId, '郭书记')
  shen = await world.inRole('committeeMember', params.communityId, '沈委员')
  for (const person of [guo, sun, shen]) grantOf.set(person, (await person.does('readMe')).hats[0]?.hatId ?? '')
  today = dateOnIn(world.clock.now())
})
after(() => world.close())

const shiftOf = (rota: RotaView, on: string, part: string) =>
  rota.days.find((day) => day.on === on)?.shifts.find((shift) => shift.part === part)
const moveTo = (hour: number, on = dateOnIn(world.clock.now())) => {
  const target = startOf(on).getTime() + hour * 3_600_000
  const ms = target - world.clock.now().getTime()
  world.clock.advance({ seconds: (ms <= 0 ? ms + 86_400_000 : ms) / 1000 })
}
const name = (on: string, part: 'day' | 'night', holder: TestPerson, backup?: TestPerson) =>
  guo.does('nameForShift', {
    params,
    body: { on, part, holderRoleGrantId: idOf(holder), backupRoleGrantId: backup === undefined ? null : idOf(backup) },
  })

describe('郭书记 sets the rota', () => {
  it('an empty week has a gap for every night that is not over; one that is named is none', async () => {
    const empty = await guo.does('readRota', { params })
    assert.equal(empty.days.length, 7)
    assert.deepEqual(empty.colleagues.map(({ shownName }) => shownName).toSorted(), ['孙主任', '沈委员', '郭书记'])
    const rota = await name(today, 'night', sun, shen)
    assert.equal(rota.gaps.length, empty.gaps.length - 1)
    const shift = shiftOf(rota, today, 'night')
    assert.deepEqual(
      [shift?.holder?.shownName, shift?.backup?.shownName, shift?.onDuty?.shownName],
      ['孙主任', '沈委员', '孙主任'],
    )
    assert.deepEqual((await shen.does('readRota', { params, query: { on: today } })).gaps, rota.gaps)
  })

  it('a deputy stands in while somebody is away, and no longer', async () => {
    await name(today, 'night', sun, guo)
    const body = { absentRoleGrantId: idOf(sun), deputyRoleGrantId: idOf(shen), firstOn: today, lastOn: today }
    const away = await guo.does('nameDeputy', { params, body })
    assert.equal(shiftOf(away, today, 'night')?.onDuty?.shownName, '沈委员')
    const { absenceId } = away.absences[0] ?? { absenceId: '' }
    const back = await guo.does('endAbsence', { params: { ...params, absenceId } })
    assert.deepEqual(back.absences, [])
    assert.equal(shiftOf(back, today, 'night')?.onDuty?.shownName, '孙主任')
    await guo.isRefused('endAbsence', { params: { ...params, absenceId } }, 'not-found')
  })

  it('照上周排 fills what is empty, and leaves what is set', async () => {
    const next = addDays(today, 7)
    await name(next, 'night', guo)
    await name(today, 'day', shen)
    const copied = await guo.does('copyRotaWeek', { params, body: { on: next } })
    assert.equal(shiftOf(copied, next, 'night')?.holder?.shownName, '郭书记')
    assert.equal(shiftOf(copied, next, 'day')?.holder?.shownName, '沈委员')
    const again = await guo.does('copyRotaWeek', { params, body: { on: next } })
    assert.deepEqual(again, copied)
  })

  it('two who name at once: one stands, and nobody gets an error', async () => {
    const on = addDays(today, 3)
    await Promise.all(
      [guo, sun, shen].map((holder) =>
        sun.does('nameForShift', {
          params,
          body: { on, part: 'night', holderRoleGrantId: idOf(holder) },
        }),
      ),
    )
    const rota = await guo.does('readRota', { params, query: { on } })
    assert.ok(['郭书记', '孙主任', '沈委员'].includes(shiftOf(rota, on, 'night')?.onDuty?.shownName ?? ''))
  })

  it('refuses the past, a stranger, the same twice, and whoever does not lead the committee', async () => {
    const asked = (more: object) => ({
      params,
      body: { on: today, part: 'night' as const, holderRoleGrantId: idOf(sun), ...more },
    })
    const over = await guo.isRefused('nameForShift', asked({ on: addDays(today, -2) }), 'rule-refused')
    assert.equal(over.code, 'shift-over')
    await guo.isRefused('nameForShift', asked({ on: addDays(today, -2), holderRoleGrantId: null }), 'rule-refused')
    const twice = await guo.isRefused('nameForShift', asked({ backupRoleGrantId: idOf(sun) }), 'rule-refused')
    assert.equal(twice.code, 'backup-is-holder')
    const elsewhere = world.compounds[2]?.communityId ?? 0
    const stranger = await world.inRole('committeeMember', elsewhere, '丁委员')
    const strangersGrant = (await stranger.does('readMe')).hats[0]?.hatId ?? ''
    await guo.isRefused('nameForShift', asked({ holderRoleGrantId: strangersGrant }), 'invalid-input')
    await guo.isRefused(
      'nameForShift',
      asked({ holderRoleGrantId: null, backupRoleGrantId: idOf(sun) }),
      'invalid-input',
    )
    await shen.isRefused('nameForShift', asked({}), 'not-permitted')
    await shen.isRefused('copyRotaWeek', { params, body: { on: today } }, 'not-permitted')
    await wu.isRefused('readRota', { params }, 'not-permitted')
    await stranger.isRefused('readRota', { params }, 'not-found')
    const away = { absentRoleGrantId: idOf(sun), deputyRoleGrantId: idOf(sun), firstOn: today, lastOn: today }
    assert.equal((await guo.isRefused('nameDeputy', { params, body: away }, 'rule-refused')).code, 'deputy-is-absent')
    const empty = await guo.does('nameForShift', asked({ holderRoleGrantId: null }))
    assert.equal(shiftOf(empty, today, 'night')?.onDuty, null)
  })
})

describe('at night', () => {
  const submit = (text: string, more: { visibility?: 'private' } = {}) =>
    wu.does('submitServiceRequest', { params, body: { kind: 'help', text, place: '92号楼', ...more } })
  const toldOf = async (person: TestPerson, text: string) => {
    await world.settle()
    return (await person.does('listNotifications')).items.some(({ title }) => title === text)
  }

  it('neighbours read who is there; whoever is on duty is told of a new request, and the others sleep', async () => {
    moveTo(22)
    const on = dateOnIn(world.clock.now())
    await name(on, 'night', shen)
    const duty = await wu.does('readDuty', { params })
    assert.deepEqual(
      [duty.onDuty, duty.part, duty.endsAt],
      [
        { shownName: '沈委员', role: 'committeeMember' },
        'night',
        new Date(startOf(addDays(on, 1)).getTime() + 8 * 3_600_000).toISOString(),
      ],
    )
    await submit('水管爆了在漏水')
    assert.deepEqual(
      [await toldOf(shen, '水管爆了在漏水'), await toldOf(sun, '水管爆了在漏水'), await toldOf(guo, '水管爆了在漏水')],
      [true, false, false],
    )
  })

  it('of a private one those who lead are told, because whoever is on duty may not read it', async () => {
    await submit('只想和书记说的话', { visibility: 'private' })
    await world.settle()
    const kindsOf = async (person: TestPerson) =>
      (await person.does('listNotifications')).items.filter(({ title }) => title === '一件只给居委看的事').length
    assert.deepEqual([await kindsOf(shen), await kindsOf(sun), await kindsOf(guo)], [0, 1, 1])
  })

  it('when nobody is on duty, those who lead the committee are told', async () => {
    const on = dateOnIn(world.clock.now())
    await guo.does('nameForShift', { params, body: { on, part: 'night', holderRoleGrantId: null } })
    assert.equal((await wu.does('readDuty', { params })).onDuty, null)
    await submit('楼道里有烟味')
    assert.deepEqual(
      [await toldOf(shen, '楼道里有烟味'), await toldOf(sun, '楼道里有烟味'), await toldOf(guo, '楼道里有烟味')],
      [false, true, true],
    )
  })

  it('by day on a workday the whole committee is told', async () => {
    while (![1, 2, 3, 4].includes(new Date(`${dateOnIn(world.clock.now())}T00:00:00Z`).getUTCDay()))
      world.clock.advance({ days: 1 })
    moveTo(10)
    await submit('花坛边上的砖松了')
    for (const person of [shen, sun, guo]) assert.equal(await toldOf(person, '花坛边上的砖松了'), true)
  })
})
