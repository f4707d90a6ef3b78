import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HandOverRole } from '@shequtong/domain/roles/roles'
import { escalate } from '@shequtong/domain/service-requests/escalation'
import { acceptHandOver, handOver } from '@shequtong/domain/service-requests/hand-over'
import { hasInHand } from '@shequtong/domain/service-requests/participants'
import { defaultResponseRule, timeLeftMs } from '@shequtong/domain/service-requests/response-clock'
import { defaultWaitingRule } from '@shequtong/domain/service-requests/response-rules'
import * as rules from '@shequtong/domain/service-requests/service-request'
import { checkPublishedText } from '@shequtong/domain/text/published-text'
import { isSubstantiveAnswer } from '@shequtong/domain/text/substantive-answer'
import { addDays, dateOnIn, msPerMinute } from '@shequtong/domain/time'
import { announcements } from './announcements.ts'
import { demoCommunities } from './compounds.ts'
import { createIdentities } from './identities.ts'
import { communityOf, createPeople } from './people.ts'
import { type ScheduledStory, scheduleStories, stories } from './stories.ts'
import type { StoryStep } from './story-types.ts'

const people = createPeople(createIdentities())
const personOf = (id: string) => people.find((person) => person.id === id)
const endsAt = new Date('2026-11-23T16:08:00+08:00')
const scheduled = scheduleStories(endsAt, people)
const staffed = (id: string) => (personOf(id)?.roles.length ?? 0) > 0

type Outcome = ReturnType<typeof rules.confirm>
const apply = (request: rules.ServiceRequest, step: StoryStep, asker: string, at: Date): Outcome => {
  switch (step.do) {
    case 'read':
      return rules.read(request, at)
    case 'answer': {
      const answered = rules.answer(request, step, at)
      if (!answered.ok) return answered
      assert.equal(answered.value.substantive, step.substantive, step.text)
      return { ok: true, value: answered.value.request }
    }
    case 'askBack':
      return rules.askBack(request, step, defaultWaitingRule, at)
    case 'handOver':
      return handOver(request, { toRole: step.toRole, reason: step.text }, at)
    case 'acceptHandOver': {
      const role = personOf(step.by)?.roles[0]?.role
      assert.ok(role !== undefined, step.by)
      return acceptHandOver(request, { role }, at)
    }
    case 'assign':
      return rules.assign(request, at)
    case 'escalate':
      return escalate(request, { toLevel: step.toLevel, reason: step.text }, at)
    case 'suspend':
      return rules.suspend(
        request,
        { reason: step.text, untilOn: addDays(dateOnIn(at), step.forDays) },
        defaultWaitingRule,
        at,
      )
    case 'resume':
      return rules.resume(request, at)
    case 'resolve': {
      const onwardOwner = step.outcome === 'beyondOurPower' ? step.onwardOwner : undefined
      return rules.resolve(request, { result: step.text, outcome: step.outcome, onwardOwner }, at)
    }
    case 'confirm':
      return rules.confirm(request, at)
    case 'reopen':
      return rules.reopen(request, { reason: step.text }, defaultResponseRule, at)
    case 'withdraw':
      return rules.withdraw(request, at)
    case 'lapse':
      return rules.lapse(request, at)
    case 'reply':
      return { ok: true, value: step.by === asker ? rules.askerReplies(request, at) : request }
    case 'acceptReply':
      return rules.acceptReply(request, { text: '', isNeighbours: true }, at)
    case 'note':
    case 'ownVoice':
      return { ok: true, value: request }
  }
}

