import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultResponseRule } from '@shequtong/domain/service-requests/response-clock'
import { endStates } from '@shequtong/domain/service-requests/states'
import { isStatedReason } from '@shequtong/domain/text/stated-reason'
import { isStatedResult } from '@shequtong/domain/text/stated-result'
import { isSubstantiveAnswer } from '@shequtong/domain/text/substantive-answer'
import { addMs, msPerDay } from '@shequtong/domain/time'
import type { Cast } from './cast.ts'
import { idOf } from './ids.ts'
import { sharesOf } from './scale.ts'
import { interactionsIn, type Story, type Thing, thingsFrom } from './things.ts'
import * as words from './words.ts'

const began = new Date('2024-11-24T00:00:00Z')
const until = new Date('2026-11-24T00:00:00Z')

const cadre = (name: string, role: 'committeeDirector' | 'propertyManager') => ({
  roleGrantId: idOf(began, `grant ${name}`),
  personId: idOf(began, name),
  role,
})
const cast: Cast = {
  place: { communityId: 1, subdistrictId: 310113101, districtId: 310113 },
  neighbours: Array.from({ length: 60 }, (_, n) => ({
    membershipId: idOf(began, `membership ${n}`),
    personId: idOf(began, `person ${n}`),
    buildingId: idOf(began, `building ${n % 3}`),
    buildingName: `${(n % 3) + 1}号楼`,
    startedAt: addMs(began, n * msPerDay),
  })),
  committee: [cadre('sun', 'committeeDirector')],
  director: cadre('sun', 'committeeDirector'),
  propertyManager: cadre('lu', 'propertyManager'),
  boardId: idOf(began, 'board'),
}
const story: Story = {
  communityCode: '310113101001',
  cast,
  interactions: 4_000,
  began,
  until,
  rulesFor: () => ({ answer: defaultResponseRule, waiting: { suspendAtMostDays: 90, remindAskedBackAfterDays: 3 } }),
}
const all: readonly Thing[] = [...thingsFrom(story, { things: 0, interactions: 0 })]
const requests = all.flatMap((thing) => (thing.is === 'request' ? [thing.told] : []))

describe('the things of a large world', () => {
  it('are as many interactions as were asked for, to the last one', () => {
    assert.equal(
      all.reduce((sum, thing) => sum + interactionsIn(thing), 0),
      4_000,
    )
  })

  it('go on from anywhere as if nobody had stopped', () => {
    for (const told of [1, 7, Math.floor(all.length / 2), all.length - 1]) {
      const interactions = all.slice(0, told).reduce((sum, thing) => sum + interactionsIn(thing), 0)
      assert.deepEqual([...thingsFrom(story, { things: told, interactions })], all.slice(told))
    }
  })

  it('have ids of their own, whatever they are', () => {
    const ids = [
      ...requests.flatMap(({ serviceRequestId, entries, facts }) => [
        serviceRequestId,
        ...entries.map(({ entryId }) => entryId),
        ...facts.map(({ eventId }) => eventId),
      ]),
      ...all.flatMap((thing) =>
        thing.is === 'post' ? [thing.told.postId, ...thing.told.replies.map(({ postReplyId }) => postReplyId)] : [],
      ),
    ]
    assert.equal(new Set(ids).size, ids.length)
    assert.ok(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)))
  })

  it('happen in order, before the world ends, and nobody speaks before they came', () => {
    const cameAt = new Map(cast.neighbours.map(({ membershipId, startedAt }) => [membershipId, startedAt]))
    for (const { entries, facts, supporters, asker, request } of requests) {
      const times = facts.map(({ at }) => at.getTime())
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      )
      assert.ok(times.every((at) => at >= began.getTime() && at <= until.getTime()))
      assert.deepEqual(
        entries.map(({ number }) => number),
        entries.map((_, n) => n + 1),
      )
      const spoken = [...entries.map(({ byMembershipId, at }) => ({ membershipId: byMembershipId, at })), ...supporters]
      for (const { membershipId, at } of [...spoken, { membershipId: asker.membershipId, at: request.submittedAt }])
        if (membershipId !== null) assert.ok((cameAt.get(membershipId) ?? until) <= at)
    }
  })

  it('end in every way in which a request can end, and some run over their time', () => {
    const states = new Set(requests.map(({ request }) => request.state))
    for (const state of endStates) assert.ok(states.has(state), state)
    const kinds = new Set(requests.flatMap(({ entries }) => entries.map(({ kind }) => kind)))
    for (const kind of ['receipt', 'handOver', 'askBack', 'breach', 'reopening', 'result', 'lapse'] as const)
      assert.ok(kinds.has(kind), kind)
  })
})

describe('the words of a large world', () => {
  const somewhere = { 楼道: words.corridors[0] ?? '', 地方: words.grounds[0] ?? '', 时候: words.soon[0] ?? '' }

  it('are answers, results and reasons by the rules, and receipts are none', () => {
    for (const { answer, result, trouble } of words.matters) {
      assert.ok(isSubstantiveAnswer(words.said(answer, somewhere)), answer)
      assert.ok(isStatedResult(words.said(result, somewhere)), result)
      assert.ok(!words.said(trouble, somewhere).includes('{'))
    }
    for (const reason of [...words.handOvers, ...words.reopenings, ...words.questions])
      assert.ok(isStatedReason(reason), reason)
    for (const receipt of words.receipts) assert.ok(!isSubstantiveAnswer(receipt), receipt)
  })
})

describe('the size of a large world', () => {
  const codes = Array.from({ length: 563 }, (_, n) => String(310_113_000_000 + n))

  it('is made of communities of real size: 7,400 members are six, each with its share', () => {
    const shares = sharesOf({ members: 7_400, interactions: 1_500_000 }, codes)
    assert.ok(shares.ok)
    assert.equal(shares.value.length, 6)
    assert.equal(
      shares.value.reduce((sum, { members }) => sum + members, 0),
      7_400,
    )
    assert.equal(
      shares.value.reduce((sum, { interactions }) => sum + interactions, 0),
      1_500_000,
    )
    assert.equal(new Set(shares.value.map(({ communityCode }) => communityCode)).size, 6)
  })

  it('has bounds: 10 to 79,000 members, an interaction for each, a community for all', () => {
    const codeOf = (members: number, interactions: number, known = codes) => {
      const shares = sharesOf({ members, interactions }, known)
      return shares.ok ? 'ok' : shares.violation.code
    }
    assert.equal(codeOf(9, 100), 'members-out-of-range')
    assert.equal(codeOf(10, 10), 'ok')
    assert.equal(codeOf(10, 9), 'interactions-out-of-range')
    assert.equal(codeOf(10.5, 100), 'members-out-of-range')
    assert.equal(codeOf(79_000, 79_000), 'ok')
    assert.equal(codeOf(79_001, 100_000), 'members-out-of-range')
    assert.equal(codeOf(7_400, 10_000, codes.slice(0, 5)), 'too-few-communities')
  })
})
