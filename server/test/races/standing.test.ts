import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { membershipOf } from '../support/bystanders.ts'
import type { TestPerson } from '../support/test-person.ts'
import { createTestWorld, type TestWorld } from '../support/test-world.ts'

const words = { kind: 'help' as const, text: '楼道的灯不亮了，请来看看。', place: '三楼' }

describe('permitted a moment ago, and no longer', () => {
  let world: TestWorld
  let communityId: number
  let wu: TestPerson
  let membershipId: string

  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    wu = await world.member()
    membershipId = await membershipOf(wu)
  })
  after(() => world.close())

  const says = () => wu.send('submitServiceRequest', { params: { communityId }, body: words })
  const count = async (table: string): Promise<number> =>
    (await world.services.db.one<{ count: number }>(`select count(*)::int as count from ${table}`)).count
  const somebodyWaits = async () => {
    for (;;) {
      const { rows } = await world.ownerPool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      if (rows.length > 0) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  /** Sends the write while `change` is being written by somebody else, who commits once the write waits for it. */
  const during = async <T>(change: string, values: unknown[], write: () => Promise<T>): Promise<T> => {
    const other = await world.ownerPool.connect()
    try {
      await other.query('begin')
      await other.query(change, values)
      const written = write()
      await somebodyWaits()
      await other.query('commit')
      return await written
    } finally {
      other.release()
    }
  }

  test('suspended while the words were being written: they are taken back, and the person is told as a suspended member is', async () => {
    const before = [await count('service_requests'), await count('events'), await count('idempotency_keys')]
    const change = `update memberships set state = $2 where membership_id = $1`
    const refused = await during(change, [membershipId, 'suspended'], says)
    assert.deepEqual([refused.status, refused.problem.type], [403, '/problems/not-permitted'])
    assert.deepEqual([await count('service_requests'), await count('events'), await count('idempotency_keys')], before)
    await world.ownerPool.query(change, [membershipId, 'active'])
    assert.equal((await says()).status, 200)
  })

  test('a change of something else in the same row is waited for and takes nothing back', async () => {
    const taken = await during(`update memberships set party = party where membership_id = $1`, [membershipId], says)
    assert.equal(taken.status, 200)
  })

  test('the membership ended, the session signed out: not-found, sign in first', async () => {
    const before = await count('service_requests')
    const session = `update sessions set revoked_at = $2 where person_id = (select person_id from memberships where membership_id = $1)`
    const out = await during(session, [membershipId, world.clock.now()], says)
    assert.deepEqual([out.status, out.problem.type], [401, '/problems/unauthenticated'])
    await world.ownerPool.query(session, [membershipId, null])
    const ended = await during(
      `update memberships set state = 'ended', ended_at = now() where membership_id = $1`,
      [membershipId],
      says,
    )
    assert.deepEqual([ended.status, ended.problem.type], [404, '/problems/not-found'])
    assert.equal(await count('service_requests'), before)
  })

  test('a role that ended while its answer was being written has said nothing', async () => {
    const lu = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
    const sun = await world.inRole('committeeDirector', communityId, '孙主任')
    const { serviceRequestId } = await lu.does('submitServiceRequest', { params: { communityId }, body: words })
    const roleGrantId = (await sun.does('readMe')).hats[0]?.hatId
    const params = { communityId, serviceRequestId }
    const late = await during(
      `update role_grants set ended_at = granted_at where role_grant_id = $1`,
      [roleGrantId],
      () => sun.send('answerServiceRequest', { params, body: { text: '明天上午九点电工来换，换好告诉您。' } }),
    )
    assert.equal(late.problem.type, '/problems/not-found')
    assert.deepEqual((await lu.does('readServiceRequest', { params })).entries, [])
  })
})