/** Whoever moves a request on is one who has it in hand then. */
const moving = ['read', 'answer', 'askBack', 'handOver', 'assign', 'escalate', 'suspend', 'resume', 'resolve']
const checkHands = ({ story, steps }: ScheduledStory) => {
  let request: Pick<rules.ServiceRequest, 'responsibleRole' | 'level'> = {
    responsibleRole: 'committeeDirector',
    level: 'community',
  }
  let offered: HandOverRole | undefined
  let assignee: string | undefined
  for (const { step } of steps) {
    if (step.do === 'acceptHandOver' && offered !== undefined) {
      request = { ...request, responsibleRole: offered }
      assignee = undefined
    }
    if (!('by' in step) || !moving.includes(step.do)) continue
    const role = personOf(step.by)?.roles[0]?.role
    assert.ok(role !== undefined, `${story.key}: ${step.by} has no role`)
    const hat = { type: 'role', role, level: 'community', territoryId: 1 } as const
    const who = { hat, isAsker: false, isHelper: false, isAssignee: step.by === assignee }
    assert.ok(hasInHand(who, request), `${story.key}: ${step.do} is not for ${step.by}`)
    if (step.do === 'handOver') offered = step.toRole
    if (step.do === 'assign') assignee = step.to
  }
}

test('whoever moves a request on has it in hand: the committee, the role it was handed to, the colleague it was given to', () => {
  for (const each of scheduled) checkHands(each)
})

/** Plays a story through the rules themselves; a step that they refuse fails the test. */
const play = ({ story, askedAt, steps }: ScheduledStory): rules.ServiceRequest => {
  let request = rules.submit(story, defaultResponseRule, askedAt)
  for (const { at, step } of steps) {
    const outcome = apply(request, step, story.asker, at)
    assert.ok(outcome.ok, `${story.key}: ${step.do} ${outcome.ok ? '' : JSON.stringify(outcome.violation)}`)
    request = outcome.value
  }
  return request
}
const ended = new Map(scheduled.map((each) => [each.story.key, play(each)]))
const minutesLeft = (key: string) => {
  const request = ended.get(key)
  assert.ok(request, key)
  const left = timeLeftMs(request.clock, endsAt)
  return left === undefined ? undefined : left / msPerMinute
}

test('the rules of service requests allow every step of every story, whenever the world ends', () => {
  for (const end of ['2026-11-23T00:10:00+08:00', '2026-11-23T08:00:00+08:00', '2027-02-28T23:50:00+08:00'])
    for (const each of scheduleStories(new Date(end), people)) play(each)
})

test('nothing happens after the end of the world or before its asking, and steps are told in time order', () => {
  for (const end of ['2026-11-23T00:10:00+08:00', '2026-11-23T16:08:00+08:00', '2027-02-28T23:50:00+08:00'])
    for (const { story, askedAt, steps } of scheduleStories(new Date(end), people))
      for (const { at, step } of steps)
        assert.ok(at >= askedAt && at <= new Date(end), `${story.key}: ${step.do} ${at.toISOString()} ${end}`)
  for (const story of stories) {
    const minutes = story.steps.flatMap((step) => (step.do === 'lapse' ? [] : [step.afterMinutes]))
    assert.deepEqual(
      minutes,
      minutes.toSorted((a, b) => a - b),
      story.key,
    )
  }
})

test('two schedules of one world are equal', () => {
  assert.deepEqual(scheduleStories(endsAt, createPeople(createIdentities())), scheduled)
})

test('the secretary’s inbox stands as in the picture: one overdue by 40 minutes, seven more with their time left', () => {
  const inbox = [
    'rubbish-room-weekend',
    'lift-shares',
    'gate-hours',
    'fund-accounts-late',
    'school-pick-up',
    'bus-20-last',
    'couriers-block-lane',
    'pavilion-vine',
  ]
  assert.deepEqual(inbox.map(minutesLeft), [-40, 25, 72, 180, 360, 540, 840, 1260])
  const waiting = scheduled.filter(
    ({ story }) => story.community === 'baoshan-9' && minutesLeft(story.key) !== undefined,
  )
  assert.deepEqual(new Set(waiting.map(({ story }) => story.key)), new Set(inbox))
  assert.equal(ended.get('three-lamps')?.state, 'resolved')
})

test('a request about a child is private, and 收到 leaves the clock running', () => {
  assert.equal(ended.get('school-pick-up')?.visibility, 'private')
  assert.equal(minutesLeft('fund-accounts-late'), 180)
})

