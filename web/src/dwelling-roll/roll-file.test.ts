import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdRollFile, rollTypeOf } from './roll-file.ts'

test('a workbook is known by its bytes, whatever the system calls it', () => {
  assert.match(rollTypeOf(new Uint8Array([0x50, 0x4b])), /spreadsheetml/)
})

test('a CSV that Windows calls an Excel file is sent as CSV', async () => {
  const held = await holdRollFile(new File(['楼栋,单元,室号\r\n'], '名册.csv', { type: 'application/vnd.ms-excel' }))
  assert.equal(held.blob.type, 'text/csv')
  assert.equal(await held.blob.text(), '楼栋,单元,室号\r\n')
})

test('an empty file is held and left to the server to refuse', async () => {
  assert.equal((await holdRollFile(new File([], '空.csv'))).blob.size, 0)
})
