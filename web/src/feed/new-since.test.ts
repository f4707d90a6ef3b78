import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FeedItem } from '@shequtong/contract/feed'
import { newUntil } from './new-since.ts'

const at = (minute: number) => `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`
const post = (minute: number) => ({ type: 'post', publishedAt: at(minute) }) as FeedItem
const request = (minute: number) => ({ type: 'serviceRequest', times: { submittedAt: at(minute) } }) as FeedItem

const items = [post(50), request(40), post(30)]

test('the line stands below what came after the last visit, whatever it is', () => {
  assert.equal(newUntil(items, at(35)), 2)
  assert.equal(newUntil(items, at(40)), 1, 'what was there at that instant was seen')
})

test('no line on the first visit, where nothing is new, and while everything read so far is new', () => {
  assert.equal(newUntil(items, null), 0)
  assert.equal(newUntil(items, at(55)), 0)
  assert.equal(newUntil(items, at(10)), 0)
  assert.equal(newUntil([], at(10)), 0)
})
