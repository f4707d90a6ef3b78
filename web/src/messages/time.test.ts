import assert from 'node:assert/strict'
import { test } from 'node:test'
import { msPerDay, msPerHour, msPerMinute } from '@shequtong/domain/time'
import english from './en/core.ts'
import {
  calendarDate,
  dayAndClock,
  duration,
  exactTime,
  fineDuration,
  relativeTime,
  timeLeft,
  urgencyOf,
} from './time.ts'
import chinese from './zh-CN/core.ts'

const { time } = chinese
// 16:08 in Shanghai
const now = new Date('2026-11-23T08:08:00.000Z')
const ago = (ms: number) => relativeTime(new Date(now.getTime() - ms), now, time)

test('a length is told in one whole unit, never rounded up', () => {
  assert.equal(duration(59_999, time), '不到 1 分钟')
  assert.equal(duration(msPerMinute, time), '1 分钟')
  assert.equal(duration(msPerHour - 1, time), '59 分钟')
  assert.equal(duration(msPerHour, time), '1 小时')
  assert.equal(duration(2 * msPerDay - 1, time), '47 小时')
  assert.equal(duration(2 * msPerDay, time), '2 天')
  assert.equal(duration(msPerHour, english.time), '1 hour')
  assert.equal(duration(2 * msPerHour, english.time), '2 hours')
})

test('minutes stand beside the hours where they matter', () => {
  assert.equal(fineDuration(72 * msPerMinute, time), '1 小时 12 分')
  assert.equal(fineDuration(msPerHour, time), '1 小时')
  assert.equal(fineDuration(59 * msPerMinute, time), '59 分钟')
  assert.equal(fineDuration(msPerDay, time), '24 小时')
})

test('a deadline runs in the last four hours and is late at its very millisecond', () => {
  assert.equal(urgencyOf(4 * msPerHour + 1), 'still')
  assert.equal(urgencyOf(4 * msPerHour), 'running')
  assert.equal(urgencyOf(1), 'running')
  assert.equal(urgencyOf(0), 'late')
  assert.equal(timeLeft(25 * msPerMinute, time), '还剩 25 分钟')
  assert.equal(timeLeft(-40 * msPerMinute, time), '超时 40 分钟')
})

test('what was said today is told by how long ago it was', () => {
  assert.equal(ago(0), '刚刚')
  assert.equal(ago(msPerMinute), '1 分钟前')
  assert.equal(ago(12 * msPerMinute), '12 分钟前')
  assert.equal(ago(msPerDay - 1), '23 小时前')
  assert.equal(ago(-3 * msPerHour), '3 小时后')
  assert.equal(ago(-30_000), '马上')
})

test('from a day on it is told by the calendar in Shanghai, with the year once it is another', () => {
  assert.equal(ago(msPerDay), '昨天 16:08')
  assert.equal(ago(2 * msPerDay), '11 月 21 日')
  assert.equal(relativeTime(new Date('2025-11-23T08:08:00.000Z'), now, time), '2025 年 11 月 23 日')
  assert.equal(calendarDate(new Date('2025-12-31T16:00:00.000Z'), now, time), '1 月 1 日')
})

test('midnight in Shanghai parts today from yesterday, not midnight in Greenwich', () => {
  assert.equal(dayAndClock(new Date('2026-11-22T16:00:00.000Z'), now, time), '今天 0:00')
  assert.equal(dayAndClock(new Date('2026-11-22T15:59:00.000Z'), now, time), '昨天 23:59')
  assert.equal(dayAndClock(new Date('2026-11-24T01:05:00.000Z'), now, time), '明天 9:05')
  assert.equal(exactTime(new Date('2026-11-22T16:00:00.000Z'), time), '2026 年 11 月 23 日 0:00')
})
