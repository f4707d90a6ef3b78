import assert from 'node:assert/strict'
import { api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { createFurnishedWorld, type FurnishedWorld } from '../support/furnished-world.ts'
import type { TestPerson } from '../support/test-person.ts'

export const endpointOf = (name: EndpointName): AnyEndpoint => api[name]
export const names = Object.keys(api) as EndpointName[]
export const withBody = names.filter((name) => endpointOf(name).body !== undefined)
export const binary = names.filter((name) => endpointOf(name).binaryBody !== undefined)
export const withIds = names.filter((name) => endpointOf(name).params !== undefined)

export interface BadInputCast {
  readonly furnished: FurnishedWorld
  /** Somebody who may do it, so that the input alone is what is refused. */
  readonly whoMay: (name: EndpointName) => TestPerson
  /** Runs `work` and finds every table and the photos' folder as they were. */
  readonly writesNothing: (work: () => Promise<void>) => Promise<void>
}

export const createCast = async (): Promise<BadInputCast> => {
  const furnished = await createFurnishedWorld()
  const { world } = furnished
  const officer = await world.inRole('subdistrictOfficer', world.home.subdistrictId, '秦干事')
  const district = await world.inRole('districtOfficer', world.home.districtId, '杜科长')
  const neighbour = await world.member(world.home, { shownName: '92号楼 卢阿姨', trueName: '卢小珍' })
  const stranger = world.stranger()
  const askers = [
    'signedIn',
    'community.view',
    'serviceRequest.submit',
    'serviceRequest.ownVoice',
    'serviceRequest.readOwn',
    'serviceRequest.reply',
    'feed.visit',
  ]
  const whoMay = (name: EndpointName): TestPerson => {
    const { permission, path } = endpointOf(name)
    if (permission === 'public') return stranger
    if (name === 'supportServiceRequest') return neighbour
    if (permission === 'command.view' || name === 'returnEscalation') return officer
    if (/^\/(districts|subdistricts|territories|role-grants)/.test(path)) return district
    if (path.startsWith('/me/registrations/')) return furnished.applicant
    return askers.includes(permission) ? furnished.asker : furnished.director
  }
  const writesNothing = (work: () => Promise<void>) => world.writesNothing(work)
  return { furnished, whoMay, writesNothing }
}

interface Answered {
  readonly status: number
  readonly raw: Buffer
  readonly problem: { readonly type: string; readonly detail?: string | undefined; readonly status: number }
  readonly headers: Readonly<Record<string, unknown>>
}

/** A registered problem, in Chinese where nobody asked for another language. */
export const refusedCleanly = (what: string, { status, raw, problem, headers }: Answered): void => {
  assert.ok(status >= 400 && status < 500, `${what}: ${status} ${raw.toString().slice(0, 200)}`)
  assert.match(String(headers['content-type']), /^application\/problem\+json/, what)
  assert.match(problem?.type ?? '', /^\/problems\//, `${what}: a registered problem`)
  assert.equal(problem.status, status, what)
  assert.match(problem.detail ?? '', /\p{Script=Han}/u, `${what}: words for a person`)
  assert.equal(headers['content-language'], 'zh-CN', what)
}
