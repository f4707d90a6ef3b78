import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addMs, msPerDay } from '@shequtong/domain/time'
import { assertRecounted } from '../../../../server/test/support/recount.ts'
import { createTestServices, type TestServices } from '../../../../server/test/support/test-services.ts'
import { baoshanDirectory } from '../../baoshan/directory.ts'
import { demoCommunities } from '../../demo/compounds.ts'
import { sharesOf } from '../../large/scale.ts'
import { checkLargeWorld } from './check-large-world.ts'
import { runLargeWorld } from './run-large-world.ts'

const until = new Date('2026-11-24T00:00:00+08:00')
const lived = new Set(demoCommunities.map(({ communityCode }) => communityCode))
const codes = baoshanDirectory().flatMap(({ communityCode }) => (lived.has(communityCode) ? [] : [communityCode]))

const worldOf = (written?: (things: number) => void) => {
  const shares = sharesOf({ members: 40, interactions: 5_000 }, codes)
  assert.ok(shares.ok)
  return { shares: shares.value, until, progress: () => undefined, ...(written === undefined ? {} : { written }) }
}

/** What stands there, without the ids that are drawn anew in every database. */
const digestSql = `
  select md5(string_agg(line, '|' order by line)) as digest from (
    select concat_ws(' ', service_request_id, text, state, deadline_at, supporter_count) as line from service_requests
    where community_id = $1
    union all select concat_ws(' ', entry_id, service_request_id, number, kind, text, at) from service_request_entries
    where community_id = $1
    union all select concat_ws(' ', post_id, text, published_at, reply_count) from posts where community_id = $1
    union all select concat_ws(' ', post_reply_id, text, at) from post_replies where community_id = $1
    union all select concat_ws(' ', event_id, type, at) from events where community_id = $1
      and (type like 'service_request.%' or type like 'post.%')
    union all select concat_ws(' ', shown_name, building_name, started_at) from memberships where community_id = $1) lines`

