import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periods } from '@shequtong/domain/rollups/periods'
import { periodIn, searchOf } from './period.ts'

test('a link that was shared opens with the days it was shared with', () => {
  for (const period of periods) assert.equal(periodIn(searchOf(period)), period)
})

test('an address without a period, or with one that does not exist, shows the usual days', () => {
  for (const search of ['', '?', '?period=', '?period=year', '?period=toString'])
    assert.equal(periodIn(search), 'month')
})
