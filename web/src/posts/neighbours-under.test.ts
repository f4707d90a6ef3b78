import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostView } from '@shequtong/contract/posts'
import { neighboursUnder } from './neighbours-under.ts'

const voice = (shownName: string, more: object = {}) =>
  ({ shownName, role: null, you: false, ...more }) as PostView['by']

test('whoever speaks under a post is named once, by the first of their words; no office, and not the reader', () => {
  const replies = [
    { by: voice('18号楼 沈女士'), postReplyId: 'a' },
    { by: voice('孙主任', { role: 'committeeDirector' }), postReplyId: 'b' },
    { by: voice('18号楼 沈女士'), postReplyId: 'c' },
    { by: voice('92号楼 吴女士', { you: true }), postReplyId: 'd' },
    { by: voice('36号楼 顾老伯'), postReplyId: 'e' },
  ]
  assert.deepEqual(neighboursUnder({ by: voice('36号楼 顾老伯') }, replies), [
    { shownName: '36号楼 顾老伯', postReplyId: null },
    { shownName: '18号楼 沈女士', postReplyId: 'a' },
  ])
})
