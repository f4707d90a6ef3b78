import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addMs, msPerMinute } from '../time.ts'
import { interactionsOf } from './interactions.ts'
import { countsOfMembership, householdChange } from './membership-counts.ts'
import { bucketsOf, metrics, spanBucketsMinutes, spanKinds, spanMetric } from './metrics.ts'
import { countsOfServiceRequest, type ServiceRequestTimes } from './service-request-counts.ts'

const submittedAt = new Date('2026-11-20T02:00:00Z')
const after = (minutes: number) => addMs(submittedAt, minutes * msPerMinute)
const fresh: ServiceRequestTimes = {
  visibility: 'community',
  submittedAt,
  readAt: undefined,
  answeredAt: undefined,
  resolvedAt: undefined,
  reopenedCount: 0,
}

describe('the spans', () => {
  it('put a span of exactly N minutes below N and one millisecond more above it', () => {
    for (const kind of spanKinds)
      for (const [i, upto] of spanBucketsMinutes[kind].entries()) {
        assert.equal(spanMetric(kind, submittedAt, after(upto)), bucketsOf(kind)[i]?.metric)
        assert.equal(spanMetric(kind, submittedAt, addMs(after(upto), 1)), bucketsOf(kind)[i + 1]?.metric)
      }
  })

  it('keep the names under which they were counted: another end would orphan the rows of yesterday', () => {
    assert.deepEqual(
      spanKinds.flatMap((kind) => bucketsOf(kind).map(({ metric }) => metric)),
      [
        ...['heard.10', 'heard.60', 'heard.240', 'heard.1440', 'heard.later'],
        ...['answered.60', 'answered.240', 'answered.720', 'answered.1440', 'answered.later'],
        ...['resolved.1440', 'resolved.4320', 'resolved.7200', 'resolved.12960', 'resolved.21600', 'resolved.later'],
      ],
    )
  })

  it('have ascending ends and names of their own', () => {
    for (const kind of spanKinds)
      assert.deepEqual(
        spanBucketsMinutes[kind],
        [...spanBucketsMinutes[kind]].sort((a, b) => a - b),
      )
    assert.equal(new Set(metrics).size, metrics.length)
  })
})

describe('what a fact adds', () => {
  it('counts the first submission as one item and one interaction', () => {
    assert.deepEqual(countsOfServiceRequest({ did: 'submitted', after: fresh, before: undefined }), {
      submitted: 1,
      interactions: 1,
    })
  })

  it('counts what only the committee reads among all, and apart', () => {
    const hidden = { ...fresh, visibility: 'private' } as const
    assert.deepEqual(countsOfServiceRequest({ did: 'submitted', after: hidden, before: undefined }), {
      submitted: 1,
      submittedPrivately: 1,
      interactions: 1,
    })
    assert.deepEqual(countsOfServiceRequest({ did: 'read', after: { ...hidden, readAt: after(5) }, before: hidden }), {
      'heard.10': 1,
    })
  })

  it('counts each time the promised time passed', () => {
    assert.deepEqual(countsOfServiceRequest({ did: 'breached', after: fresh, before: fresh }), { breached: 1 })
  })

  it('counts hearing with the answer that implied it, and neither again', () => {
    const answered = { ...fresh, readAt: after(30), answeredAt: after(30) }
    assert.deepEqual(countsOfServiceRequest({ did: 'answered', after: answered, before: fresh }), {
      interactions: 1,
      answered: 1,
      'heard.60': 1,
      'answered.60': 1,
    })
    assert.deepEqual(countsOfServiceRequest({ did: 'answered', after: answered, before: answered }), {
      interactions: 1,
    })
  })

  it('counts two facts of the same millisecond once each', () => {
    const read = { ...fresh, readAt: after(5) }
    const answered = { ...read, answeredAt: after(5) }
    assert.deepEqual(countsOfServiceRequest({ did: 'read', after: read, before: fresh }), { 'heard.10': 1 })
    assert.deepEqual(countsOfServiceRequest({ did: 'answered', after: answered, before: read }), {
      interactions: 1,
      answered: 1,
      'answered.60': 1,
    })
  })

  it('counts the span to the first result, not to the one after reopening', () => {
    const heard = { ...fresh, readAt: after(1), answeredAt: after(2) }
    const first = countsOfServiceRequest({
      did: 'resolved',
      after: { ...heard, resolvedAt: after(1_441) },
      before: heard,
    })
    assert.deepEqual(first, { resolved: 1, 'resolved.4320': 1 })
    const again = { ...heard, reopenedCount: 1 }
    const second = countsOfServiceRequest({
      did: 'resolved',
      after: { ...again, resolvedAt: after(9_000) },
      before: again,
    })
    assert.deepEqual(second, { resolved: 1 })
  })

  it('lets a receipt, a note and an assignment count nothing', () => {
    for (const did of ['receipt_kept', 'noted', 'assigned', 'suspended', 'resumed'])
      assert.deepEqual(countsOfServiceRequest({ did, after: fresh, before: fresh }), {})
  })
})

describe('posts', () => {
  it('are interactions, they and their replies, and nothing that is done to them afterwards is', () => {
    assert.deepEqual([interactionsOf('post.published'), interactionsOf('post.replied')], [1, 1])
    for (const did of ['scheduled', 'canceled', 'removed', 'reply_removed', 'pinned', 'unpinned'])
      assert.equal(interactionsOf(`post.${did}`), 0)
  })
})

describe('members', () => {
  it('takes away at the end exactly what the start added', () => {
    const member = { memberKind: 'merchant', party: true } as const
    assert.deepEqual(countsOfMembership(member, 1), { 'members.merchant': 1, partyMembers: 1 })
    assert.deepEqual(countsOfMembership(member, -1), { 'members.merchant': -1, partyMembers: -1 })
  })

  it('counts a household with its first and without its last member', () => {
    assert.equal(householdChange(0, 1), 1)
    assert.equal(householdChange(1, 2), 0)
    assert.equal(householdChange(2, 1), 0)
    assert.equal(householdChange(1, 0), -1)
    assert.equal(householdChange(0, 0), 0)
  })
})
