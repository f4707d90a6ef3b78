// Run by `npm run verify:deep -- recount INTERACTIONS`: a large world told whole, every rule of it looked at, every counter recounted.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { dateOnIn, startOf } from '@shequtong/domain/time'
import { assertRecounted } from '../../../../server/test/support/recount.ts'
import { createTestServices } from '../../../../server/test/support/test-services.ts'
import { baoshanDirectory } from '../../baoshan/directory.ts'
import { demoCommunities } from '../../demo/compounds.ts'
import { sharesOf } from '../../large/scale.ts'
import { checkLargeWorld } from './check-large-world.ts'
import { runLargeWorld } from './run-large-world.ts'

const { RECOUNT_INTERACTIONS: interactions = '20000', RECOUNT_MEMBERS: members = '7400', RECOUNT_REPORT } = process.env

test(`${interactions} interactions of ${members} members: every counter is what the events say`, async () => {
  const lived = new Set(demoCommunities.map(({ communityCode }) => communityCode))
  const codes = baoshanDirectory().flatMap(({ communityCode }) => (lived.has(communityCode) ? [] : [communityCode]))
  const shares = sharesOf({ members: Number(members), interactions: Number(interactions) }, codes)
  assert.ok(shares.ok)
  const { services, ownerPool, close } = await createTestServices({ demo: true })
  try {
    const until = startOf(dateOnIn(services.clock.now()))
    await runLargeWorld(services, ownerPool, { shares: shares.value, until, progress: () => undefined })
    const checked = await checkLargeWorld(ownerPool, until)
    assert.deepEqual(
      checked.filter(({ broken }) => broken > 0),
      [],
    )
    const counters = await assertRecounted(ownerPool)
    const { rows } = await ownerPool.query<{ events: number; counted: number }>(
      `select (select count(*)::int from events) as events,
         (select sum(count)::int from rollup_totals where level = 'district' and metric = 'interactions') as counted`,
    )
    const [found] = rows
    assert.ok(found !== undefined && found.counted >= Number(interactions))
    if (RECOUNT_REPORT !== undefined)
      await writeFile(RECOUNT_REPORT, JSON.stringify({ ...found, counters, rules: checked.length }))
  } finally {
    await close()
  }
})
