import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DataExport } from '@shequtong/contract/data-export'
import chinese from '../messages/zh-CN/data-export.ts'
import { readableFile } from './readable.ts'

const data: DataExport = {
  exportedAt: '2026-11-23T12:00:00.000Z',
  identity: {
    trueName: '吴小云',
    documentKind: 'citizenId',
    documentNumber: '31011319880612001X',
    birthOn: '1988-06-12',
    phone: '+8613800000001',
    phoneVerifiedAt: null,
    wechat: [],
    knownSince: '2026-11-01T00:00:00.000Z',
  },
  memberships: [],
  roles: [],
  registrations: [],
  helpers: [],
  requests: [
    {
      communityName: '宝山九村',
      serviceRequestId: '0198a000-0000-7000-8000-000000000001',
      kind: 'matter',
      visibility: 'community',
      state: 'confirmed',
      outcome: 'solved',
      text: '</script><b>灯不亮</b> & "晚上" 看不见',
      place: '92号楼',
      region: 'CN-SH',
      submittedAt: '2026-11-02T00:00:00.000Z',
      endedAt: null,
      ratings: [],
      photoUrls: ['https://example.test/api/v1/communities/1/photos/2/full'],
    },
  ],
  replies: [],
  posts: [],
  postReplies: [],
  postViews: [],
  postLikes: [],
  mentions: [],
  postReports: [],
  notifications: [],
  lookUps: [],
  blocks: [],
  sessions: [],
  exports: ['2026-11-23T12:00:00.000Z'],
}
const reading = {
  words: chinese.file,
  language: 'zh-CN',
  moment: (instant: string) => `〔${instant.slice(0, 10)}〕`,
  term: (key: string, value: string) => (key === 'kind' && value === 'matter' ? '说件事' : value),
}

test('the file says everything in words, links its photos, and nothing written can leave its place', () => {
  const file = readableFile(data, reading)
  for (const part of Object.values(chinese.file.parts)) assert.ok(file.includes(`<h2>${part}</h2>`), part)
  assert.ok(file.includes('<dt>真名</dt><dd>吴小云</dd>'))
  assert.ok(file.includes('<dt>哪一类</dt><dd>说件事</dd>'))
  assert.ok(file.includes('〔2026-11-02〕'))
  assert.ok(file.includes('<a href="https://example.test/api/v1/communities/1/photos/2/full">'))
  assert.ok(!file.includes('<b>灯不亮</b>'))
  assert.equal(file.split('</script>').length, 2, 'one script, ours')
})

test('no part of what is held is left out of the file', () => {
  const parts: readonly string[] = Object.keys(chinese.file.parts)
  assert.deepEqual(
    parts.toSorted(),
    Object.keys(data)
      .filter((key) => key !== 'exportedAt')
      .toSorted(),
  )
})

test('the same file gives the whole back to a program', () => {
  const file = readableFile(data, reading)
  const json = /id="data">(.*)<\/script>/.exec(file)?.[1] ?? ''
  assert.deepEqual(JSON.parse(json), data)
})
