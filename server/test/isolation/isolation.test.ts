import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { suspendedMay } from '@shequtong/domain/roles/permissions'
import { type BadInputCast, createCast } from '../bad-input/cast.ts'
import { type Bystanders, createBystanders } from '../support/bystanders.ts'
import { createFurnishedWorld, type FurnishedWorld, secrets } from '../support/furnished-world.ts'
import { missingSamples } from './samples.ts'

/**
 * The matrix of strangers: every endpoint of the contract × everybody who has nothing to do with 宝山九村. It is generated:
 * an endpoint without a sample does not compile, one that lets a stranger in fails here.
 */
const outsiders = [
  'stranger',
  'applicant',
  'neighbourElsewhere',
  'suspendedMember',
  'cadreElsewhere',
  'officerElsewhere',
] as const
type Outsider = (typeof outsiders)[number]

const names = Object.keys(api) as EndpointName[]
const inCommunity = (endpoint: AnyEndpoint): boolean => endpoint.path.startsWith('/communities/')
/** Objects of others, addressed by their own id outside a community: not-found for everybody else. */
const othersOwn: readonly EndpointName[] = [
  'revokeSession',
  'readMyRegistration',
  'withdrawRegistration',
  'replyToAskBack',
  'wearHat',
  'readLeaving',
  'leaveCommunity',
  'stateLastDay',
  'stayInCommunity',
  'unblockNeighbour',
  'readDistrict',
  'readSubdistrict',
  'searchDistrict',
  'searchSubdistrict',
  'listDistrictVoices',
  'listCommunities',
  'listSubdistrictOverdue',
  'listSubdistrictInbox',
  'listDistrictInbox',
  'listSubdistrictVoices',
  'listOfficers',
  'appointOfficer',
  'endRoleGrant',
  'handOverRole',
]

/** What a suspended member goes on reading of the community; everything else in it is refused to them as not permitted. */
const suspendedMemberReads = {
  listCommunityBuildings: 200,
  listFeed: 200,
  listBoardFeed: 200,
  listPinned: 200,
  listBoards: 200,
  readPost: 200,
  listPostReplies: 200,
  listPostEdits: 200,
  listPostReplyEdits: 200,
  readDuty: 200,
  searchCommunity: 200,
  readServiceRequest: 200,
  readPhoto: 200,
  listMyServiceRequests: 200,
  listMySupport: 200,
  readOwnRating: 404,
} as const satisfies Partial<Record<EndpointName, number>>

const suspendedMember = (name: EndpointName): number =>
  name in suspendedMemberReads ? suspendedMemberReads[name as keyof typeof suspendedMemberReads] : 403

/** The statuses with which the contract lets this outsider end here; undefined: it is open to them, and only leaks matter. */
const expected = (name: EndpointName, who: Outsider): readonly number[] | undefined => {
  const endpoint: AnyEndpoint = api[name]
  if (endpoint.permission === 'public') return undefined
  if (who === 'stranger') return [401]
  if (inCommunity(endpoint)) return who === 'suspendedMember' ? [suspendedMember(name)] : [404]
  return othersOwn.includes(name) ? [404] : undefined
}

describe('isolation: every endpoint × everybody who does not belong', () => {
  let furnished: FurnishedWorld
  let people: Bystanders

  before(async () => {
    furnished = await createFurnishedWorld()
    people = await createBystanders(furnished.world)
    await furnished.world.settle()
  })
  after(() => furnished.world.close())

  // A suspended member goes on reading what everybody in the community reads; nothing private, nothing internal.
  const mayKnow = (who: Outsider): readonly string[] =>
    who === 'suspendedMember' ? [secrets.text, secrets.shownName] : []

  for (const who of outsiders)
    test(`${who}: refused everywhere as declared, and nothing of 宝山九村 leaks`, async () => {
      const person = people[who]
      const isRefused = (name: EndpointName): boolean => expected(name, who)?.every((status) => status >= 400) ?? false
      const visit = async (name: EndpointName): Promise<void> => {
        const sample = furnished.samples[name]
        const answer = await person.send(
          name,
          sample as never,
          sample.binary === undefined ? {} : { binary: sample.binary },
        )
        const wanted = expected(name, who)
        if (wanted === undefined) assert.ok(answer.status < 500, `${who} × ${name}: ${answer.status}`)
        else
          assert.ok(
            wanted.includes(answer.status),
            `${who} × ${name}: ${answer.status}, declared ${wanted}; ${answer.raw.toString().slice(0, 200)}`,
          )
        const words = answer.raw.toString()
        for (const secret of Object.values(secrets))
          if (!mayKnow(who).includes(secret)) assert.ok(!words.includes(secret), `${who} × ${name} reads ${secret}`)
      }
      await furnished.world.writesNothing(async () => {
        for (const name of names.filter(isRefused)) await visit(name)
      })
      // ends the own session or opens another one; the session endpoints have tests of their own
      const ofSessions = ['signOut', 'eraseMe', 'signInByPhone', 'requestPhoneCode', 'finishWechatSignIn']
      for (const name of names.filter((one) => !isRefused(one) && !ofSessions.includes(one))) await visit(name)
    })

  test('every endpoint has its sample, and what a suspended member reads is decided for each that a member may read', () => {
    assert.deepEqual(missingSamples(names, furnished.samples), [])
    const read = names.filter((name) => inCommunity(api[name]) && suspendedMay.includes(api[name].permission))
    assert.deepEqual(Object.keys(suspendedMemberReads).toSorted(), read.toSorted())
  })

  test('an endpoint without a sample is told by its name', () => {
    assert.deepEqual(missingSamples([...names, 'readLamps'], furnished.samples), ['readLamps'])
  })

  test('every object that an address outside a community names belongs to somebody, but behind a poster’s code', () => {
    const named = names.filter((name) => {
      const { permission, path } = api[name]
      return permission !== 'public' && !inCommunity(api[name]) && path.includes('/:') && !path.includes('/:code')
    })
    assert.ok(named.length > 10)
    assert.deepEqual(
      named.filter((name) => !othersOwn.includes(name)),
      [],
    )
  })
})

/** After these somebody is gone: the last to be tried, each before what it would take away. */
const endings: readonly EndpointName[] = [
  'withdrawServiceRequest',
  'withdrawRegistration',
  'suspendMembership',
  'endMembership',
  'leaveCommunity',
  'handOverRole',
  'endRoleGrant',
  'revokeSession',
]
/** They name nothing that could be somebody else's. */
const ofOneself: readonly EndpointName[] = ['eraseMe', 'signOut']

describe('the samples are real', () => {
  let cast: BadInputCast
  before(async () => {
    cast = await createCast()
  })
  after(() => cast.furnished.world.close())

  test('whoever may do it reaches the object with each of them: a not-found of the matrix is the stranger’s', async () => {
    const { furnished, whoMay } = cast
    const unreached: string[] = []
    for (const name of [...names.filter((one) => !endings.includes(one)), ...endings]) {
      if (api[name].permission === 'public' || ofOneself.includes(name)) continue
      const sample = furnished.samples[name]
      const answer = await whoMay(name).send(
        name,
        sample as never,
        sample.binary === undefined ? {} : { binary: sample.binary },
      )
      if ([401, 403, 404].includes(answer.status)) unreached.push(`${name} ${answer.status}`)
    }
    assert.deepEqual(unreached, [])
  })
})
