import type { NotificationView } from '@shequtong/contract/notifications'
import type { HatView } from '@shequtong/contract/sessions'
import { committeeRoles } from '@shequtong/domain/roles/roles'
import { officersItemPath } from '../officers/officers-paths.ts'

type Told = Pick<NotificationView, 'kind' | 'communityId' | 'subjectId'>
type Hat = Pick<HatView, 'hatId' | 'type' | 'communityId' | 'role' | 'level' | 'territoryId'>

/** Told to whoever answers, not to whoever asked. */
const forDuty: readonly NotificationView['kind'][] = [
  'serviceRequestSubmitted',
  'serviceRequestAssigned',
  'serviceRequestOffered',
  'serviceRequestHandOverReturned',
  'serviceRequestCameBack',
  'serviceRequestAnsweredAbove',
  'serviceRequestResolvedAbove',
  'serviceRequestSuspensionEnding',
  'serviceRequestReopened',
  'serviceRequestConfirmed',
  'registrationSubmitted',
]

export interface Target {
  readonly path: string
  /** To be put on first; undefined where the one worn will do. */
  readonly hatId: string | undefined
}

/** The same for whoever wears it by now. */
const as = (hat: Hat | undefined, wornId: string | null): string | undefined =>
  hat === undefined || hat.hatId === wornId ? undefined : hat.hatId

const officers: readonly Hat['role'][] = ['subdistrictOfficer', 'districtOfficer']

/** Told to the levels above: what was reported up stands in their inbox, what is overdue below in the community that it is of. */
const toOfficer = (
  {
    kind,
    communityId,
    subjectId,
  }: { readonly kind: Told['kind']; readonly communityId: number; readonly subjectId: string },
  hats: readonly Hat[],
  wornId: string | null,
): Target | undefined => {
  const above = hats.filter(({ role }) => officers.includes(role))
  const hat = above.find(({ hatId }) => hatId === wornId) ?? above[0]
  if (hat === undefined) return undefined
  const paths: Partial<Record<Told['kind'], string | undefined>> = {
    serviceRequestReportedUp: officersItemPath(hat, communityId, subjectId),
    serviceRequestOverdueBelow: `/command/communities/${communityId}/service-requests/${subjectId}`,
    mentionOverdueBelow: `/communities/${communityId}/posts/${subjectId}`,
  }
  const path = paths[kind]
  return path === undefined ? undefined : { path, hatId: as(hat, wornId) }
}

const forOfficers: readonly Told['kind'][] = [
  'serviceRequestReportedUp',
  'serviceRequestOverdueBelow',
  'mentionOverdueBelow',
]

/** What was decided about a membership stands on its page; one that ended has none. */
const ofMembership = (membershipId: string | null, hats: readonly Hat[], wornId: string | null): Target => {
  const hat = hats.find(({ hatId }) => hatId === membershipId)
  return hat === undefined ? { path: '/me', hatId: undefined } : { path: '/me/leave', hatId: as(hat, wornId) }
}

/** Whoever reads a post: the hat worn if it belongs there, else the membership, else any other there. */
const readerIn = (communityId: number, hats: readonly Hat[], wornId: string | null): Hat | undefined => {
  const here = hats.filter((hat) => hat.communityId === communityId)
  return here.find(({ hatId }) => hatId === wornId) ?? here.find(({ type }) => type === 'member') ?? here[0]
}

/**
 * Where a notification leads, and as whom: the hat worn if it belongs to the same community and suits the matter,
 * else the first that does. Undefined when it leads nowhere any more.
 */
export const targetOf = (told: Told, hats: readonly Hat[], wornId: string | null): Target | undefined => {
  const { kind, communityId, subjectId } = told
  if (kind === 'identityLookedUp' || kind === 'phoneMovedAtDesk') return { path: '/me/look-ups', hatId: undefined }
  if (kind.startsWith('registration') && kind !== 'registrationSubmitted')
    return { path: '/registrations', hatId: undefined }
  if (kind.startsWith('membership')) return ofMembership(subjectId, hats, wornId)
  if (communityId === null || subjectId === null) return undefined
  if (forOfficers.includes(kind)) return toOfficer({ kind, communityId, subjectId }, hats, wornId)
  if (kind === 'postReported') {
    // the committee keeps order; a building lead of the same community does not
    const desk = hats.filter(
      ({ communityId: of, role }) => of === communityId && role !== null && committeeRoles.includes(role),
    )
    const hat = desk.find(({ hatId }) => hatId === wornId) ?? desk[0]
    return hat === undefined ? undefined : { path: `/work/${communityId}/boards`, hatId: as(hat, wornId) }
  }
  if (
    kind.startsWith('post') ||
    kind.startsWith('reported') ||
    kind === 'memberMentioned' ||
    kind === 'roleMentioned' ||
    kind.startsWith('mention')
  ) {
    const isForRole = kind === 'roleMentioned' || kind.startsWith('mention')
    const roles = hats.filter((hat) => hat.type === 'role' && hat.communityId === communityId)
    const own = isForRole && roles.length > 0 ? roles : hats
    const reader = readerIn(communityId, own, wornId)
    return reader === undefined
      ? undefined
      : { path: `/communities/${communityId}/posts/${subjectId}`, hatId: as(reader, wornId) }
  }
  const type = forDuty.includes(kind) ? 'role' : 'member'
  const here = hats.filter((hat) => hat.communityId === communityId)
  const suits = (hat: Hat) => hat.type === type
  const worn = here.find(({ hatId }) => hatId === wornId)
  const hat = worn !== undefined && suits(worn) ? worn : (here.find(suits) ?? worn ?? here[0])
  if (hat === undefined) return undefined
  const thing = kind === 'registrationSubmitted' ? `registrations/${subjectId}` : `service-requests/${subjectId}`
  if (hat.type === 'member' && kind === 'registrationSubmitted') return undefined
  const path = hat.type === 'role' ? `/work/${communityId}/${thing}` : `/communities/${communityId}/${thing}`
  return { path, hatId: as(hat, wornId) }
}
