import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createMetrics } from './metrics.ts'
import { mountOperations } from './operations.ts'

describe('what whoever runs it is told', () => {
  let world: TestWorld
  let app: FastifyInstance
  before(async () => {
    world = await createTestWorld()
    app = fastify()
    mountOperations(app, world.services, createMetrics(world.services))
  })
  after(async () => {
    await app.close()
    await world.close()
  })
  const at = async (shanghai: string) => {
    world.clock.set(new Date(`${shanghai}T10:00:00+08:00`))
    const ready = (await app.inject('/readyz')).json()
    const metrics = (await app.inject('/metrics')).body
    return { ...ready, daysLeft: Number(/^working_calendar_days_left (-?\d+)$/m.exec(metrics)?.[1]) }
  }

  it('in November nothing is amiss; a month before the calendar of working days ends it says so, and what to do', async () => {
    assert.deepEqual(await at('2026-11-30'), { ready: true, warnings: [], daysLeft: 31 })
    const december = await at('2026-12-01')
    assert.deepEqual([december.ready, december.daysLeft], [true, 30])
    assert.match(december.warnings[0], /2026-12-31.*Monday to Friday.*docs\/operations\.md/)
  })

  it('after its end it goes on saying so', async () => {
    const { warnings, daysLeft } = await at('2027-01-02')
    assert.deepEqual([warnings.length, daysLeft], [1, -2])
  })
})
