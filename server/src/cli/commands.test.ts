import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createTestServices, type TestServices } from '../../test/support/test-services.ts'
import { runRollupsCommand } from '../command-center/rollups-command.ts'
import { runRollCommand } from '../dwelling-roll/roll-command.ts'
import { runAdminCommand } from '../roles/admin-command.ts'
import { runTerritoryCommand } from '../territory/territory-command.ts'

let house: TestServices
let folder: string
before(async () => {
  house = await createTestServices()
  folder = await mkdtemp(join(tmpdir(), 'shequtong-cli-'))
})
after(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const fileOf = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

type Command = (words: string[], tools: never) => Promise<number>
const said = async (command: Command, ...words: string[]) => {
  const lines: string[] = []
  const { pool, db, vault } = house.services
  const tools = {
    pool,
    db,
    vault,
    ownerPool: house.ownerPool,
    now: house.clock.now(),
    print: (line: string) => lines.push(line),
  }
  return { code: await command(words, tools as never), text: lines.join('\n') }
}
const territory = (...words: string[]) => said(runTerritoryCommand, ...words)
const admin = (...words: string[]) => said(runAdminCommand, ...words)
const rollups = (...words: string[]) => said(runRollupsCommand, ...words)
const roll = (...words: string[]) => said(runRollCommand, ...words)
const count = async (sql: string): Promise<number> =>
  (await house.services.db.one<{ n: number }>(`select count(*)::int as n from ${sql}`)).n

const head = 'town_code,town_name,community_code,community_name,kind'
const jiucun = '310113003,友谊路街道,310113003040,宝山九村居委会,neighbourhood'
const shicun = '310113003,友谊路街道,310113003041,宝山十村居委会,neighbourhood'

describe('the operator brings a district', () => {
  it('a file with bad rows is told line by line in both languages, and nothing is written', async () => {
    const file = await fileOf(
      'bad.csv',
      [head, jiucun, '310113003,友谊路街道,31011300304,宝山十村居委会,hamlet'].join('\n'),
    )
    const { code, text } = await territory('import', file, '--name', '宝山区')
    assert.equal(code, 1)
    assert.match(text, /第 3 行 line 3: 代码的位数不对.* · wrong number of digits .* — 31011300304/)
    assert.match(text, /第 3 行 line 3: 类型应为/)
    assert.match(text, /什么都没有写入/)
    assert.equal(await count('districts'), 0)
  })

  it('names that cannot be read are refused, and a thousand wrong rows are not all told', async () => {
    const named = (name: string) => [head, jiucun.replace('宝山九村居委会', name)].join('\n')
    for (const [name, said] of [
      ['九\0村', 'name-characters'],
      ['九\u001b[31m村', 'name-characters'],
      ['长'.repeat(3_000), 'name-length'],
    ] as const) {
      const { code, text } = await territory('import', await fileOf(`${said}.csv`, named(name)), '--name', '宝山区')
      assert.equal(code, 1)
      assert.match(text, said === 'name-length' ? /the name is too long/ : /invisible characters/)
      assert.ok(!text.includes('\u001b'))
    }
    const good = await fileOf('good.csv', [head, jiucun].join('\n'))
    assert.equal((await territory('import', good, '--name', '宝\u001b[31m山')).code, 1)
    const wrong = Array.from({ length: 1_000 }, () => jiucun.replace('neighbourhood', '\u001b[31mhamlet'))
    const { text } = await territory(
      'import',
      await fileOf('many.csv', [head, ...wrong].join('\n')),
      '--name',
      '宝山区',
    )
    assert.ok(text.split('\n').length < 110)
    assert.match(text, /2998 problems, nothing was written/)
    assert.ok(!text.includes('\u001b'))
    assert.equal(await count('districts'), 0)
  })

  it('a good one is added, a second time the same, a new name renewed', async () => {
    const first = await territory(
      'import',
      await fileOf('a.csv', [head, jiucun, shicun].join('\n')),
      '--name',
      '宝山区',
    )
    assert.match(first.text, /2 communities added, 0 renewed, 0 the same/)
    const again = await territory(
      'import',
      await fileOf('b.csv', [head, jiucun.replace('九村', '新九村'), shicun].join('\r\n')),
      '--name',
      '宝山区',
    )
    assert.match(again.text, /0 communities added, 1 renewed, 1 the same/)
    assert.match((await territory('list')).text, /310113 宝山区: 1 个街镇 subdistricts, 2 个居村 communities/)
  })

  it('who mistypes reads how it is done, who names no file what is missing', async () => {
    for (const words of [
      [],
      ['import'],
      ['import', 'x.csv'],
      ['remove', 'x.csv', '--name', '宝山区'],
      ['list', '--force'],
    ])
      assert.equal((await territory(...words)).code, 2, words.join(' '))
    assert.match((await territory('import', join(folder, 'none.csv'), '--name', '宝山区')).text, /ENOENT/)
  })
})

describe('the operator makes the first officer', () => {
  it('once: a second time nothing changes, a second officer is told of the first, and everything is logged', async () => {
    const du = ['create', '--phone', '138 0000 1111', '--name', '杜科长', '--district', '310113']
    assert.match((await admin('list')).text, /no district officer yet/)
    const first = await admin(...du)
    assert.deepEqual([first.code, /杜科长 is now a district officer of 宝山区/.test(first.text)], [0, true])
    const again = await admin(...du)
    assert.deepEqual([again.code, /nothing changed/.test(again.text)], [0, true])
    assert.equal(await count(`events where type = 'role.granted'`), 1)
    const second = await admin('create', '--phone', '13800001112', '--name', '何科长', '--district', '310113')
    assert.match(second.text, /has district officers already \(杜科长\)/)
    const { text } = await admin('list')
    assert.match(text, /杜科长 {2}138\*{4}1111/)
    assert.equal(text.includes('13800001111'), false)
    assert.equal(await count(`events where type = 'role.granted' and by_person_id is null`), 2)
  })

  it('two operators at once make one officer', async () => {
    const words = ['create', '--phone', '13800001113', '--name', '双科长', '--district', '310113']
    const codes = await Promise.all([admin(...words), admin(...words)])
    assert.ok(
      codes.every(({ code }) => code === 0),
      JSON.stringify(codes),
    )
    assert.equal(await count(`role_grants where shown_name = '双科长'`), 1)
  })

  it('a wrong phone, name or district is named, and nobody is made', async () => {
    const persons = await count('persons')
    for (const [words, expected] of [
      [['create', '--phone', '110', '--name', '杜', '--district', '310113'], /手机号不对.*\n称呼不对/],
      [['create', '--phone', '13800001114', '--name', '杜科长', '--district', '310199'], /Known: 310113 宝山区/],
    ] as const) {
      const { code, text } = await admin(...words)
      assert.equal(code, 1)
      assert.match(text, expected)
    }
    assert.equal(await count('persons'), persons)
    for (const words of [[], ['create'], ['list', '--name', 'x'], ['drop']])
      assert.equal((await admin(...words)).code, 2)
  })
})

describe('the operator brings a roll', () => {
  const place = ['--community', '310113003040', '--compound', '宝山九村']
  const good = '楼栋,单元,室号,姓名,手机号,身份\n92号楼,2 单元,502,吴小云,13800006612,业主\n92号楼,2 单元,503,,,\n'

  it('to a compound that is there or is to be made, after a dry run that writes nothing', async () => {
    const file = await fileOf('roll.csv', good)
    const unknown = await roll('import', file, ...place)
    assert.deepEqual([unknown.code, /Add --new-compound/.test(unknown.text)], [1, true])
    const dry = await roll('import', file, ...place, '--new-compound', '--dry-run')
    assert.deepEqual([dry.code, /2 dwellings added/.test(dry.text), await count('compounds')], [0, true, 0])
    const done = await roll('import', file, ...place, '--new-compound')
    assert.deepEqual([done.code, await count('dwellings'), await count('roll_entries')], [0, 2, 1])
  })

  it('with a bad row nothing is written, and the row is named without what stands in it', async () => {
    const file = await fileOf('bad-roll.csv', `${good}92号楼,2 单元,504,周某某,110,业主\n`)
    const refused = await roll('import', file, ...place)
    assert.equal(refused.code, 1)
    assert.match(
      refused.text,
      /第 4 行 line 4 {2}92号楼 2 单元 504 {2}手机号 不是 11 位手机号 · phone is no mobile number/,
    )
    assert.equal(refused.text.includes('周某某'), false)
    assert.equal(await count('dwellings'), 2)
    const skipped = await roll('import', file, ...place, '--skip-bad')
    assert.deepEqual([skipped.code, await count('dwellings')], [0, 2])
  })

  it('who mistypes reads how it is done; an unknown community and a file that is no roll are named', async () => {
    for (const words of [[], ['import'], ['import', 'x', '--community', '1'], ['export', 'x', ...place]])
      assert.equal((await roll(...words)).code, 2)
    const file = await fileOf('no-roll.csv', 'a,b\n1,2\n')
    assert.match(
      (await roll('import', file, '--community', '1', '--compound', 'x')).text,
      /no community has the code 1/,
    )
    assert.match((await roll('import', file, ...place)).text, /roll-columns-missing building, staircase, room/)
    assert.match((await roll('import', join(folder, 'none'), ...place)).text, /ENOENT/)
  })
})

describe('the operator has the figures counted anew', () => {
  it('a figure that went wrong is what the events say again, and a wrong word changes nothing', async () => {
    await house.ownerPool.query(
      `insert into rollup_totals (level, territory_id, metric, count) values ('district', 1, 'interactions', 7)`,
    )
    const wrong = await rollups('repair')
    assert.equal(wrong.code, 2)
    assert.match(wrong.text, /rollups rebuild/)
    assert.equal(await count('rollup_totals'), 1)
    const { code, text } = await rollups('rebuild')
    assert.equal(code, 0)
    assert.match(text, /已从 \d+ 条记录重新数过 · counted anew from \d+ events/)
    assert.equal(await count(`rollup_totals where metric = 'interactions'`), 0)
  })
})
