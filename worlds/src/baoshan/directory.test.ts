import assert from 'node:assert/strict'
import { test } from 'node:test'
import { displayNameOf, readDirectory } from '@shequtong/server/territory/read-directory'
import { baoshanDirectory } from './directory.ts'

const header = 'town_code,town_name,community_code,community_name,kind'
const good = '310113003,友谊路街道,310113003040,宝山九村居委会,neighbourhood'

const problemsOf = (csv: string) => {
  const reading = readDirectory(csv)
  assert.equal(reading.ok, false)
  return reading.ok ? [] : reading.violation.problems.map(({ line, code }) => [line, code])
}

test('Baoshan has 13 subdistricts and 567 communities: 464 neighbourhoods and 103 villages', () => {
  const rows = baoshanDirectory()
  const subdistrictsOf = (kind: string) =>
    new Set(rows.filter((row) => row.subdistrictKind === kind).map((row) => row.subdistrictCode)).size
  assert.equal(rows.length, 567)
  assert.equal(new Set(rows.map((row) => row.subdistrictCode)).size, 13)
  assert.equal(rows.filter((row) => row.communityKind === 'neighbourhood').length, 464)
  assert.equal(rows.filter((row) => row.communityKind === 'village').length, 103)
  assert.deepEqual([subdistrictsOf('street'), subdistrictsOf('town'), subdistrictsOf('industrialPark')], [3, 9, 1])
})

test('people read the short name of a community, unique within its subdistrict', () => {
  const rows = baoshanDirectory()
  assert.equal(rows.find((row) => row.communityCode === '310113003040')?.displayName, '宝山九村')
  assert.equal(displayNameOf('杨东村村委会'), '杨东村')
  assert.equal(displayNameOf('临江社区居民委员会'), '临江')
  assert.equal(rows.filter((row) => /委/u.test(row.displayName)).length, 0)
  const shortNames = new Set(rows.map((row) => `${row.subdistrictCode} ${row.communityKind} ${row.displayName}`))
  assert.equal(shortNames.size, 567)
})

test('an operator who imports a bad file is told every bad line', () => {
  const csv = [
    header,
    good,
    '31011300,友谊路街道,310113003041,宝山十村居委会,neighbourhood',
    '310113003,友谊路街道,31011300304,短码居委会,neighbourhood',
    '310113003,友谊路街道,310113003040,重码居委会,neighbourhood',
    '310113003,友谊路街道,310113003043,宝山九村居委会,neighbourhood',
    '310113003,友谊街道,310113003044,异名居委会,neighbourhood',
    '310113003,友谊路街道,310113007045,别处居委会,neighbourhood',
    '310113003,友谊路街道,310113003046,,neighbourhood',
    '310113003,友谊路街道,310113003047,某居委会,city',
    '310113900,怪镇,310113900001,怪居委会,neighbourhood',
    '310112003,外区街道,310112003001,外区居委会,neighbourhood',
  ].join('\n')
  assert.deepEqual(problemsOf(csv), [
    [3, 'code-width'],
    [4, 'code-width'],
    [5, 'duplicate-community-code'],
    [6, 'duplicate-community-name'],
    [7, 'subdistrict-name-differs'],
    [8, 'code-outside-subdistrict'],
    [9, 'empty-name'],
    [10, 'unknown-community-kind'],
    [11, 'unknown-subdistrict-kind'],
    [12, 'district-differs'],
  ])
})

test('a file without the columns, without rows or with a ragged row is refused, not half read', () => {
  assert.deepEqual(problemsOf('a,b\n1,2'), Array(5).fill([1, 'missing-column']))
  assert.deepEqual(problemsOf(header), [[1, 'no-rows']])
  assert.deepEqual(problemsOf(`${header}\n${good}\n310113003,友谊路街道`), [[3, 'not-csv']])
})

test('a spreadsheet export with a byte order mark, quotes and Windows line ends is read', () => {
  const reading = readDirectory(
    `\uFEFF${header}\r\n"310113003","友谊路街道","310113003040","宝山九村居委会","neighbourhood"\r\n`,
  )
  assert.equal(reading.ok && reading.value[0]?.displayName, '宝山九村')
})
