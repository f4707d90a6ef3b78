import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat } from '../roles/hats.ts'
import { addMs, msPerDay, msPerMinute } from '../time.ts'
import {
  actionsOnPost,
  cancel,
  edit,
  like,
  maxPinnedPerBoard,
  maySeePost,
  type Post,
  pin,
  publishDue,
  publishNow,
  remove,
  reply,
  scheduleAtMostDays,
  unpin,
  write,
} from './post.ts'
import { isWhole, reaches } from './scope.ts'
import { visit, visitGapMinutes } from './visit.ts'

const now = new Date('2026-11-23T01:00:00.000Z')
const later = (minutes: number) => addMs(now, minutes * msPerMinute)
const place = { communityId: 9, subdistrictId: 30, districtId: 100 }
const neighbour: Hat = { type: 'member', place, state: 'active', kind: 'resident', tenure: 'tenant' }
const director: Hat = { type: 'role', role: 'committeeDirector', level: 'community', territoryId: 9 }
const manager: Hat = { ...director, role: 'propertyManager' }
const officer: Hat = { type: 'role', role: 'districtOfficer', level: 'district', territoryId: 100 }

const published: Post = {
  state: 'published',
  writtenAt: now,
  publishedAt: now,
  pinnedAt: undefined,
  editedAt: undefined,
}
const scheduled: Post = { ...published, state: 'scheduled', publishedAt: later(60) }
const codeOf = (result: { ok: boolean; violation?: { code: string } }) => (result.ok ? 'ok' : result.violation?.code)

describe('writing', () => {
  it('a neighbour needs no title, an office says in one what it is about', () => {
    const plain = { title: null, publishAt: undefined }
    assert.equal(codeOf(write({ ...plain, byRole: false }, now)), 'ok')
    assert.equal(codeOf(write({ ...plain, byRole: true }, now)), 'title-missing')
  })
  it('schedules from the next instant on, up to the last day and not a moment beyond', () => {
    const at = (publishAt: Date) => write({ byRole: true, title: '停水', publishAt }, now)
    const last = addMs(now, scheduleAtMostDays * msPerDay)
    assert.equal(codeOf(at(now)), 'publish-at-past')
    assert.equal(codeOf(at(addMs(last, 1))), 'publish-at-too-far')
    const done = at(last)
    assert.ok(done.ok)
    assert.deepEqual([done.value.state, done.value.publishedAt], ['scheduled', last])
  })
})

describe('time and turns', () => {
  it('is published as of the instant that was said, and not before', () => {
    assert.equal(codeOf(publishDue(scheduled, addMs(scheduled.publishedAt, -1))), 'not-yet-due')
    const done = publishDue(scheduled, later(600))
    assert.ok(done.ok)
    assert.deepEqual([done.value.state, done.value.publishedAt], ['published', later(60)])
    assert.equal(codeOf(publishDue(done.value, later(600))), 'transition-refused')
  })
  it('may be published at once or called off, and neither after the other', () => {
    const early = publishNow(scheduled, now)
    assert.ok(early.ok)
    assert.equal(early.value.publishedAt, now)
    assert.equal(codeOf(cancel(early.value)), 'transition-refused')
    const off = cancel(scheduled)
    assert.ok(off.ok)
    for (const act of [publishNow(off.value, now), publishDue(off.value, later(600)), reply(off.value)])
      assert.equal(codeOf(act), 'transition-refused')
  })
  it('is removed by its author without a word, by the committee with a reason, once; nothing is said below it then', () => {
    assert.equal(codeOf(remove(published, { byAuthor: false, reason: '。。' })), 'reason-not-stated')
    const pinned = pin(published, 0, now)
    assert.ok(pinned.ok)
    const gone = remove(pinned.value, { byAuthor: true, reason: '' })
    assert.ok(gone.ok)
    assert.deepEqual([gone.value.state, gone.value.pinnedAt], ['removed', undefined])
    assert.equal(codeOf(remove(gone.value, { byAuthor: true, reason: '' })), 'transition-refused')
    assert.equal(codeOf(reply(gone.value)), 'transition-refused')
  })
  it('stands above the others up to three a board; pinning twice changes nothing', () => {
    const third = pin(published, maxPinnedPerBoard - 1, now)
    assert.ok(third.ok)
    assert.equal(codeOf(pin(published, maxPinnedPerBoard, now)), 'too-many-pinned')
    const again = pin(third.value, maxPinnedPerBoard, later(5))
    assert.ok(again.ok)
    assert.equal(again.value.pinnedAt, now)
    const down = unpin(third.value)
    assert.ok(down.ok)
    assert.equal(down.value.pinnedAt, undefined)
  })
})

