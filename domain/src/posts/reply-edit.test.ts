import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Hat } from '../roles/hats.ts'
import { postStates } from './post.ts'
import { editReply, mayEditReply } from './reply-edit.ts'

const at = new Date('2026-11-20T09:00:00+08:00')
const later = new Date('2026-11-20T10:00:00+08:00')
const post = { state: 'published', writtenAt: at, publishedAt: at, pinnedAt: undefined, editedAt: undefined } as const
const place = { communityId: 9, subdistrictId: 30, districtId: 100 }
const member = (state: 'active' | 'suspended'): Hat => ({
  type: 'member',
  place,
  state,
  kind: 'resident',
  tenure: 'propertyOwner',
})
const director: Hat = { type: 'role', role: 'committeeDirector', level: 'community', territoryId: 9 }

describe('words below a post are changed', () => {
  it('by whoever said them, neighbour or role; by nobody else, the committee neither', () => {
    for (const hat of [member('active'), director]) {
      assert.equal(mayEditReply(hat, { post, isOwn: true, isRemoved: false }), true)
      assert.equal(mayEditReply(hat, { post, isOwn: false, isRemoved: false }), false)
    }
  })

  it('not by a suspended member, not once they were taken away, not below a post that is gone', () => {
    assert.equal(mayEditReply(member('suspended'), { post, isOwn: true, isRemoved: false }), false)
    assert.equal(mayEditReply(director, { post, isOwn: true, isRemoved: true }), false)
    for (const state of postStates.filter((one) => one !== 'published')) {
      assert.equal(mayEditReply(director, { post: { ...post, state }, isOwn: true, isRemoved: false }), false, state)
      const refusal = editReply(
        { post: { ...post, state }, isRemoved: false, editedAt: undefined },
        { editedAt: undefined },
      )
      assert.deepEqual(refusal, { ok: false, violation: { code: 'transition-refused', from: state, allowed: [] } })
    }
  })

  it('only over the words that were read', () => {
    const said = { post, isRemoved: false }
    assert.equal(editReply({ ...said, editedAt: undefined }, { editedAt: undefined }).ok, true)
    assert.equal(editReply({ ...said, editedAt: at }, { editedAt: new Date(at) }).ok, true)
    for (const [now, read] of [
      [at, undefined],
      [undefined, at],
      [later, at],
    ] as const)
      assert.deepEqual(editReply({ ...said, editedAt: now }, { editedAt: read }), {
        ok: false,
        violation: { code: 'edited-meanwhile' },
      })
  })
})
