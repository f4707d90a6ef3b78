import assert from 'node:assert/strict'
import { test } from 'node:test'
import roleWords from '../messages/zh-CN/roles.ts'
import requestWords from '../messages/zh-CN/service-requests.ts'
import chinese from '../messages/zh-CN/workbench.ts'
import { whyHere } from './why-here.ts'

const row: Parameters<typeof whyHere>[0] = {
  state: 'read',
  clock: { deadlineAt: '2026-11-23T09:20:00.000Z', pausedAt: null, stoppedAt: null },
  suspension: null,
  suspendedUntilOn: null,
  visibility: 'community',
  level: 'community',
  responsibleRole: 'committeeDirector',
  offer: null,
  assignee: null,
  reopenedCount: 0,
  mergedCount: 0,
}
const why = (changes: Partial<typeof row>, reader: Parameters<typeof whyHere>[1] = 'committeeSecretary') =>
  whyHere({ ...row, ...changes }, reader, chinese.why, roleWords.role, requestWords.level, (on) => on.slice(5))

test('an ordinary matter of the committee says nothing of itself', () => {
  assert.deepEqual(why({}), [])
})

test('what was handed to the property manager says so to 郭书记, and to 周经理 that it is his', () => {
  assert.deepEqual(why({ responsibleRole: 'propertyManager' }), ['等物业回应'])
  assert.deepEqual(why({ responsibleRole: 'propertyManager' }, 'propertyManager'), ['转给您了'])
})

test('what waits for somebody to take it on says so to 郭书记, and to 周经理 that it is his to decide', () => {
  const offer = { toRole: 'propertyManager', lapsesAt: '2026-11-23T12:00:00.000Z' } as const
  assert.deepEqual(why({ offer }), ['等物业接手'])
  assert.deepEqual(why({ offer }, 'propertyManager'), ['转给您，等您接手'])
})

test('a second round stands before everything else, a private matter says for whom it is', () => {
  assert.deepEqual(why({ reopenedCount: 2, suspension: 'askedBack', visibility: 'private' }), [
    '本人第 2 次说还没好',
    '等本人补充',
    '只给居委看',
  ])
})

test('what was reported up says to which level', () => {
  assert.deepEqual(why({ level: 'subdistrict' }), ['已报街镇'])
})

test('a suspended matter says until when', () => {
  assert.deepEqual(why({ suspension: 'suspended', suspendedUntilOn: '2026-11-27' }), ['停到 11-27，写了原因'])
})

test('whoever has it in hand is named instead of the role', () => {
  assert.deepEqual(why({ responsibleRole: 'propertyManager', assignee: '老钱' }), ['老钱在办'])
})
