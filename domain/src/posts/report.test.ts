import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat } from '../roles/hats.ts'
import type { Post } from './post.ts'
import { mayDecideReport, mayReport, report } from './report.ts'

const now = new Date('2026-11-23T01:00:00.000Z')
const place = { communityId: 9, subdistrictId: 30, districtId: 100 }
const neighbour: Hat = { type: 'member', place, state: 'active', kind: 'resident', tenure: 'tenant' }
const director: Hat = { type: 'role', role: 'committeeDirector', level: 'community', territoryId: 9 }
const post: Post = { state: 'published', writtenAt: now, publishedAt: now, pinnedAt: undefined, editedAt: undefined }
const others = { post, isOwn: false, isReplyRemoved: false }
const insult = { reason: 'insult', words: '' } as const
const codeOf = (result: { ok: boolean; violation?: { code: string } }) => (result.ok ? 'ok' : result.violation?.code)

describe('reporting words', () => {
  it('needs no more than a reason; 别的 says what it is', () => {
    assert.equal(codeOf(report(others, insult)), 'ok')
    assert.equal(codeOf(report(others, { reason: 'other', words: '。。' })), 'reason-not-stated')
    assert.equal(codeOf(report(others, { reason: 'other', words: '把我家门牌写出来了' })), 'ok')
  })
  it('is for what stands there and somebody else wrote', () => {
    assert.equal(codeOf(report({ ...others, isOwn: true }, insult)), 'transition-refused')
    assert.equal(codeOf(report({ ...others, isReplyRemoved: true }, insult)), 'transition-refused')
    assert.equal(codeOf(report({ ...others, post: { ...post, state: 'removed' } }, insult)), 'transition-refused')
  })
  it('is offered to whoever may speak there, about others', () => {
    assert.equal(mayReport(neighbour, others), true)
    assert.equal(mayReport({ ...neighbour, state: 'suspended' } as Hat, others), false)
    assert.equal(mayReport(neighbour, { ...others, isOwn: true }), false)
    assert.equal(mayReport(director, { ...others, isReplyRemoved: true }), false)
  })
  it('is decided by the committee, and by nobody about the own words', () => {
    assert.equal(mayDecideReport(director, false), true)
    assert.equal(mayDecideReport(director, true), false)
    assert.equal(mayDecideReport(neighbour, false), false)
  })
})
