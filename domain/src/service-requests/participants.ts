import type { Hat } from '../roles/hats.ts'
import { decide, type Permission } from '../roles/permissions.ts'
import { committeeRoles, communityRoles, type Role } from '../roles/roles.ts'
import type { CommunityPlace } from '../territory/territory.ts'
import { type Instant, msPerMinute } from '../time.ts'
import type { ServiceRequest } from './service-request.ts'
import { type ServiceRequestAction, serviceRequestActions, transitions } from './states.ts'

/** Whoever reads or acts: the hat, and whether it is the asker's own membership. */
export interface Participant {
  readonly hat: Hat
  readonly isAsker: boolean
}

type Seen = Pick<ServiceRequest, 'visibility' | 'state' | 'level' | 'responsibleRole'>

const escalatedTo = (hat: Hat, level: Seen['level']): boolean =>
  hat.type === 'role' &&
  ((hat.role === 'subdistrictOfficer' && level !== 'community') ||
    (hat.role === 'districtOfficer' && level === 'district'))

/**
 * Who may see a service request. One for the community: its members, its roles and the officers above it.
 * A private one: the asker, the committee, the role that has it in hand, and officers once it was escalated to them.
 * A withdrawn one disappears for everyone but the asker and the committee.
 * A membership that ended sees nothing, not even what it asked.
 */
export const maySee = (who: Participant, request: Seen, place: CommunityPlace): boolean => {
  if (decide('community.view', who.hat, place) === 'invisible') return false
  if (who.isAsker) return true
  if (who.hat.type === 'role' && committeeRoles.includes(who.hat.role)) return true
  if (request.state === 'withdrawn') return false
  if (request.visibility === 'community') return decide('community.view', who.hat, place) === 'allowed'
  if (who.hat.type === 'role' && who.hat.role === request.responsibleRole) return true
  return escalatedTo(who.hat, request.level)
}

/**
 * Whether an officer may open a private request of their territory that was not escalated, with a reason that the asker
 * reads in the thread. What is visible anyhow needs none; what was taken back stays closed.
 */
export const mayLookInto = (who: Participant, request: Seen, place: CommunityPlace): boolean =>
  decide('command.view', who.hat, place) === 'allowed' &&
  request.visibility === 'private' &&
  request.state !== 'withdrawn' &&
  !maySee(who, request, place)

/** How long after an officer's stated reason the photos of what was opened may be fetched. Our default: one reading. */
export const lookIntoMinutes = 15

/** Whether a reason given at `lookedAt` still opens the photos at `now`; the last instant of `lookIntoMinutes` no longer. */
export const isLookValid = (lookedAt: Instant, now: Instant): boolean =>
  now.getTime() < lookedAt.getTime() + lookIntoMinutes * msPerMinute

/** Roles that a request may be assigned to: whoever then has it in the inbox and may read it. */
export const assignableRoles = (request: Pick<Seen, 'visibility' | 'responsibleRole'>): readonly Role[] =>
  request.visibility === 'private' ? [...committeeRoles, request.responsibleRole] : communityRoles

/** Internal notes are for those who answer, never for neighbours, the asker or the levels above. */
export const maySeeNotes = (hat: Hat): boolean => hat.type === 'role' && hat.level === 'community'

const permissionFor: Readonly<Record<Exclude<ServiceRequestAction, 'lapse'>, Permission>> = {
  read: 'serviceRequest.answer',
  answer: 'serviceRequest.answer',
  askBack: 'serviceRequest.answer',
  note: 'serviceRequest.answer',
  resolve: 'serviceRequest.answer',
  reply: 'serviceRequest.reply',
  suspend: 'serviceRequest.direct',
  resume: 'serviceRequest.direct',
  handOver: 'serviceRequest.direct',
  assign: 'serviceRequest.direct',
  escalate: 'serviceRequest.direct',
  confirm: 'serviceRequest.ownVoice',
  reopen: 'serviceRequest.ownVoice',
  withdraw: 'serviceRequest.ownVoice',
}

const askersOwn: readonly ServiceRequestAction[] = ['confirm', 'reopen', 'withdraw']

/** Whether `who` may do `action` at all, whatever the state. `lapse` is the clock's alone. */
export const mayDo = (who: Participant, action: ServiceRequestAction, place: CommunityPlace): boolean => {
  if (action === 'lapse') return false
  if (askersOwn.includes(action) && !who.isAsker) return false
  return decide(permissionFor[action], who.hat, place) === 'allowed'
}

/** What `who` may do right now: permission and state together, so that a screen never guesses. */
export const actionsNow = (
  who: Participant,
  request: Pick<ServiceRequest, 'state' | 'suspension' | 'level'>,
  place: CommunityPlace,
): ServiceRequestAction[] =>
  serviceRequestActions.filter((action) => {
    if (!mayDo(who, action, place) || !transitions[action].includes(request.state)) return false
    if (action === 'resume') return request.suspension !== undefined
    if (action === 'suspend' || action === 'askBack') return request.suspension === undefined
    if (action === 'escalate') return request.level !== 'district'
    return true
  })
