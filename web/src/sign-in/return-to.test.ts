import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doorTo, returnToOf, signInOnTheWayTo } from './return-to.ts'

test('who signs in on the way to a page of ours arrives there', () => {
  assert.equal(returnToOf('/j/ABCD-1234/register?at=where'), '/j/ABCD-1234/register?at=where')
})

test('a link that would lead out of the house is forgotten', () => {
  for (const asked of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])
    assert.equal(returnToOf(asked), null, String(asked))
})

test('a link into a room of members leads through the door and back to that very page', () => {
  for (const address of ['/me/look-ups', '/communities/30/service-requests/8ab-1', '/work/30?sort=late', '/home']) {
    const door = doorTo(address) ?? ''
    assert.ok(door.startsWith('/sign-in?'), address)
    assert.equal(returnToOf(new URLSearchParams(door.slice('/sign-in?'.length)).get('returnTo')), address)
  }
})

test('what everybody may read is reached without a door, and no page of ours that only begins alike', () => {
  for (const address of [
    '/',
    '/demo',
    '/j/ABCD',
    '/r/ABCD',
    '/sign-in',
    '/sign-in/wechat?code=1',
    '/meadow',
    '/nowhere',
  ])
    assert.equal(doorTo(address), null, address)
})

test('an address that cannot be come back to still leads to the door', () => {
  assert.equal(signInOnTheWayTo('//evil.example'), '/sign-in')
})
