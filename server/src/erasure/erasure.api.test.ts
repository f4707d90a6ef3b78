import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plainPhoto } from '../../test/support/furnished-world.ts'
import type { TestPerson } from '../../test/support/test-person.ts'
import { createTestWorld, type TestWorld } from '../../test/support/test-world.ts'
import { createJobs } from '../jobs/jobs.ts'
import { keptOnPurpose, tracesOf, type Wanted } from './test-traces.ts'

describe('everything that is known of a person is erased', () => {
  let world: TestWorld
  let sun: TestPerson
  let communityId: number
  before(async () => {
    world = await createTestWorld()
    communityId = world.home.communityId
    sun = await world.reviewer(communityId)
  })
  after(() => world.close())

  const jobs = () => createJobs(world.services)
  const traces = (wanted: Wanted) => tracesOf(world.ownerPool, wanted)

  /** Somebody who registered, with what the catalog is searched for. */
  const applicant = async (trueName: string, shownName: string) => {
    const phone = world.newPhone()
    const person = await world.visitor(trueName, phone)
    const claim = await world.claim(world.home, { trueName, shownName })
    const { registrationId } = await person.does('register', { params: { code: world.home.code }, body: claim })
    const { personId } = await world.services.db.one<{ personId: string }>(
      `select person_id as "personId" from registrations where registration_id = $1`,
      [registrationId],
    )
    const openid = `openid-of-${registrationId}`
    const put = { appId: 'wx-test', openid, unionid: null }
    assert.ok((await world.services.vault.putOpenid(world.services.db, personId, put, world.clock.now())).ok)
    const { rows } = await world.ownerPool.query<{ blind: Buffer }>(
      `select blind from identity.blind_indexes where person_id = $1
       union all select unnest(true_name_blinds) from identity.persons_identity where person_id = $1`,
      [personId],
    )
    assert.equal(rows.length, 4, 'name, document, phone and openid are found by an index each')
    const wanted: Wanted = {
      texts: [shownName, trueName, phone, claim.documentNumber, openid],
      blinds: [...rows.map(({ blind }) => blind), world.services.vault.phoneCodeIndex(`+86${phone}`)],
    }
    return { person, personId, wanted, phone, at: { params: { communityId, registrationId } } }
  }
  const refused = async (params: { communityId: number; registrationId: string }, shownName: string) => {
    await sun.does('askBackRegistration', { params, body: { question: `${shownName}，您是租的还是买的？` } })
    return sun.does('refuseRegistration', { params, body: { reason: `${shownName}不在名册上，请带房产证来。` } })
  }
  test('冯女士 was refused: she erases herself at once, and no column of any table knows her', async () => {
    const shownName = '92号楼 冯女士'
    const { person, wanted, at, phone } = await applicant('冯小兰', shownName)
    await refused(at.params, shownName)
    await world.settle()
    const before = await traces(wanted)
    for (const column of ['registrations.shown_name', 'registrations.refusal_reason', 'notifications.title'])
      assert.ok(before.includes(`public.${column}`), `${column} knows her before`)
    assert.ok(before.includes('identity.blind_indexes.blind'))

    assert.deepEqual(await person.does('readErasure'), { obstacle: null, registrationCount: 1, waitingCount: 0 })
    const { cookie } = person
    await person.does('eraseMe', { body: {} })
    assert.equal(person.cookie, 'shequtong=', 'the browser forgets the session')
    person.cookie = cookie
    await person.isRefused('listSessions', {}, 'unauthenticated')
    assert.deepEqual(await traces(wanted), [], 'also of what others were answered')

    const again = await world.visitor('冯女士 again', phone)
    assert.deepEqual(await again.does('readErasure'), { obstacle: null, registrationCount: 0, waitingCount: 0 })
  })

  test('who signed in and never registered, and who still waits, are erased too; the committee has one less to check', async () => {
    const passer = await world.visitor('a passer-by')
    await passer.does('eraseMe', { body: {} })
    const { person, wanted, at } = await applicant('戚小梅', '92号楼 戚女士')
    await sun.does('askBackRegistration', { params: at.params, body: { question: '您是租的还是买的？' } })
    await person.does('replyToAskBack', {
      params: { registrationId: at.params.registrationId },
      body: { text: '戚小梅，去年买的。' },
    })
    assert.deepEqual(await person.does('readErasure'), { obstacle: null, registrationCount: 1, waitingCount: 1 })
    await person.does('eraseMe', { body: {} })
    await world.settle()
    assert.deepEqual(await traces(wanted), [])
    const waiting = await sun.does('listRegistrations', { params: { communityId } })
    assert.ok(waiting.items.every(({ registrationId }) => registrationId !== at.params.registrationId))
    assert.equal(
      (await sun.isRefused('approveRegistration', { ...at, body: {} }, 'transition-refused')).from,
      'withdrawn',
    )
  })

  test('韩先生 leaves: what an earlier refusal said of him goes too, and only what is kept on purpose remains', async () => {
    const shownName = '92号楼 韩先生'
    const { person, wanted, at, personId } = await applicant('韩小东', shownName)
    await refused(at.params, shownName)
    await person.does('replyToAskBack', {
      params: { registrationId: at.params.registrationId },
      body: { text: '韩小东，房产证已经送来。' },
    })
    await sun.does('refuseRegistration', { params: at.params, body: { reason: `${shownName}请重填一份。` } })
    const claim = await world.claim(world.home, { trueName: '韩小东', shownName })
    const second = await person.does('register', {
      params: { code: world.home.code },
      body: { ...claim, documentNumber: wanted.texts[3] ?? '' },
    })
    await sun.does('approveRegistration', {
      params: { communityId, registrationId: second.registrationId },
      body: {},
    })
    assert.equal((await person.does('readErasure')).obstacle, 'membership-held')
    assert.equal((await person.isRefused('eraseMe', { body: {} }, 'rule-refused')).code, 'membership-held')
    const { photoId } = await person.does(
      'uploadPhoto',
      { params: { communityId } },
      { binary: { type: 'image/jpeg', bytes: await plainPhoto() } },
    )
    const membershipId = (await person.does('readMe')).hats[0]?.hatId ?? ''
    const asked = await person.does('submitServiceRequest', {
      params: { communityId },
      body: { kind: 'matter', text: '我是韩小东，三楼的灯不亮了。', place: '92号楼', photoIds: [photoId] },
    })
    const params = { communityId, serviceRequestId: asked.serviceRequestId }
    await sun.does('resolveServiceRequest', { params, body: { result: '今天上午换了新灯，请您看一看。' } })
    await person.does('confirmServiceRequest', { params, body: {} })
    const { boards } = await person.does('listBoards', { params: { communityId } })
    const boardOf = (wantedKind: string) => boards.find(({ kind }) => kind === wantedKind)?.boardId ?? ''
    const word = await person.does('publishPost', {
      params: { communityId },
      body: { boardId: boardOf('exchange'), text: '韩小东家有旧书，自己来拿。' },
    })
    const post = { params: { communityId, postId: word.postId } }
    await person.does('editPost', { ...post, body: { text: '旧书送掉了。', editedAt: null } })
    const below = await person.does('replyToPost', { ...post, body: { text: '韩小东还有一张桌子。' } })
    await person.does('editPostReply', {
      params: { ...post.params, postReplyId: below.postReplyId },
      body: { text: '桌子也送掉了。', editedAt: null },
    })
    assert.ok((await traces(wanted)).includes('public.post_edits.text'))
    const notice = await sun.does('publishPost', {
      params: { communityId },
      body: { boardId: boardOf('announcements'), title: '停水', text: '周四停水。' },
    })
    const liked = { params: { communityId, postId: notice.postId } }
    await sun.does('replyToPost', {
      ...liked,
      body: { text: `@${shownName} 您家要存水`, mentions: [{ words: shownName, membershipId }] },
    })
    await person.does('likePost', { ...liked, body: { isLiked: true } })
    await sun.does('revealApplicant', {
      params: at.params,
      body: { fields: ['trueName'], reason: '核对韩小东的证件。' },
    })
    await sun.does('suspendMembership', {
      params: { communityId, membershipId },
      body: { reason: `${shownName}请来一趟。`, lastDayOn: '2027-01-31' },
    })
    await person.does('leaveCommunity', { params: { membershipId }, body: {} })
    await world.settle()
    world.clock.advance({ days: 7 })
    await jobs().runNow()
    await world.settle()
    assert.equal((await sun.does('readPost', liked)).likeCount, 0)
    const [toldThen] = (await sun.does('listPostReplies', liked)).items
    assert.deepEqual([toldThen?.text.endsWith(' 您家要存水'), toldThen?.mentions], [true, []])
    assert.ok(!toldThen?.text.includes(shownName), 'an @ goes by the name that is left')
    const left = await traces(wanted)
    assert.deepEqual(
      left.filter((column) => keptOnPurpose[column] === undefined),
      [],
    )
    assert.deepEqual(left, ['identity.look_ups.reason', 'public.notifications.title', 'public.service_requests.text'])
    const { rows } = await world.ownerPool.query(`select 1 from sessions where person_id = $1`, [personId])
    assert.equal(rows.length, 0)
  })

  test('a building lead hands over before anything is erased', async () => {
    const lead = await world.inRole('buildingLead', communityId, '乔组长')
    assert.equal((await lead.does('readErasure')).obstacle, 'role-held')
    assert.equal((await lead.isRefused('eraseMe', { body: {} }, 'rule-refused')).code, 'role-held')
  })
})
