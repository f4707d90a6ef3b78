import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCsv } from './csv.ts'

const lines = (...row: (string | number)[]) => toCsv({ columns: ['什么事', '件'], rows: [row] }).split('\r\n')

test('a spreadsheet opens what an officer saved with its Chinese intact', () => {
  const csv = toCsv({ columns: ['名称'], rows: [['宝山九村']] })
  assert.equal(csv, '\uFEFF名称\r\n宝山九村\r\n')
})

test("a resident's commas, quotes and line breaks stay in one cell", () => {
  assert.equal(lines('灯,"三盏"\n不亮', 3)[1], '"灯,""三盏""\n不亮",3')
})

test("a resident's words that look like a formula are not run", () => {
  assert.equal(lines('=1+1', -2)[1], "'=1+1,-2")
  assert.equal(lines('@孙主任', 1)[1], "'@孙主任,1")
  for (const start of ['＝1+1', '＋1', '－1', '＠SUM(A1)', ' =1+1', '\t=1'])
    assert.ok(lines(start, 1)[1]?.startsWith("'"), JSON.stringify(start))
  assert.equal(lines('一楼=二楼', 1)[1], '一楼=二楼,1')
})
