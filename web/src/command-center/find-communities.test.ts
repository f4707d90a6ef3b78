import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Findable, findCommunities } from './find-communities.ts'

const of = (name: string, subdistrictName: string): Findable => ({ communityId: name.length, name, subdistrictName })
const all = [
  of('宝山九村', '友谊路街道'),
  of('通河四村一', '张庙街道'),
  of('通河一村', '张庙街道'),
  of('九英里', '庙行镇'),
]
const names = (typed: string) => findCommunities(all, typed).map(({ name }) => name)

test('an officer finds a community by any part of its name, names that begin with it first', () => {
  assert.deepEqual(names('九'), ['九英里', '宝山九村'])
  assert.deepEqual(names('通河'), ['通河四村一', '通河一村'])
})

test('two words narrow it down, the subdistrict may be one of them', () => {
  assert.deepEqual(names('庙行 九'), ['九英里'])
  assert.deepEqual(names(' 通河　四 '), ['通河四村一'])
})

test('nothing typed finds nothing rather than all 567', () => {
  assert.deepEqual(names('  '), [])
  assert.deepEqual(names('没有这个'), [])
})
