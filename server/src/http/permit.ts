import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { decide } from '@shequtong/domain/roles/permissions'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { notFound, Refusal } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'
import type { Services } from './services.ts'

/** The community of the path and whether the actor may do this there; refuses as the contract declares. */
export const permit = async (
  endpoint: AnyEndpoint,
  params: unknown,
  actor: Actor | undefined,
  services: Services,
): Promise<CommunityPlace | undefined> => {
  if (endpoint.permission === 'public') return undefined
  if (actor === undefined) throw new Refusal('unauthenticated')
  const communityId = (params as { communityId?: number } | undefined)?.communityId
  if (communityId === undefined) return undefined
  const place = await services.territory.community(communityId)
  if (place === undefined) throw notFound()
  const decision = decide(endpoint.permission, actor.hat, place)
  if (decision === 'invisible') throw notFound()
  if (decision === 'notPermitted') throw new Refusal('not-permitted')
  return place
}