describe('likes and new words', () => {
  const words = { byRole: false, title: null, editedAt: undefined }
  it('what is out may be liked; nothing else', () => {
    assert.equal(codeOf(like(published)), 'ok')
    assert.equal(codeOf(like(scheduled)), 'transition-refused')
  })
  it('words change before and after they are out, not after they were removed; an office keeps a title', () => {
    assert.equal(codeOf(edit(published, words)), 'ok')
    assert.equal(codeOf(edit(scheduled, words)), 'ok')
    assert.equal(codeOf(edit({ ...published, state: 'removed' }, words)), 'transition-refused')
    assert.equal(codeOf(edit(published, { ...words, byRole: true })), 'title-missing')
  })
  it('never writes over words that were not read', () => {
    const changed = { ...published, editedAt: now }
    assert.equal(codeOf(edit(changed, words)), 'edited-meanwhile')
    assert.equal(codeOf(edit(changed, { ...words, editedAt: later(1) })), 'edited-meanwhile')
    assert.equal(codeOf(edit(changed, { ...words, editedAt: new Date(now) })), 'ok')
  })
})

describe('who sees and does what', () => {
  it('what is not out yet is its author’s and the committee’s', () => {
    assert.equal(maySeePost({ hat: neighbour, isAuthor: false }, scheduled, true), false)
    assert.equal(maySeePost({ hat: manager, isAuthor: false }, scheduled, true), false)
    assert.equal(maySeePost({ hat: manager, isAuthor: true }, scheduled, true), true)
    assert.equal(maySeePost({ hat: director, isAuthor: false }, scheduled, true), true)
    assert.equal(maySeePost({ hat: neighbour, isAuthor: false }, published, false), false)
    assert.equal(
      maySeePost({ hat: neighbour, isAuthor: true }, published, false),
      true,
      'who moved away keeps the own words',
    )
  })
  it('a neighbour replies, the author takes back, the committee keeps order, who is above or suspended does nothing', () => {
    const actions = (hat: Hat, isAuthor: boolean, post: Post = published) => actionsOnPost({ hat, isAuthor }, post)
    assert.deepEqual(actions(neighbour, false), ['reply', 'like', 'report'])
    assert.deepEqual(actions(neighbour, true), ['reply', 'edit', 'remove'])
    assert.deepEqual(actions(director, false), ['reply', 'like', 'report', 'remove', 'pin'])
    assert.deepEqual(actions(director, false, { ...published, pinnedAt: now }), [
      'reply',
      'like',
      'report',
      'remove',
      'unpin',
    ])
    assert.deepEqual(actions(manager, true, scheduled), ['edit', 'cancel', 'publishNow'])
    assert.deepEqual(actions(officer, false), [])
    assert.deepEqual(actions({ ...neighbour, state: 'suspended' } as Hat, true), [])
  })
})

describe('for whom', () => {
  it('reaches who lives there, and every role', () => {
    const stairs = { kind: 'staircase', placeId: 's2' } as const
    assert.equal(reaches(stairs, ['c', 'a', 'b', 's2']), true)
    assert.equal(reaches(stairs, ['c', 'a', 'b', 's1']), false)
    assert.equal(reaches(stairs, []), false)
    assert.equal(reaches(stairs, undefined), true)
    assert.equal(reaches({ kind: 'community', placeId: null }, []), true)
    assert.deepEqual(
      [stairs, { kind: 'building', placeId: null } as const, { kind: 'community', placeId: 'x' } as const].map(isWhole),
      [true, false, false],
    )
  })
})

describe('new since the last visit', () => {
  it('counts from the end of the visit before; coming back within half an hour goes on with the same', () => {
    const first = visit(undefined, now)
    assert.deepEqual(first, { visitedAt: now, previousAt: undefined })
    const same = visit(first, later(visitGapMinutes - 1))
    assert.equal(same.previousAt, undefined)
    const next = visit(same, later(2 * visitGapMinutes - 1))
    assert.deepEqual(next.previousAt, later(visitGapMinutes - 1))
    const again = visit(next, later(2 * visitGapMinutes + 5))
    assert.deepEqual(again.previousAt, later(visitGapMinutes - 1), 'a reload keeps the line where it was')
  })
})
