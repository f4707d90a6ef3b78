import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Voice } from '@shequtong/contract/service-requests'
import { neighboursAmong } from './neighbours-among.ts'

const voice = (shownName: string, more: object = {}) => ({ shownName, role: null, you: false, ...more }) as Voice

test('whoever speaks is named once, by the first of their words; no office, and not the reader', () => {
  const replies = [
    { by: voice('18号楼 沈女士'), partId: 'a' },
    { by: voice('孙主任', { role: 'committeeDirector' }), partId: 'b' },
    { by: voice('18号楼 沈女士'), partId: 'c' },
    { by: voice('92号楼 吴女士', { you: true }), partId: 'd' },
    { by: voice('36号楼 顾老伯'), partId: 'e' },
  ]
  assert.deepEqual(neighboursAmong([{ by: voice('36号楼 顾老伯'), partId: null }, ...replies]), [
    { shownName: '36号楼 顾老伯', partId: null },
    { shownName: '18号楼 沈女士', partId: 'a' },
  ])
})
