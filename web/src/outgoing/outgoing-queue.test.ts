import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConnectionError, ProblemError } from '../api/problem-error.ts'
import type { Outgoing } from './outgoing.ts'
import { createOutgoingQueue, type QueueParts } from './outgoing-queue.ts'

const words = (key: string, hatId = 'wu'): Outgoing => ({
  name: 'submitServiceRequest',
  input: { params: { communityId: 9 }, body: { kind: 'matter', text: `路灯 ${key}`, place: '92号楼' } },
  key,
  hatId,
  since: '2026-03-02T11:00:00.000Z',
  refused: null,
})

const street = (answers: (Error | undefined)[] = [], kept: { items: string | null } = { items: null }) => {
  const sent: string[] = []
  const send: QueueParts['send'] = async ({ key }) => {
    sent.push(key)
    const answer = answers.shift()
    if (answer !== undefined) throw answer
    return { serviceRequestId: key } as never
  }
  const store = {
    read: () => kept.items,
    write: (items: string | null) => {
      kept.items = items
    },
  }
  return { queue: createOutgoingQueue({ store, send, backOffMs: () => 5 }), sent, kept }
}

const keysOf = (items: readonly Outgoing[]) => items.map(({ key }) => key)

test('what was written without a connection goes out by itself, in order, each once, and is then kept no longer', async () => {
  const { queue, sent, kept } = street([new ConnectionError(), new ConnectionError()])
  const arrived: string[] = []
  queue.subscribe((news) => news !== undefined && arrived.push(news.item.key))
  queue.add(words('a'))
  queue.add(words('b'))
  queue.serve('wu')
  for (let waited = 0; queue.waiting('wu').length > 0 && waited < 400; waited += 1) await sleep(5)
  assert.deepEqual(sent, ['a', 'a', 'a', 'b'])
  assert.deepEqual(arrived, ['a', 'b'])
  assert.equal(kept.items, null)
})

test('another page finds it again and sends it under the same key', async () => {
  const first = street([new ConnectionError()])
  first.queue.add(words('a'))
  const second = street([], { items: first.kept.items })
  second.queue.serve('wu')
  await second.queue.flush()
  assert.deepEqual(second.sent, ['a'])
})

test('nobody’s words go out under another’s hat', async () => {
  const { queue, sent } = street()
  queue.add(words('a', 'wu'))
  queue.add(words('b', 'shen'))
  queue.serve('shen')
  await queue.flush()
  assert.deepEqual(sent, ['b'])
  assert.deepEqual(keysOf(queue.waiting('wu')), ['a'])
})

test('what the server refuses is asked no more and waits for a person, and the next goes on', async () => {
  const { queue, sent } = street([new ProblemError('invalid-input', 422)])
  queue.add(words('a'))
  queue.add(words('b'))
  queue.serve('wu')
  await queue.flush()
  await queue.flush()
  assert.deepEqual(sent, ['a', 'b'])
  assert.deepEqual(
    queue.waiting('wu').map(({ key, refused }) => [key, refused]),
    [['a', 'invalid-input']],
  )
})

test('signed out, everything waits without another attempt until somebody looks again', async () => {
  const { queue, sent } = street([new ProblemError('unauthenticated', 401)])
  queue.add(words('a'))
  queue.serve('wu')
  await sleep(40)
  assert.deepEqual(sent, ['a'])
  await queue.flush()
  assert.deepEqual(sent, ['a', 'a'])
  assert.deepEqual(queue.waiting('wu'), [])
})

test('taken back it goes out no more, and what was kept in a form nobody knows is left out', async () => {
  const { queue, sent } = street([], { items: '[{"key":1},7,null,{"name":"signOut"}]' })
  queue.add(words('a'))
  assert.equal(queue.takeBack('a')?.key, 'a')
  assert.equal(queue.takeBack('a'), undefined)
  queue.serve('wu')
  await queue.flush()
  assert.deepEqual(sent, [])
})

test('a device that keeps nothing says so', () => {
  const queue = createOutgoingQueue({
    store: { read: () => null, write: () => undefined },
    send: () => Promise.reject(new ConnectionError()),
    backOffMs: () => 5,
  })
  assert.equal(queue.add(words('a')), false)
})
