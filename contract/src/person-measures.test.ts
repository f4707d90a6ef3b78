import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as z from 'zod'
import { api } from './api.ts'
import type { AnyEndpoint } from './endpoint.ts'
import { personMeasuresIn } from './person-measures.ts'
import { Uuid } from './values.ts'

const endpoints = Object.entries(api as Record<string, AnyEndpoint>)

interface Exception {
  readonly endpoints: readonly string[]
  readonly measures: readonly string[]
  /** Why nobody can be scored with it. */
  readonly why: string
}

const exceptions: readonly Exception[] = [
  {
    endpoints: ['readMe', 'wearHat', 'signInByPhone', 'signInAsPersona', 'finishWechatSignIn'],
    measures: ['unreadCount'],
    why: 'one’s own unread notices, read by oneself',
  },
  {
    endpoints: ['readLeaving', 'leaveCommunity', 'stayInCommunity', 'stateLastDay'],
    measures: ['regretDays', 'openRequestCount', 'photoCount'],
    why: 'what happens to one’s own requests and photos, read by oneself before leaving',
  },
  {
    endpoints: [
      'listRegistrations',
      'readRegistration',
      'approveRegistration',
      'askBackRegistration',
      'refuseRegistration',
    ],
    measures: ['differing'],
    why: 'how many fields of a form differ from the roll: the form’s, and nothing that anybody did',
  },
  {
    endpoints: ['registerOnBehalf', 'readRegistrationReceipt'],
    measures: ['paperCount'],
    why: 'sheets handed in at the counter, on the applicant’s own receipt',
  },
  { endpoints: ['readMember'], measures: ['suspensionDaysLeft'], why: 'the limit that protects the member' },
  {
    endpoints: ['handOverRole'],
    measures: ['movedServiceRequests'],
    why: 'the receipt of a hand-over, told once to whoever made it and kept nowhere',
  },
]

const isExcepted = (endpoint: string, measure: string): boolean =>
  exceptions.some(
    ({ endpoints: at, measures }) => at.includes(endpoint) && measures.includes(measure.replace('items[].', '')),
  )

describe('no reply puts a person beside a count, a rate or a duration', () => {
  it('in any endpoint but those that tell people about themselves', () => {
    const named = endpoints.flatMap(([endpoint, { reply }]) =>
      personMeasuresIn(reply).beside.map((found) => ({ endpoint, ...found })),
    )
    assert.deepEqual(
      named.filter(({ endpoint, measure }) => !isExcepted(endpoint, measure)),
      [],
    )
  })

  it('and none of those exceptions stands without its endpoint and its field', () => {
    for (const { endpoints: names, measures } of exceptions)
      for (const endpoint of names) {
        const { beside } = personMeasuresIn((api as Record<string, AnyEndpoint>)[endpoint]?.reply)
        for (const measure of measures)
          assert.ok(
            beside.some((found) => found.measure.endsWith(measure)),
            endpoint,
          )
      }
  })

  it('and of every id in a reply it is said whether it names a person', () => {
    const unknown = endpoints.flatMap(([, { reply }]) => personMeasuresIn(reply).unknownIds)
    assert.deepEqual([...new Set(unknown)], [], 'add each to personIds or thingIds')
  })

  it('and no JSON reply leaves a place open where anything could stand', () => {
    for (const [endpoint, { reply, binaryReply }] of endpoints)
      if (binaryReply === undefined) assert.deepEqual(personMeasuresIn(reply).open, [], endpoint)
  })
})

describe('the look through a reply', () => {
  const found = (schema: z.ZodType) => personMeasuresIn(schema).beside.map(({ id, measure }) => `${id} ${measure}`)
  const answered = z.number().int()

  it('finds a scoreboard of cadres, however it is wrapped', () => {
    const row = z.object({ roleGrantId: Uuid, answered })
    assert.deepEqual(found(row), ['roleGrantId answered'])
    assert.deepEqual(found(z.object({ items: z.array(row) })), ['items[].roleGrantId items[].answered'])
    assert.deepEqual(found(z.object({ best: row.nullable().optional() })), ['best.roleGrantId best.answered'])
    assert.deepEqual(found(z.record(z.string(), row)), ['[].roleGrantId [].answered'])
    assert.deepEqual(found(z.union([z.object({ none: z.literal(true) }), row])), ['roleGrantId answered'])
  })

  it('finds the measure one object deeper, and the id one object deeper', () => {
    assert.deepEqual(found(z.object({ membershipId: Uuid, times: z.object({ meanMinutes: z.number() }) })), [
      'membershipId times.meanMinutes',
    ])
    assert.deepEqual(found(z.object({ overdue: answered, by: z.object({ personId: Uuid }) })), ['by.personId overdue'])
  })

  it('finds the days of one person in a list of their own', () => {
    const days = z.array(z.object({ on: z.string(), answered }))
    assert.deepEqual(found(z.object({ personId: Uuid, days })), ['personId days[].answered'])
  })

  it('lets a list of people stand beside the length of the list, and a count beside an item', () => {
    assert.deepEqual(found(z.object({ waiting: answered, items: z.array(z.object({ registrationId: Uuid })) })), [])
    assert.deepEqual(found(z.object({ serviceRequestId: Uuid, supporterCount: answered, version: answered })), [])
  })

  it('tells of an id that nobody has classed and of a place left open', () => {
    const { unknownIds, open } = personMeasuresIn(z.object({ stewardId: Uuid, anything: z.unknown() }))
    assert.deepEqual([unknownIds, open], [['stewardId'], ['anything']])
  })
})
