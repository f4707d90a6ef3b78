import assert from 'node:assert/strict'
import { test } from 'node:test'
import { targetOf } from './notification-target.ts'

const neighbour = {
  hatId: 'neighbour',
  type: 'member',
  communityId: 9,
  role: null,
  level: 'community',
  territoryId: 9,
} as const
const lead = {
  hatId: 'lead',
  type: 'role',
  communityId: 9,
  role: 'buildingLead',
  level: 'community',
  territoryId: 9,
} as const
const away = {
  hatId: 'away',
  type: 'member',
  communityId: 10,
  role: null,
  level: 'community',
  territoryId: 10,
} as const
const told = (kind: Parameters<typeof targetOf>[0]['kind'], communityId: number | null = 9) => ({
  kind,
  communityId,
  subjectId: 'x',
})

test('an answer opens the thread at once for a neighbour of the place', () => {
  assert.deepEqual(targetOf(told('serviceRequestAnswered'), [neighbour, away], 'neighbour'), {
    path: '/communities/9/service-requests/x',
    hatId: undefined,
  })
})

test('an answer from another community is read with the hat of that community', () => {
  assert.equal(targetOf(told('serviceRequestAnswered', 10), [neighbour, away], 'neighbour')?.hatId, 'away')
})

test('a building lead who is a neighbour too reads own answers as neighbour and new matters at the workbench', () => {
  assert.equal(targetOf(told('serviceRequestResolved'), [lead, neighbour], 'lead')?.hatId, 'neighbour')
  assert.deepEqual(targetOf(told('serviceRequestSubmitted'), [lead, neighbour], 'neighbour'), {
    path: '/work/9/service-requests/x',
    hatId: 'lead',
  })
})

test('a matter handed over to somebody without a membership opens at the workbench', () => {
  assert.equal(targetOf(told('serviceRequestHandedOver'), [lead], 'lead')?.path, '/work/9/service-requests/x')
})

test('a community that was left leads nowhere', () => {
  assert.equal(targetOf(told('serviceRequestAnswered', 11), [neighbour], 'neighbour'), undefined)
  assert.equal(targetOf(told('registrationSubmitted'), [neighbour], 'neighbour'), undefined)
})

test('registrations and look-ups have their own pages, whatever hat is worn', () => {
  assert.equal(targetOf(told('registrationRefused', null), [], null)?.path, '/registrations')
  assert.equal(targetOf(told('identityLookedUp', null), [], null)?.path, '/me/look-ups')
})

test('what was assigned and a pause about to end open at the workbench, even for a neighbour of the place', () => {
  for (const kind of ['serviceRequestAssigned', 'serviceRequestSuspensionEnding'] as const)
    assert.deepEqual(targetOf(told(kind), [neighbour, lead], 'neighbour'), {
      path: '/work/9/service-requests/x',
      hatId: 'lead',
    })
})

test('what was reported up opens in the inbox of the level as its officer, and nowhere for anybody else', () => {
  const officer = {
    hatId: 'officer',
    type: 'role',
    communityId: null,
    role: 'subdistrictOfficer',
    level: 'subdistrict',
    territoryId: 3,
  } as const
  const path = '/command/subdistricts/3/inbox/9/x'
  const kind = 'serviceRequestReportedUp'
  assert.deepEqual(targetOf(told(kind), [neighbour, officer], 'officer'), { path, hatId: undefined })
  assert.deepEqual(targetOf(told(kind), [neighbour, officer], 'neighbour'), { path, hatId: 'officer' })
  assert.equal(targetOf(told(kind), [neighbour], 'neighbour'), undefined)
  for (const [below, opens] of [
    ['serviceRequestOverdueBelow', '/command/communities/9/service-requests/x'],
    ['mentionOverdueBelow', '/communities/9/posts/x'],
  ] as const) {
    assert.deepEqual(targetOf(told(below), [neighbour, officer], 'neighbour'), { path: opens, hatId: 'officer' }, below)
    assert.equal(targetOf(told(below), [neighbour], 'neighbour'), undefined, below)
  }
})

test('what was reported opens the desk under a role of the committee, which keeps order there', () => {
  const director = { ...lead, hatId: 'director', role: 'committeeDirector' } as const
  const path = '/work/9/boards'
  assert.deepEqual(targetOf(told('postReported'), [lead, director], 'lead'), { path, hatId: 'director' })
  assert.equal(targetOf(told('postReported'), [lead], 'lead'), undefined)
})

test('what was decided about a membership opens its page with that membership, and one’s own page when it ended', () => {
  const suspended = { kind: 'membershipSuspended', communityId: 10, subjectId: 'away' } as const
  assert.deepEqual(targetOf(suspended, [neighbour, away], 'neighbour'), { path: '/me/leave', hatId: 'away' })
  const ended = { kind: 'membershipEnded', communityId: 11, subjectId: 'gone' } as const
  assert.deepEqual(targetOf(ended, [neighbour], 'neighbour'), { path: '/me', hatId: undefined })
})

test('a word below a post opens the post for whoever has a hat there, also a role', () => {
  const path = '/communities/9/posts/x'
  assert.deepEqual(targetOf(told('postReplied'), [lead, neighbour], 'lead'), { path, hatId: undefined })
  assert.deepEqual(targetOf(told('postReplied'), [lead, neighbour, away], 'away'), { path, hatId: 'neighbour' })
  assert.equal(targetOf(told('postRemoved'), [away], 'away'), undefined)
  assert.deepEqual(targetOf(told('reportedKept'), [neighbour], 'neighbour'), { path, hatId: undefined })
})
