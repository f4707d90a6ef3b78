import type { Hat } from '../roles/hats.ts'
import { decide, type Permission } from '../roles/permissions.ts'
import { accountableRoles, committeeRoles, communityRoles, type Role } from '../roles/roles.ts'
import type { CommunityPlace } from '../territory/territory.ts'
import { type Instant, msPerMinute } from '../time.ts'
import { type HandOverOffer, isOfferedTo } from './hand-over.ts'
import { ratedRound } from './ratings.ts'
import type { ServiceRequest } from './service-request.ts'
import { type ServiceRequestAction, serviceRequestActions, transitions } from './states.ts'

/** Whoever reads or acts: the hat, and what it has to do with this request. */
export interface Participant {
  readonly hat: Hat
  /** The asker's own membership. */
  readonly isAsker: boolean
  /** The hat under which it was filed on the asker's word (代录); family only as long as the consent lasts. */
  readonly isHelper: boolean
  /** The hat to which it is assigned. */
  readonly isAssignee: boolean
}

type Seen = Pick<ServiceRequest, 'visibility' | 'state' | 'level' | 'responsibleRole'> & {
  readonly offer: Pick<HandOverOffer, 'toRole'> | undefined
}

const escalatedTo = (hat: Hat, level: Seen['level']): boolean =>
  hat.type === 'role' &&
  ((hat.role === 'subdistrictOfficer' && level !== 'community') ||
    (hat.role === 'districtOfficer' && level === 'district'))

/** An officer of the level that has it in hand. */
const hasLevel = (hat: Hat, level: Seen['level']): boolean =>
  hat.type === 'role' && hat.level === level && level !== 'community'

const wears = (hat: Hat, roles: readonly Role[]): boolean => hat.type === 'role' && roles.includes(hat.role)

/** The role that has it in hand, and the one that was asked to take it and has to read what it is. */
const inHandOrOffered = ({ responsibleRole, offer }: Pick<Seen, 'responsibleRole' | 'offer'>): readonly Role[] =>
  offer === undefined ? [responsibleRole] : [responsibleRole, offer.toRole]

/**
 * Who may see a service request. One for the community: its members, its roles and the officers above it.
 * A private one: the asker and whoever filed it for them, who leads the committee and stays accountable, the role that has it
 * in hand or was asked to take it, the colleague it is assigned to, and officers once it was escalated to them; the rest of the committee does not.
 * A withdrawn one disappears for everyone but the asker, the helper and the committee, a private one also for the committee's
 * members who do not lead it. A membership that ended sees nothing, not even what it asked.
 */
export const maySee = (who: Participant, request: Seen, place: CommunityPlace): boolean => {
  const decision = decide('community.view', who.hat, place)
  if (decision === 'invisible') return false
  if (who.isAsker || who.isHelper || wears(who.hat, accountableRoles)) return true
  if (request.visibility === 'community')
    return request.state === 'withdrawn' ? wears(who.hat, committeeRoles) : decision === 'allowed'
  if (request.state === 'withdrawn') return false
  return who.isAssignee || wears(who.hat, inHandOrOffered(request)) || escalatedTo(who.hat, request.level)
}

/**
 * What stands in the inbox of a role: who leads the committee finds everything; its members what was said to the community;
 * every role what it has in hand, what is assigned to it and what it filed for somebody.
 */
export const inboxReach = (role: Role): 'everything' | 'community' | 'own' =>
  accountableRoles.includes(role) ? 'everything' : committeeRoles.includes(role) ? 'community' : 'own'

/**
 * Who has it in hand: the committee, as the first receiver; the role that is responsible for it now; the colleague it is
 * assigned to; the officers of the level that it was escalated to. Every other role speaks in the thread as whoever it is, and
 * moves nothing.
 */
