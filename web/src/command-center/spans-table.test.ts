import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PeriodCounted } from '@shequtong/contract/command-center'
import chinese from '../messages/zh-CN/command-center.ts'
import core from '../messages/zh-CN/core.ts'
import { spansMeanings, spansTable } from './spans-table.ts'

const of = (...counts: readonly number[]) => counts.map((count, at) => ({ uptoMinutes: [60, 240][at] ?? null, count }))
const days = {
  deeds: [{ kind: 'submitted', count: 12 }] as const,
  heard: of(4, 6, 0),
  answered: of(0, 0, 3),
  resolved: of(0, 0, 0),
}
const week: PeriodCounted = {
  ...days,
  deeds: [...days.deeds],
  period: 'week',
  fromOn: '2026-11-14',
  toOn: '2026-11-20',
  before: { ...days, deeds: [{ kind: 'submitted', count: 9 }], fromOn: '2026-11-07', toOn: '2026-11-13' },
}

test('an officer who saves the table finds both spans of days named, and every number beside the one before', () => {
  const { columns, rows } = spansTable(week, chinese)
  assert.deepEqual(columns.slice(2), ['7 天（2026-11-14 到 2026-11-20）', '前 7 天（2026-11-07 到 2026-11-13）'])
  assert.deepEqual(rows[0], ['发出', '', 12, 9])
  assert.deepEqual(rows[1], ['听到', '一半在', '1 小时到4 小时之间', '1 小时到4 小时之间'])
  assert.equal(rows.length, 1 + 3 * (2 + 3))
  assert.ok(rows.every((row) => row.length === columns.length))
})

test('since the beginning nothing stands beside', () => {
  const { columns, rows } = spansTable({ ...week, period: 'always', fromOn: null, before: null }, chinese)
  assert.deepEqual(columns.slice(2), ['启用以来'])
  assert.ok(rows.every((row) => row.length === 3))
})

test('the definition says which days are meant, and that today is not over', () => {
  const said = spansMeanings(week, chinese, core.time, new Date('2026-11-20T04:00:00Z'))
  assert.match(said[0] ?? '', /11 月 14 日 到 .*今天还没过完/)
  assert.match(said[1] ?? '', /11 月 7 日 到 11 月 13 日/)
})
