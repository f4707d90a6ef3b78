import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { ConnectionError, ProblemError } from './problem-error.ts'
import { invalidate, keyOf, mayPass, queryClient } from './query-client.ts'

afterEach(() => queryClient.clear())

const isStale = (key: readonly unknown[]): boolean => queryClient.getQueryState(key)?.isInvalidated === true

test('after an answer the thread and the feed of that community are read anew, the neighbours next door stay', async () => {
  const here = keyOf('listFeed', { params: { communityId: 9 } }, 'pages')
  const nextDoor = keyOf('listFeed', { params: { communityId: 10 } }, 'pages')
  const thread = keyOf('readServiceRequest', { params: { communityId: 9, serviceRequestId: 'a' } }, 'one')
  for (const key of [here, nextDoor, thread]) queryClient.setQueryData(key, {})
  await invalidate('listFeed', { communityId: 9 })
  await invalidate('readServiceRequest', { communityId: 9 })
  assert.deepEqual([isStale(here), isStale(nextDoor), isStale(thread)], [true, false, true])
})

test('without params every read of an endpoint is asked anew and no other endpoint', async () => {
  const me = keyOf('readMe', {}, 'one')
  const sessions = keyOf('listSessions', {}, 'one')
  for (const key of [me, sessions]) queryClient.setQueryData(key, {})
  await invalidate('readMe')
  assert.deepEqual([isStale(me), isStale(sessions)], [true, false])
})

test('a lost connection is worth asking again, a refusal is not', () => {
  assert.equal(mayPass(new ConnectionError()), true)
  assert.equal(mayPass(new ProblemError('dependency-unavailable', 503)), true)
  assert.equal(mayPass(new ProblemError('not-found', 404)), false)
})