export const hasInHand = (who: Participant, request: Pick<Seen, 'responsibleRole' | 'level'>): boolean =>
  who.hat.type === 'role' &&
  (who.isAssignee || hasLevel(who.hat, request.level) || wears(who.hat, [...committeeRoles, request.responsibleRole]))

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
  note: 'serviceRequest.note',
  resolve: 'serviceRequest.answer',
  reply: 'serviceRequest.reply',
  support: 'serviceRequest.ownVoice',
  suspend: 'serviceRequest.direct',
  resume: 'serviceRequest.direct',
  handOver: 'serviceRequest.direct',
  acceptHandOver: 'serviceRequest.answer',
  returnHandOver: 'serviceRequest.answer',
  assign: 'serviceRequest.direct',
  escalate: 'serviceRequest.escalate',
  returnEscalation: 'serviceRequest.escalate',
  merge: 'serviceRequest.direct',
  split: 'serviceRequest.direct',
  confirm: 'serviceRequest.ownVoice',
  reopen: 'serviceRequest.ownVoice',
  rate: 'serviceRequest.ownVoice',
  withdraw: 'serviceRequest.ownVoice',
  acceptReply: 'serviceRequest.ownVoice',
  endorseReply: 'serviceRequest.answer',
}

const askersOwn: readonly ServiceRequestAction[] = ['confirm', 'reopen', 'rate', 'withdraw', 'acceptReply']

const offeredTo = ({ hat }: Participant, { offer }: Pick<Seen, 'offer'>): boolean =>
  hat.type === 'role' && isOfferedTo(offer, hat.role)

/** Answers to an offer; where none is open any more every role that sees the request learns just that. */
const answersAnOffer: readonly ServiceRequestAction[] = ['acceptHandOver', 'returnHandOver']

/** What every role may do that may see it, whoever has it in hand. */
const anybodys: readonly ServiceRequestAction[] = ['reply', 'note']

/**
 * Whether `who` may do `action` to this request at all, whatever the state. `lapse` is the clock's alone; 我也是 (`support`) is a
 * neighbour's word on what the community reads, never the asker's own.
 */
export const mayDo = (
  who: Participant,
  action: ServiceRequestAction,
  request: Pick<Seen, 'responsibleRole' | 'visibility' | 'offer' | 'level'>,
  place: CommunityPlace,
): boolean => {
  if (action === 'lapse') return false
  if (action === 'support') {
    if (who.isAsker || request.visibility === 'private') return false
  } else if (askersOwn.includes(action)) {
    if (!who.isAsker) return false
  } else if (answersAnOffer.includes(action)) {
    if (who.hat.type !== 'role' || who.hat.level !== 'community') return false
    const isTheirs = offeredTo(who, request) || (action === 'returnHandOver' && hasInHand(who, request))
    if (request.offer !== undefined && !isTheirs) return false
  } else if (action === 'returnEscalation') {
    if (!hasLevel(who.hat, request.level)) return false
  } else if (!anybodys.includes(action) && !hasInHand(who, request)) return false
  return decide(permissionFor[action], who.hat, place) === 'allowed'
}

/** What `who` may do right now: permission and state together, so that a screen never guesses. */
export const actionsNow = (
  who: Participant,
  request: Pick<
    ServiceRequest,
    'state' | 'visibility' | 'suspension' | 'level' | 'responsibleRole' | 'reopenedCount' | 'offer'
  > & {
    /** Others were merged into it, and their askers wait with its own. */
    readonly standsForOthers?: boolean
  },
  place: CommunityPlace,
): ServiceRequestAction[] =>
  serviceRequestActions.filter((action) => {
    if (!mayDo(who, action, request, place) || !transitions[action].includes(request.state)) return false
    if (action === 'resume') return request.suspension !== undefined
    if (action === 'suspend' || action === 'askBack') return request.suspension === undefined
    if (action === 'merge') return request.visibility === 'community'
    if (action === 'acceptReply') return request.standsForOthers !== true
    if (action === 'escalate') return request.level !== 'district'
    if (action === 'handOver') return request.offer === undefined
    if (answersAnOffer.includes(action)) return request.offer !== undefined
    if (action === 'rate') return ratedRound(request) !== undefined
    return true
  })
