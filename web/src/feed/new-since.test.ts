import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedItem } from '@shequtong/contract/feed'
import { freshOf } from './new-since.ts'

const at = (minute: number) => `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`
const post = (minute: number, you = false) => ({ type: 'post', publishedAt: at(minute), by: { you } }) as FeedItem
const request = (minute: number, you = false) =>
  ({ type: 'serviceRequest', times: { submittedAt: at(minute) }, by: { you } }) as FeedItem

const items = [post(50), request(45, true), request(40), post(30)]

test('the line stands below what came after the last visit; the own words are nothing new', () => {
  assert.deepEqual(freshOf(items, at(35)), { below: 3, count: 2 })
  assert.deepEqual(freshOf(items, at(40)), { below: 2, count: 1 }, 'what was there at that instant was seen')
})

test('no line on the first visit, where nothing of others is new, and while everything read so far is new', () => {
  assert.equal(freshOf(items, null), undefined)
  assert.equal(freshOf(items, at(55)), undefined)
  assert.equal(freshOf(items.slice(1), at(42)), undefined)
  assert.equal(freshOf(items, at(10)), undefined)
  assert.equal(freshOf([], at(10)), undefined)
})
