import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DataExport } from '@shequtong/contract/data-export'
import { createFurnishedWorld, type FurnishedWorld, secrets } from '../../test/support/furnished-world.ts'

describe('吴女士 takes along what is held about her', () => {
  let furnished: FurnishedWorld
  before(async () => {
    furnished = await createFurnishedWorld()
  })
  after(() => furnished.world.close())

  test('who she is, what she said, where she is signed in; none of the words of others', async () => {
    const { world, asker, director } = furnished
    const { communityId } = world.home
    const requests = await asker.does('listMyServiceRequests', { params: { communityId } })
    const asked = requests.items.find(({ text }) => text === secrets.text)
    const params = { communityId, serviceRequestId: asked?.serviceRequestId ?? '' }
    const answer = '明天上午九点电工来换，换好告诉您。'
    await director.does('answerServiceRequest', { params, body: { text: answer } })
    await asker.does('replyToServiceRequest', { params, body: { text: '好的，我在家等。' } })
    await world.settle()
    const taken = DataExport.parse(await asker.does('exportMyData', { body: {} }))
    assert.equal(taken.identity.trueName, secrets.trueName)
    assert.match(taken.identity.documentNumber ?? '', /^310113\d{11}[\dX]$/)
    assert.match(taken.identity.phone ?? '', /^\+861380000\d{4}$/)
    assert.deepEqual(
      taken.memberships.map(({ shownName, communityName, dwelling }) => [shownName, communityName, dwelling]),
      [[secrets.shownName, '宝山九村', '92号楼 2 单元 502']],
    )
    assert.deepEqual(taken.registrations[0]?.consents, ['service', 'sensitiveIdentity', 'rollComparison'])
    assert.ok(
      taken.requests.some(({ text }) => text === secrets.privateText),
      'private words are hers too',
    )
    assert.deepEqual(
      taken.replies.map(({ text }) => text),
      ['好的，我在家等。'],
    )
    assert.deepEqual(
      taken.blocks.map(({ shownName }) => shownName),
      ['92号楼 茉莉先生'],
    )
    assert.equal(taken.sessions.length, 1)
    assert.ok(taken.notifications.some(({ kind, title }) => kind === 'serviceRequestAnswered' && title !== null))
    const all = JSON.stringify(taken)
    for (const others of [answer, secrets.note, '茉小莉', '柳小青']) assert.ok(!all.includes(others), others)
    const [photoUrl] = taken.requests.flatMap(({ photoUrls }) => photoUrls)
    const photo = await world.app.inject({
      url: new URL(photoUrl ?? '').pathname,
      headers: { cookie: asker.cookie ?? '' },
    })
    assert.equal(photo.headers['content-type'], 'image/jpeg')
  })

  test('each copy stands in the log that she reads, and the fourth in a day waits', async () => {
    const { world, asker } = furnished
    const taken = await asker.does('exportMyData', { body: {} })
    assert.equal(taken.exports.length, 2)
    assert.deepEqual(
      (await asker.does('listMyLookUps')).items.map(({ byRole, fields, reason }) => [byRole, fields.length, reason]),
      [1, 2].map(() => [null, 4, '本人带走一份自己的资料']),
    )
    await asker.does('exportMyData', { body: {} })
    const refused = await asker.isRefused('exportMyData', { body: {} }, 'rate-limited')
    assert.ok((refused.retryAfterSeconds ?? 0) > 86_000)
    assert.equal((await asker.does('listMyLookUps')).items.length, 3, 'a refusal shows nothing and logs nothing')
    world.clock.advance({ hours: 24 })
    assert.equal((await asker.does('exportMyData', { body: {} })).exports.length, 4)
  })

  test('a committee member takes along the role, and no titles of what residents said', async () => {
    const { director } = furnished
    const taken = await director.does('exportMyData', { body: {} })
    assert.deepEqual(
      taken.roles.map(({ role, territoryName }) => [role, territoryName]),
      [['committeeDirector', '宝山九村']],
    )
    assert.ok(taken.notifications.length > 0)
    assert.ok(taken.notifications.every(({ kind, title }) => title === null || kind === 'postReplied'))
    assert.deepEqual([taken.identity.trueName, taken.requests.length], [null, 0])
  })

  test('nobody else’s, and nobody’s without signing in', async () => {
    await furnished.world.stranger().isRefused('exportMyData', { body: {} }, 'unauthenticated')
  })
})
