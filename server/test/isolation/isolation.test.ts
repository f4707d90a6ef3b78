import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { suspendedMay } from '@shequtong/domain/roles/permissions'
import { createFurnishedWorld, type FurnishedWorld, secrets } from '../support/furnished-world.ts'
import type { TestPerson } from '../support/test-person.ts'

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
  'stayInCommunity',
  'unblockNeighbour',
  'readDistrict',
  'readSubdistrict',
  'listDistrictVoices',
  'listCommunities',
  'listOfficers',
  'appointOfficer',
  'endRoleGrant',
  'handOverRole',
]

/** The statuses with which the contract lets this outsider end here; undefined: it is open to them, and only leaks matter. */
const expected = (name: EndpointName, who: Outsider): readonly number[] | undefined => {
  const endpoint: AnyEndpoint = api[name]
  if (endpoint.permission === 'public') return undefined
  if (who === 'stranger') return [401]
  if (inCommunity(endpoint)) {
    if (who !== 'suspendedMember') return [404]
    return suspendedMay.includes(endpoint.permission) ? undefined : [403]
  }
  return othersOwn.includes(name) ? [404] : undefined
}

describe('isolation: every endpoint × everybody who does not belong', () => {
  let furnished: FurnishedWorld
  let people: Record<Outsider, TestPerson>

  before(async () => {
    furnished = await createFurnishedWorld()
    const { world } = furnished
    const [home, sameSubdistrict, elsewhere] = world.compounds
    assert.ok(home && sameSubdistrict && elsewhere)
    const applicant = await world.visitor('an applicant')
    await applicant.does('register', {
      params: { code: home.code },
      body: await world.claim(home, { trueName: '等小等', shownName: '92号楼 等先生' }),
    })
    const suspended = await world.member(home, { shownName: '92号楼 停女士', trueName: '停小停' })
    await world.services.db.run(`update memberships set state = 'suspended' where shown_name = '92号楼 停女士'`)
    people = {
      stranger: world.stranger(),
      applicant,
      neighbourElsewhere: await world.member(sameSubdistrict, { shownName: '92号楼 远先生', trueName: '远小亲' }),
      suspendedMember: suspended,
      cadreElsewhere: await world.inRole('committeeSecretary', sameSubdistrict.communityId, '别处书记'),
      officerElsewhere: await world.inRole('subdistrictOfficer', elsewhere.subdistrictId, '别处干事'),
    }
    await world.settle()
  })
  after(() => furnished.world.close())

  // A suspended member goes on reading what everybody in the community reads; nothing private, nothing internal.
  const mayKnow = (who: Outsider): readonly string[] =>
    who === 'suspendedMember' ? [secrets.text, secrets.shownName] : []

  for (const who of outsiders)
    test(`${who}: refused everywhere as declared, and nothing of 宝山九村 leaks`, async () => {
      const person = people[who]
      for (const name of names) {
        // ends the own session or opens another one; the session endpoints have tests of their own
        if (['signOut', 'eraseMe', 'signInByPhone', 'requestPhoneCode', 'finishWechatSignIn'].includes(name)) continue
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
    })

  test('whoever belongs there does reach it: the samples are real', async () => {
    const { asker, director, samples } = furnished
    for (const name of ['readServiceRequest', 'listFeed', 'readPhoto'] as const)
      assert.equal((await asker.send(name, samples[name] as never)).status, 200, name)
    for (const name of [
      'listInbox',
      'listRegistrations',
      'readRegistration',
      'listCompounds',
      'listRoleGrants',
    ] as const)
      assert.equal((await director.send(name, samples[name] as never)).status, 200, name)
  })
})
