import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { xlsxType } from '@shequtong/contract/dwelling-roll'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestCompound, type TestWorld } from '../../test/support/test-world.ts'
import { csvOf, headings, inventRows, xlsxOf } from './test-rolls.ts'

let world: TestWorld
let sun: TestPerson
before(async () => {
  world = await createTestWorld()
  sun = await world.reviewer(world.home.communityId)
})
after(() => world.close())

const at = (compound: TestCompound = world.home) => ({
  communityId: compound.communityId,
  compoundId: compound.compoundId,
})
const csv = (rows: readonly (readonly string[])[]) => ({
  binary: { type: 'text/csv', bytes: Buffer.from(csvOf([headings, ...rows])) },
})
const wu = ['北块', '92号楼', '2 单元', '502', '5', '71.36', '产证', '吴小云', '', '13800006612', '业主']
const mother = ['北块', '92号楼', '2 单元', '502', '5', '71.36', '产证', '吴桂芳', '', '', '家属']
const persons = async (compound: TestCompound) =>
  (
    await world.services.db.one<{ n: number }>(`select count(*)::int as n from roll_entries where community_id = $1`, [
      compound.communityId,
    ])
  ).n

describe('孙主任 brings the roll', () => {
  it('tries it first: nothing is written, every bad row is named without what stands in it', async () => {
    const bad = [...wu.slice(0, 3), '503', '5', '3', '产证', '吴某某', '123', '', '猫']
    const plan = await sun.does('checkRoll', { params: at() }, csv([wu, mother, bad]))
    assert.deepEqual(
      plan.faults.map(({ line, door, field, code }) => `${line} ${door} ${field} ${code}`),
      [
        '4 92号楼 2 单元 503 area area-implausible',
        '4 92号楼 2 单元 503 documentNumber id-number-malformed',
        '4 92号楼 2 单元 503 tenure tenure-unknown',
      ],
    )
    assert.equal(JSON.stringify(plan).includes('吴某某'), false)
    assert.deepEqual(
      [plan.rows, plan.badRows, plan.dwellingsAdded, plan.dwellingsSame, plan.dwellingsLeft, plan.persons],
      [3, 1, 0, 1, 47, 2],
    )
    assert.equal(await persons(world.home), 0)
    const refused = await sun.isRefused('importRoll', { params: at() }, 'rule-refused', csv([wu, mother, bad]))
    assert.equal(refused.code, 'roll-has-bad-rows')
    assert.equal(await persons(world.home), 0)
  })

  it('doubles no house that another hand typed with other spaces', async () => {
    const typed = ['北块', '92 号楼', '2单元', ' ５02 ', '5', '71.36', '产证', '吴小云', '', '13800006612', '业主']
    const plan = await sun.does('checkRoll', { params: at() }, csv([typed, mother]))
    assert.deepEqual([plan.faults, plan.dwellingsAdded, plan.dwellingsSame, plan.persons], [[], 0, 1, 2])
    const doors = async () =>
      (await world.services.db.one<{ n: number }>(`select count(*)::int as n from dwellings`, [])).n
    const before = await doors()
    const done = await sun.does('importRoll', { params: at() }, csv([typed, mother]))
    assert.deepEqual([done.dwellingsAdded, done.dwellingsSame, await doors()], [0, 1, before])
    await world.ownerPool.query('delete from roll_entries')
  })

  it('imports it as CSV or XLSX; a second time replaces, a bad line leaves its whole dwelling as it was', async () => {
    const first = await sun.does('importRoll', { params: at() }, csv([wu, mother]))
    assert.deepEqual([first.persons, first.personsReplaced], [2, 0])
    const again = await sun.does(
      'importRoll',
      { params: at() },
      { binary: { type: xlsxType, bytes: xlsxOf([headings, wu, mother]) } },
    )
    assert.deepEqual([again.persons, again.personsReplaced], [2, 2])
    assert.equal(await persons(world.home), 2)
    const mistyped = [...mother.slice(0, 9), '110', '家属']
    const skipped = await sun.does(
      'importRoll',
      { params: at(), query: { skipBad: 'true' } },
      csv([wu, mistyped, ['北块', '93号楼', '1 单元', '101', '1', '', '', '', '', '', '']]),
    )
    assert.deepEqual([skipped.dwellingsSkipped, skipped.dwellingsAdded, skipped.persons], [1, 1, 0])
    assert.equal(await persons(world.home), 2)
  })

  it('what is no roll is refused with its reason, an image by its type, a large file by its size', async () => {
    const send = (type: string, bytes: Buffer) => ({ binary: { type, bytes } })
    for (const name of ['checkRoll', 'importRoll'] as const) {
      const problem = await sun.isRefused(
        name,
        { params: at() },
        'invalid-input',
        send('text/csv', Buffer.from('姓名\n吴\n')),
      )
      assert.deepEqual(
        problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`),
        ['/building roll-columns-missing', '/staircase roll-columns-missing', '/room roll-columns-missing'],
      )
      await sun.isRefused(name, { params: at() }, 'unsupported-media', send('image/png', Buffer.from('x')))
      await sun.isRefused(name, { params: at() }, 'unsupported-media', send('application/json', Buffer.from('{}')))
      await sun.isRefused(name, { params: at() }, 'body-too-large', send('text/csv', Buffer.alloc(10_000_001, '1')))
    }
    await sun.isRefused(
      'checkRoll',
      { params: at() },
      'invalid-input',
      send(xlsxType, Buffer.from('PK\u0003\u0004broken')),
    )
  })

  it('at most two are read at once, and a place is free again afterwards', async () => {
    const roll = csv(inventRows(3_000))
    const answers = await Promise.all([1, 2, 3, 4].map(() => sun.send('checkRoll', { params: at() }, roll)))
    const statuses = answers.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [200, 200, 429, 429])
    await sun.does('checkRoll', { params: at() }, csv([wu]))
  })

  it('20,000 rows are tried and imported in seconds', async () => {
    const compound = world.compounds[1] as TestCompound
    const director = await world.reviewer(compound.communityId)
    const rows = inventRows(20_000)
    const roll = { binary: { type: xlsxType, bytes: xlsxOf([headings, ...rows]) } }
    let began = performance.now()
    const plan = await director.does('checkRoll', { params: at(compound) }, roll)
    const checkMs = performance.now() - began
    assert.deepEqual([plan.rows, plan.badRows, plan.persons], [20_000, 0, 20_000])
    began = performance.now()
    await director.does('importRoll', { params: at(compound) }, roll)
    const importMs = performance.now() - began
    console.log(`20,000 rows: check ${Math.round(checkMs)} ms, import ${Math.round(importMs)} ms`)
    assert.equal(await persons(compound), 20_000)
    assert.ok(checkMs < 15_000 && importMs < 30_000, `${checkMs} ${importMs}`)
  })
})

describe('the roll leaves the house', () => {
  it('masked for the work of every day: no full number anywhere, and a first line that says who and when', async () => {
    await sun.does('importRoll', { params: at() }, csv([wu, mother]))
    const answer = await sun.send('exportRoll', { params: at() })
    const text = answer.raw.toString()
    assert.match(text, /^\uFEFF# 宝山九村 房屋名册.*孙主任 2026-\d\d-\d\d \d\d:\d\d 导出\r\n片区,楼栋/)
    assert.match(text, /北块,92号楼,2 单元,502,5,71\.36,产证,吴××,/)
    assert.match(text, /138\*{4}6612/)
    assert.doesNotMatch(text, /吴小云|13800006612/)
    assert.match(String(answer.headers['content-type']), /text\/csv/)
  })

  it('in full only with a reason, which the person reads; it can be imported again as it is', async () => {
    const neighbour = await world.member(world.home, { trueName: '吴小云', shownName: '92号楼 小吴' })
    const { documentNumber } = await ownDocument(neighbour)
    const registered = [...wu.slice(0, 8), documentNumber, '13800006612', '业主']
    await sun.does('importRoll', { params: at() }, csv([registered, mother]))
    const { ticket } = await sun.does('requestFullRoll', { params: at(), body: { reason: '为业主大会核对名册' } })
    const answer = await sun.send('exportFullRoll', { params: at(), query: { ticket } })
    assert.equal(answer.status, 200)
    const text = answer.raw.toString()
    assert.match(text, /孙主任 .* 事由：为业主大会核对名册/)
    assert.ok(text.includes('吴小云') && text.includes(documentNumber) && text.includes('13800006612'))
    const { items } = await neighbour.does('listMyLookUps', {})
    assert.equal(items[0]?.reason, '为业主大会核对名册')
    const back = await sun.does('checkRoll', { params: at() }, { binary: { type: 'text/csv', bytes: answer.raw } })
    assert.deepEqual([back.badRows, back.dwellingsAdded, back.dwellingsChanged, back.persons], [0, 0, 0, 2])
    const kept = await world.services.db.many<{ kept: string | null }>(`select kept from idempotency_keys`)
    assert.equal(JSON.stringify(kept).includes(documentNumber), false)
  })

  it('a ticket is for its owner, its compound and five minutes', async () => {
    const { ticket } = await sun.does('requestFullRoll', { params: at(), body: { reason: '核对名册' } })
    const colleague = await world.inRole('committeeSecretary', world.home.communityId, '郭书记')
    const query = { ticket }
    await colleague.isRefused('exportFullRoll', { params: at(), query }, 'invalid-input')
    await sun.isRefused('exportFullRoll', { params: at(), query: { ticket: `${ticket}x` } }, 'invalid-input')
    await sun.isRefused('exportFullRoll', { params: at(), query: { ticket: `x${ticket}` } }, 'invalid-input')
    world.clock.advance({ minutes: 5 })
    await sun.isRefused('exportFullRoll', { params: at(), query }, 'invalid-input')
  })

  it('a cell that a spreadsheet would run is harmless', async () => {
    const evil = [...wu.slice(0, 3), '501', '5', '', '', '=HYPERLINK("x")', '', '', '']
    await sun.does(
      'importRoll',
      { params: at() },
      csv([evil.map((cell) => (cell.startsWith('=') ? `"${cell.replaceAll('"', '""')}"` : cell))]),
    )
    const { ticket } = await sun.does('requestFullRoll', { params: at(), body: { reason: '核对名册' } })
    const text = (await sun.send('exportFullRoll', { params: at(), query: { ticket } })).raw.toString()
    assert.ok(text.includes(`"'=HYPERLINK(""x"")"`), text)
  })
})

const ownDocument = async (person: TestPerson): Promise<{ documentNumber: string }> => {
  const { personId } = await world.services.db.one<{ personId: string }>(
    `select person_id as "personId" from memberships where shown_name = $1 order by started_at desc limit 1`,
    [person.name],
  )
  const own = await world.services.vault.ownIdentity(world.services.db, personId)
  return { documentNumber: own?.identity?.documentNumber ?? '' }
}

describe('doors nobody joined from yet', () => {
  it('come building by building, in pages, without those where somebody lives', async () => {
    const compound = world.compounds[2] as TestCompound
    const director = await world.reviewer(compound.communityId)
    await world.member(compound)
    const first = await director.does('listDwellingsWithoutMembers', { params: at(compound) })
    assert.deepEqual([first.dwellings, first.withoutMembers, first.items.length, first.nextCursor], [48, 47, 47, null])
    assert.equal(
      first.items.some(({ building, staircase, room }) => `${building}${staircase}${room}` === '92号楼2 单元502'),
      false,
    )
    assert.deepEqual(
      first.items.slice(0, 3).map(({ building, staircase, room }) => `${building} ${staircase} ${room}`),
      ['1号楼 1 单元 101', '1号楼 1 单元 102', '1号楼 1 单元 201'],
    )
    const large = world.compounds[1] as TestCompound
    const other = await world.reviewer(large.communityId)
    const seen = new Set<string>()
    let cursor: string | undefined
    let pages = 0
    do {
      const page = await other.does('listDwellingsWithoutMembers', { params: at(large), query: { cursor } })
      for (const { dwellingId } of page.items) seen.add(dwellingId)
      cursor = page.nextCursor ?? undefined
      pages += 1
    } while (cursor !== undefined && pages < 5)
    assert.equal(seen.size, 250)
    await other.isRefused('listDwellingsWithoutMembers', { params: at(large), query: { cursor: 'x' } }, 'invalid-input')
  })
})

describe('whose roll it is', () => {
  it('the committee’s: not a neighbour’s, not the property manager’s, not another community’s', async () => {
    const neighbour = await world.member()
    const manager = await world.inRole('propertyManager', world.home.communityId, '物业')
    const foreign = await world.reviewer((world.compounds[1] as TestCompound).communityId)
    const elsewhere = {
      communityId: world.home.communityId,
      compoundId: (world.compounds[1] as TestCompound).compoundId,
    }
    const asks = [
      ['checkRoll', {}, csv([wu])],
      ['importRoll', {}, csv([wu])],
      ['exportRoll', {}, {}],
      ['requestFullRoll', { body: { reason: '核对名册' } }, {}],
      ['exportFullRoll', { query: { ticket: 'x' } }, {}],
      ['listDwellingsWithoutMembers', {}, {}],
    ] as const
    for (const [name, given, options] of asks) {
      const here = { params: at(), ...given } as never
      await neighbour.isRefused(name, here, 'not-permitted', options)
      await manager.isRefused(name, here, 'not-permitted', options)
      await foreign.isRefused(name, here, 'not-found', options)
      await world.stranger().isRefused(name, here, 'unauthenticated', options)
      await sun.isRefused(name, { params: elsewhere, ...given } as never, 'not-found', options)
    }
  })
})
