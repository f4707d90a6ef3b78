import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runDemoWorld } from '@shequtong/worlds/runner/run-demo-world'
import { assertRecounted } from '../../test/support/recount.ts'
import { createTestServices, type TestServices } from '../../test/support/test-services.ts'
import { rebuildCommandCenter } from '../command-center/rebuild.ts'
import { createRelay } from '../jobs/relay.ts'
import { seedDemo } from './demo.ts'

let stage: TestServices

before(async () => {
  stage = await createTestServices({ demo: true })
})
after(() => stage.close())

const count = async (from: string): Promise<number> =>
  (await stage.services.db.one<{ count: number }>(`select count(*)::int as count from ${from}`)).count

test('a start that ended in the middle of the world leaves no half one: the next tells it from the beginning, and the one after not again', async () => {
  const brokenOff = seedDemo(stage.services, stage.ownerPool, (services, ownerPool, endsAt) =>
    runDemoWorld(services, ownerPool, endsAt, (done) => {
      if (done === 'people') throw new Error('the disk is full')
    }),
  )
  await assert.rejects(brokenOff, /the disk is full/)
  const half = await count('persons')
  assert.ok(half > 0)
  assert.equal(await count('demo_personas'), 0)

  const personas = await seedDemo(stage.services, stage.ownerPool)
  assert.ok(personas.length >= 9, `${personas.length} personas`)
  assert.ok((await count('service_requests')) > 0)
  assert.equal(await count('communities'), 567)
  const whole = await count('persons')

  assert.deepEqual(await seedDemo(stage.services, stage.ownerPool, () => assert.fail('told twice')), personas)
  assert.equal(await count('persons'), whole)
  const vault = await stage.ownerPool.connect()
  try {
    await vault.query('set role shequtong_vault')
    await assert.rejects(vault.query('truncate identity.erasures'), /permission denied|append-only/)
    await assert.rejects(vault.query('delete from identity.look_ups'), /permission denied|append-only/)
  } finally {
    vault.release(true)
  }
})

test('the command center counts the demo world as its events tell it, live and rebuilt', async () => {
  await createRelay(stage.services).drain()
  assert.ok((await count('rollup_days')) > 100)
  assert.ok((await count(`events where type = 'post.published'`)) > 0)
  assert.ok((await assertRecounted(stage.services.pool)) > 100)
  await rebuildCommandCenter(stage.services.pool, stage.services.clock.now())
  assert.ok((await assertRecounted(stage.services.pool)) > 100)
})
