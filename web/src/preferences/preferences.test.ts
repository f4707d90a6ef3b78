import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPreferences, parsePreferences, shownTheme } from './preferences.ts'

test('a phone that keeps nothing, or nonsense, gets the defaults', () => {
  for (const kept of [null, '', 'null', '{', '[]', '{"mode":"huge","theme":7}']) {
    assert.deepEqual(parsePreferences(kept), defaultPreferences)
  }
})

test('an elder who chose the large version gets it back although another field is broken', () => {
  assert.deepEqual(parsePreferences('{"mode":"elder","language":"fr"}'), { ...defaultPreferences, mode: 'elder' })
})

test('the command center is ink by night and by day unless light was chosen', () => {
  assert.equal(shownTheme('system', false, 'command'), 'ink')
  assert.equal(shownTheme('dark', true, 'command'), 'ink')
  assert.equal(shownTheme('light', true, 'command'), 'light')
})

test('a resident follows the phone until a theme is chosen', () => {
  assert.equal(shownTheme('system', true, 'resident'), 'dark')
  assert.equal(shownTheme('system', false, 'resident'), 'light')
  assert.equal(shownTheme('light', true, 'resident'), 'light')
})
