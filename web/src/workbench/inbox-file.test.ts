import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InboxRow } from '@shequtong/contract/service-requests'
import readSheet from 'read-excel-file/node'
import { inboxFile, inboxTable } from './inbox-file.ts'

const columns = {
  什么事: ({ title }: InboxRow) => title,
  谁说的: ({ by }: InboxRow) => by,
  重开几次: ({ reopenedCount }: InboxRow) => reopenedCount,
}
const row = (title: string, by: string) => ({ title, by, reopenedCount: 2 }) as InboxRow
const rows = [row('=1+1，路灯不亮', '92号楼 吴女士'), row('说"一句",\n换行', '＠沈女士')]
const table = inboxTable(rows, columns, '宝山九村 收件箱，郭书记 导出')

test('a CSV says above and below who took it, and nothing in it is run as a formula', async () => {
  const text = await (await inboxFile(table, 'csv')).text()
  const lines = text.replace('\uFEFF', '').split('\r\n')
  assert.equal(lines[0], '宝山九村 收件箱，郭书记 导出')
  assert.equal(lines.at(-2), '宝山九村 收件箱，郭书记 导出')
  assert.ok(lines.includes("'=1+1，路灯不亮,92号楼 吴女士,2"))
  assert.ok(text.includes('"说""一句"",\n换行",\'＠沈女士,2'))
})

test('an Excel file read back holds the same, words as words and counts as numbers', async () => {
  const blob = await inboxFile(table, 'xlsx')
  const sheets = await readSheet(Buffer.from(await blob.arrayBuffer()))
  assert.deepEqual(JSON.parse(JSON.stringify(sheets[0]?.data)), [
    ['宝山九村 收件箱，郭书记 导出', null, null],
    ['什么事', '谁说的', '重开几次'],
    ['=1+1，路灯不亮', '92号楼 吴女士', 2],
    ['说"一句",\n换行', '＠沈女士', 2],
    ['宝山九村 收件箱，郭书记 导出', null, null],
  ])
})
