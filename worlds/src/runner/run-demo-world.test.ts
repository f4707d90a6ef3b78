import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTestServices, type TestServices } from '../../../server/test/support/test-services.ts'
import { createDemoWorld } from '../demo/demo-world.ts'
import { runDemoWorld } from './run-demo-world.ts'

let stage: TestServices
const endsAt = new Date('2026-11-23T16:08:00+08:00')

before(async () => {
  stage = await createTestServices({ demo: true })
  await runDemoWorld(stage.services, stage.ownerPool, endsAt)
})
after(() => stage.close())

const count = async (sql: string): Promise<number> =>
  (await stage.services.db.one<{ count: number }>(`select count(*)::int as count from ${sql}`)).count

test('the demo holds the whole district by name, and the people of the stories in four of its communities', async () => {
  const world = createDemoWorld(endsAt)
  assert.equal(await count('communities'), 567)
  assert.equal(await count('subdistricts'), 13)
  assert.equal(await count('service_requests'), world.stories.length)
  const voices = world.stories.flatMap(({ steps }) => steps.filter(({ step }) => step.do === 'ownVoice')).length
  assert.ok(voices > 0)
  assert.equal(await count('service_request_supporters'), voices)
  assert.equal(
    await count('memberships'),
    world.people.filter((person) => person.standing === 'member' && person.memberKind !== undefined).length,
  )
  assert.equal(await count('dwellings'), world.roll.length)
  assert.equal(
    await count(`registrations where state = 'submitted'`),
    world.people.filter((person) => person.standing === 'applicant').length,
  )
})

test('told through the same commands, the inbox of 宝山九村 stands as the stories say: one overdue by 40 minutes, first', async () => {
  const rows = await stage.services.db.many<{ left: number }>(
    `select round(extract(epoch from (deadline_at - $1::timestamptz)) / 60)::int as left from service_requests r
     join communities c using (community_id)
     where c.short_name = '宝山九村' and state in ('submitted', 'read', 'answered', 'reopened') and stopped_at is null and paused_at is null
     order by deadline_at`,
    [endsAt],
  )
  assert.equal(rows[0]?.left, -40)
  assert.deepEqual(
    rows.slice(1, 4).map((row) => row.left),
    [25, 72, 180],
  )
})

test('nothing was said after the end of the world, and no clock ran backwards', async () => {
  assert.equal(await count(`service_request_entries where at > '${endsAt.toISOString()}'`), 0)
  assert.equal(await count(`service_requests where answered_at < submitted_at or resolved_at < answered_at`), 0)
})