describe('a large world', () => {
  let whole: TestServices
  let brokenOff: TestServices
  let communityId: number
  const digestOf = async ({ ownerPool }: TestServices): Promise<string> =>
    (await ownerPool.query<{ digest: string }>(digestSql, [communityId])).rows[0]?.digest ?? ''

  before(async () => {
    whole = await createTestServices({ demo: true })
    brokenOff = await createTestServices({ demo: true })
    await runLargeWorld(whole.services, whole.ownerPool, worldOf())
    const [share] = worldOf().shares
    communityId = (
      await whole.services.db.one<{ id: number }>(`select community_id as id from communities where code = $1`, [
        share?.communityCode,
      ])
    ).id
  })
  after(async () => {
    await whole.close()
    await brokenOff.close()
  })

  it('has its members and its interactions, to the last one, as the command center counts them', async () => {
    const { rows } = await whole.ownerPool.query(
      `select metric, count::int from rollup_totals where level = 'community' and territory_id = $1
         and metric in ('members.resident', 'interactions') order by metric`,
      [communityId],
    )
    assert.deepEqual(rows, [
      { metric: 'interactions', count: 5_000 },
      { metric: 'members.resident', count: 40 },
    ])
    assert.ok((await assertRecounted(whole.ownerPool)) > 50)
  })

  it('keeps the rules of the house', async () => {
    const checked = await checkLargeWorld(whole.ownerPool, until)
    assert.deepEqual(
      checked.filter(({ broken }) => broken > 0),
      [],
    )
    assert.ok(checked.length >= 19)
  })

  it('broken off in the middle of joining and of speaking, goes on to the same end', async () => {
    const stop = new Error('the power is gone')
    const breakAt = (at: number) =>
      worldOf((things) => {
        if (things >= at) throw stop
      })
    const { vault } = brokenOff.services
    let phones = 0
    const failing = {
      ...brokenOff.services,
      vault: {
        ...vault,
        putPhone: (...given: Parameters<typeof vault.putPhone>) => {
          // the demo's people are all in before these
          if (given[2] > '+8613800010000') phones += 1
          if (phones > 20) throw stop
          return vault.putPhone(...given)
        },
      },
    }
    await assert.rejects(runLargeWorld(failing, brokenOff.ownerPool, worldOf()), stop)
    await assert.rejects(runLargeWorld(brokenOff.services, brokenOff.ownerPool, breakAt(1)), stop)
    await assert.rejects(runLargeWorld(brokenOff.services, brokenOff.ownerPool, breakAt(350)), stop)
    await runLargeWorld(brokenOff.services, brokenOff.ownerPool, worldOf())
    assert.equal(await digestOf(brokenOff), await digestOf(whole))
    await runLargeWorld(brokenOff.services, brokenOff.ownerPool, worldOf())
    assert.equal(await digestOf(brokenOff), await digestOf(whole), 'told once more, it stays as it is')
  })

  const breaks: Readonly<Record<string, string>> = {
    'an entry of a thread has its number, and the thread their count': `update service_requests set entry_count = entry_count + 1`,
    'entries stand in the order of their time': `update service_request_entries set at = at - interval '90 days' where kind = 'result'`,
    '我也是 is counted as often as it was said': `update service_requests set supporter_count = supporter_count + 1`,
    'words below a post are counted as often as they were said': `update posts set reply_count = 99`,
    'the three times follow one another': `update service_requests set read_at = submitted_at - interval '1 hour' where read_at is not null`,
    'an answered request has its first answer, at that time': `update service_requests set answered_at = answered_at + interval '1 second' where resolved_at is null`,
    'what is ended says how': `update service_request_entries set kind = 'note' where kind = 'confirmation'`,
    'silence ends nothing before seven whole days': `update service_requests set ended_at = resolved_at + interval '7 days' where state = 'unconfirmed'`,
    'a promise that was not kept stands in the thread': `update service_request_entries set kind = 'note' where kind = 'breach'`,
    'an open request is not ended, and an ended one not open': `update service_requests set ended_at = null where state = 'withdrawn'`,
    'nobody speaks before they are a neighbour': `update memberships set started_at = now()`,
    'nobody hears of what only the committee reads': `update service_requests set visibility = 'private' where supporter_count > 0`,
    'nothing happens in the future': `update post_replies set at = '2030-01-01'`,
    'every act has its fact': `delete from events where type = 'post.published'`,
    'the last fact of a request says how it stands': `update service_requests set state = 'read' where state = 'answered'`,
    'the command center counts what was submitted': `update rollup_totals set count = count + 1 where metric = 'submitted'`,
    'an answer says something': `update service_request_entries set text = '收到' where kind = 'answer'`,
    'a result is stated': `update service_request_entries set text = '已解决' where kind = 'result'`,
    'a receipt says nothing': `update service_request_entries set text = '电工明天来换灯管' where kind = 'receipt'`,
    'nobody says 我也是 to themselves': `update service_request_supporters s set membership_id = r.by_membership_id from service_requests r
      where r.community_id = s.community_id and r.service_request_id = s.service_request_id and r.supporter_count = 1`,
  }

  it('is told when a rule is broken, each by itself', async () => {
    const client = await whole.ownerPool.connect()
    try {
      for (const [rule, sql] of Object.entries(breaks)) {
        await client.query('begin')
        const { rowCount } = await client.query(sql)
        assert.ok((rowCount ?? 0) > 0, `nothing to break: ${rule}`)
        const found = await checkLargeWorld(client, until)
        await client.query('rollback')
        assert.ok((found.find((checked) => checked.rule === rule)?.broken ?? 0) > 0, rule)
      }
    } finally {
      client.release()
    }
    const all = (await checkLargeWorld(whole.ownerPool, addMs(until, msPerDay))).map(({ rule }) => rule)
    assert.deepEqual(Object.keys(breaks).toSorted(), all.toSorted(), 'every rule was broken once')
  })
})
