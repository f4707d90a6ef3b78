import type { CommunityPlace } from '../territory/territory.ts'
import { covers, type Hat } from './hats.ts'
import { accountableRoles, committeeRoles, communityRoles, type Role } from './roles.ts'

/**
 * What an endpoint may ask for. `public` and `signedIn` need no hat; every other permission is decided by `decide`.
 * An endpoint inside a community whose permission is refused answers not-found to whoever cannot see the community,
 * and not-permitted to whoever can.
 */
export const permissions = [
  'public',
  'signedIn',
  'community.view',
  'serviceRequest.submit',
  'serviceRequest.reply',
  'serviceRequest.ownVoice',
  'serviceRequest.readOwn',
  'serviceRequest.answer',
  'serviceRequest.note',
  'serviceRequest.direct',
  'serviceRequest.escalate',
  'photo.upload',
  'inbox.view',
  'inbox.exportLog',
  'rating.view',
  'post.write',
  'post.schedule',
  'post.moderate',
  'board.configure',
  'feed.visit',
  'serviceRequest.onBehalf',
  'registration.review',
  'registration.assist',
  'membership.manage',
  'qrCode.manage',
  'roll.manage',
  'office.manage',
  'rota.view',
  'rota.manage',
  'identity.reveal',
  'role.grant',
  'command.view',
] as const
export type Permission = (typeof permissions)[number]

interface Allowed {
  /** An active member of the community may. */
  readonly member: boolean
  /** These roles may, within the territory for which they were granted. */
  readonly roles: readonly Role[]
}

const officers: readonly Role[] = ['subdistrictOfficer', 'districtOfficer']
const directing: readonly Role[] = [
  ...committeeRoles,
  'propertyManager',
  'ownersCommittee',
  'policeOfficer',
  'familyDoctor',
]

/** The table of permissions: data, tested row by row. */
export const permissionTable: Readonly<Record<Exclude<Permission, 'public' | 'signedIn'>, Allowed>> = {
  'community.view': { member: true, roles: [...communityRoles, ...officers] },
  'serviceRequest.submit': { member: true, roles: [] },
  'serviceRequest.reply': { member: true, roles: communityRoles },
  'serviceRequest.ownVoice': { member: true, roles: [] },
  'serviceRequest.readOwn': { member: true, roles: [] },
  'serviceRequest.answer': { member: false, roles: [...communityRoles, ...officers] },
  'serviceRequest.note': { member: false, roles: communityRoles },
  'serviceRequest.direct': { member: false, roles: directing },
  'serviceRequest.escalate': { member: false, roles: [...directing, ...officers] },
  'photo.upload': { member: true, roles: [...communityRoles, ...officers] },
  'inbox.view': { member: false, roles: communityRoles },
  'inbox.exportLog': { member: false, roles: accountableRoles },
  'rating.view': { member: false, roles: [...committeeRoles, ...officers] },
  'post.write': { member: true, roles: communityRoles },
  'post.schedule': { member: false, roles: communityRoles },
  'post.moderate': { member: false, roles: committeeRoles },
  'board.configure': { member: false, roles: accountableRoles },
  'feed.visit': { member: true, roles: [] },
  'serviceRequest.onBehalf': { member: true, roles: committeeRoles },
  'registration.review': { member: false, roles: committeeRoles },
  'registration.assist': { member: false, roles: committeeRoles },
  'membership.manage': { member: false, roles: committeeRoles },
  'qrCode.manage': { member: false, roles: committeeRoles },
  'roll.manage': { member: false, roles: committeeRoles },
  'office.manage': { member: false, roles: committeeRoles },
  'rota.view': { member: false, roles: committeeRoles },
  'rota.manage': { member: false, roles: accountableRoles },
  'identity.reveal': { member: false, roles: committeeRoles },
  'role.grant': { member: false, roles: ['committeeSecretary', 'committeeDirector', ...officers] },
  'command.view': { member: false, roles: officers },
}

/**
 * What a suspended member keeps: reading what neighbours read, with the own requests (private ones too), their answers and
 * results. Nothing is said, confirmed, reopened, withdrawn, uploaded or filed for others; the reason is read under 我的, where
 * one may also leave or erase. The way to object is the committee that suspended (it alone resumes), or the level above it.
 */
export const suspendedMay: readonly Permission[] = ['community.view', 'serviceRequest.readOwn']

export type Decision = 'allowed' | 'notPermitted' | 'invisible'

/**
 * Whether `hat` has `permission` in the community `place`.
 * `invisible`: the wearer has nothing to do with this community and must not learn that the object exists.
 */
export const decide = (permission: Permission, hat: Hat | undefined, place: CommunityPlace): Decision => {
  if (permission === 'public' || permission === 'signedIn') return 'allowed'
  if (hat === undefined || !covers(hat, place)) return 'invisible'
  if (hat.type === 'member' && hat.state === 'ended') return 'invisible'
  const allowed = permissionTable[permission]
  if (hat.type === 'role') return allowed.roles.includes(hat.role) ? 'allowed' : 'notPermitted'
  if (hat.state === 'suspended') return suspendedMay.includes(permission) ? 'allowed' : 'notPermitted'
  return allowed.member ? 'allowed' : 'notPermitted'
}
