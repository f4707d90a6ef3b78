import assert from 'node:assert/strict'
import { test } from 'node:test'
import chinese from '../messages/zh-CN/command-center.ts'
import { boundsLine, bucketLabel, halfLine, mostLine, shareWithin } from './spans.ts'

const of = (...counts: readonly number[]) =>
  counts.map((count, at) => ({ uptoMinutes: [60, 240, 720, 1_440][at] ?? null, count }))

test('the half that was reached exactly at the end of a bucket belongs to that bucket', () => {
  assert.deepEqual(shareWithin(of(5, 5, 0, 0, 0), 0.5), { fromMinutes: 0, minutes: 60, open: false })
  assert.deepEqual(shareWithin(of(4, 6, 0, 0, 0), 0.5), { fromMinutes: 60, minutes: 240, open: false })
})

test('an officer reads half and nine in ten in words, and of the open end only where it begins', () => {
  assert.equal(halfLine(of(5, 4, 0, 1, 0), chinese.spans), '一半在 1 小时内')
  assert.equal(mostLine(of(5, 4, 0, 1, 0), chinese.spans), '九成在 4 小时内')
  assert.equal(mostLine(of(5, 0, 0, 0, 5), chinese.spans), '一成要 24 小时以上')
  assert.equal(halfLine(of(0, 0, 0, 0, 3), chinese.spans), '一半要 24 小时以上')
})

test('where nothing has happened nothing is claimed', () => {
  assert.equal(shareWithin(of(0, 0, 0, 0, 0), 0.5), undefined)
  assert.equal(halfLine(of(0, 0, 0, 0, 0), chinese.spans), '还没有')
  assert.equal(mostLine(of(0, 0, 0, 0, 0), chinese.spans), '')
})

test('a bucket is named in the unit a neighbour would use', () => {
  const labels = [10, 60, 1_440, 4_320, null].map((end) => bucketLabel(end, chinese.spans))
  assert.deepEqual(labels, ['10 分钟内', '1 小时内', '24 小时内', '3 天内', '更久'])
})

test('no more is claimed of the middle item than the step it falls into', () => {
  const line = (...counts: readonly number[]) => boundsLine(of(...counts), 0.5, chinese.spans)
  assert.equal(line(5, 4, 0, 1, 0), '1 小时内')
  assert.equal(line(4, 6, 0, 0, 0), '1 小时到4 小时之间')
  assert.equal(line(0, 0, 0, 1, 3), '24 小时以上')
  assert.equal(line(0, 0, 0, 0, 0), '还没有')
})
