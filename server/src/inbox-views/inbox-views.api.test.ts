import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mostInboxViews } from '@shequtong/domain/service-requests/inbox-views'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'

let world: TestWorld
let here: { params: { communityId: number } }
let guo: TestPerson
let sun: TestPerson

before(async () => {
  world = await createTestWorld()
  here = { params: { communityId: world.home.communityId } }
  guo = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
  sun = await world.inRole('committeeDirector', world.home.communityId, '孙主任')
})
after(() => world.close())

const names = async (person: TestPerson) => (await person.does('listInboxViews', here)).items.map(({ name }) => name)

test('郭书记 keeps what she looks at every morning, on every device; a colleague has her own', async () => {
  await guo.does('keepInboxView', { ...here, body: { name: '急的投诉', show: 'overdue', kind: 'complaint' } })
  const { items } = await guo.does('keepInboxView', { ...here, body: { name: '路灯', q: '路灯' } })
  assert.deepEqual(
    items.map(({ inboxViewId: _, ...view }) => view),
    [
      { name: '急的投诉', show: 'overdue', kind: 'complaint', q: null },
      { name: '路灯', show: null, kind: null, q: '路灯' },
    ],
  )
  assert.deepEqual(await names(sun), [])
  const first = items[0]?.inboxViewId ?? ''
  const of = { params: { ...here.params, inboxViewId: first }, body: {} }
  await sun.isRefused('removeInboxView', of, 'not-found')
  await guo.does('removeInboxView', of)
  assert.deepEqual(await names(guo), ['路灯'])
  await guo.isRefused('removeInboxView', of, 'not-found')
})

test('the same name stands for the new part, and never twice, also when two windows keep it at once', async () => {
  await Promise.all(
    ['楼道', '楼道灯', '灯'].map((q) => guo.does('keepInboxView', { ...here, body: { name: '路灯', q } })),
  )
  const { items } = await guo.does('listInboxViews', here)
  assert.deepEqual(
    items.map(({ name }) => name),
    ['路灯'],
  )
})

test('the whole inbox is no part, and eight are enough', async () => {
  const whole = await sun.isRefused('keepInboxView', { ...here, body: { name: '全部' } }, 'rule-refused')
  assert.equal(whole.code, 'view-is-whole')
  const sent = await Promise.all(
    Array.from({ length: mostInboxViews + 4 }, (_, n) =>
      sun.send('keepInboxView', { ...here, body: { name: `第${n}个`, q: `${n}` } }),
    ),
  )
  assert.equal(sent.filter(({ status }) => status === 200).length, mostInboxViews)
  const many = await sun.isRefused('keepInboxView', { ...here, body: { name: '再一个', q: '灯' } }, 'rule-refused')
  assert.equal(many.code, 'too-many-views')
  await sun.does('keepInboxView', { ...here, body: { name: (await names(sun))[0] ?? '', show: 'mine' } })
})

test('a neighbour has no inbox to keep a part of', async () => {
  const wu = await world.member()
  await wu.isRefused('listInboxViews', here, 'not-permitted')
})