test('there is enough talk, of every kind and with every ending', () => {
  const inCommunity = (key: string) => stories.filter((story) => story.community === key).length
  assert.ok(inCommunity('baoshan-9') >= 60)
  for (const key of ['gongkang-2', 'tonghe-4', 'wusong']) assert.ok(inCommunity(key) >= 8, key)
  assert.deepEqual([...new Set(stories.map((story) => story.kind))].sort(), [
    'complaint',
    'help',
    'matter',
    'suggestion',
  ])
  const states = new Set([...ended.values()].map((request) => request.state))
  assert.deepEqual([...states].sort(), [
    'answered',
    'confirmed',
    'read',
    'resolved',
    'submitted',
    'unconfirmed',
    'withdrawn',
  ])
  assert.ok([...ended.values()].filter((request) => request.reopenedCount > 0).length >= 4)
  assert.ok([...ended.values()].filter((request) => request.outcome === 'beyondOurPower').length >= 3)
  assert.ok(scheduled.some(({ steps }) => steps.some(({ step }) => step.do === 'suspend')))
})

test('everyone who speaks exists, belongs there, and only the responsible answer', () => {
  for (const { story, steps } of scheduled) {
    const { steps: told, ...asked } = story
    assert.equal(new Set(stories.map((each) => each.key)).size, stories.length)
    for (const id of [asked.asker, ...asked.mentions, ...told.flatMap((step) => ('by' in step ? [step.by] : []))]) {
      const person = personOf(id)
      assert.ok(person, `${story.key}: ${id}`)
      assert.equal(communityOf(person), story.community, `${story.key}: ${id}`)
      assert.equal(person.standing, 'member', `${story.key}: ${id}`)
    }
    assert.ok(personOf(story.asker)?.memberKind, `${story.key}: an asker is a member`)
    for (const { step } of steps) {
      if (['confirm', 'reopen', 'withdraw', 'acceptReply'].includes(step.do))
        assert.ok('by' in step && step.by === story.asker, story.key)
      const byOffice = [
        'read',
        'answer',
        'askBack',
        'note',
        'handOver',
        'acceptHandOver',
        'assign',
        'escalate',
        'suspend',
        'resume',
        'resolve',
      ]
      if (byOffice.includes(step.do)) assert.ok('by' in step && staffed(step.by), `${story.key}: ${step.do}`)
      if (step.do === 'assign') assert.ok(staffed(step.to), story.key)
    }
    const voices = steps.filter(({ step }) => step.do === 'ownVoice').map(({ step }) => 'by' in step && step.by)
    assert.equal(voices.length, story.ownVoices, story.key)
    assert.equal(new Set(voices).size, voices.length, story.key)
  }
})

test('every place is one of the community, and an asker speaks of buildings that stand', () => {
  for (const { key, community, place } of stories) {
    const compound = demoCommunities.find((each) => each.key === community)?.compound
    const building = compound?.buildings.find((each) => each.key === place.building)
    if (place.building !== undefined) assert.ok(building, `${key}: ${place.building}`)
    if (place.subArea !== undefined) assert.ok(compound?.subAreas.includes(place.subArea), `${key}: ${place.subArea}`)
    if (building) assert.equal(building.subArea, place.subArea, key)
    assert.ok(place.words.length >= 2, key)
  }
})

test('no text holds a phone or ID number, and each is one that may be published', () => {
  const publish = (text: string, key: string) =>
    assert.ok(checkPublishedText(text, { minCodePoints: 2, maxCodePoints: 200 }).ok, `${key}: ${text}`)
  for (const story of stories) {
    publish(story.text, story.key)
    assert.ok([...story.text].length >= 20 && [...story.text].length <= 120, story.key)
    assert.ok(isSubstantiveAnswer(story.text))
    for (const step of story.steps) if ('text' in step && step.text !== '') publish(step.text, story.key)
  }
  for (const announcement of announcements(endsAt))
    publish(`${announcement.title} ${announcement.text}`, announcement.key)
})

test('announcements are signed by people of their community and are out before the world ends', () => {
  const all = announcements(endsAt)
  assert.equal(new Set(all.map((each) => each.key)).size, all.length)
  for (const { key, by, community, publishedAt } of all) {
    const person = personOf(by)
    assert.ok(person && communityOf(person) === community, key)
    assert.ok(publishedAt <= endsAt, key)
  }
})
