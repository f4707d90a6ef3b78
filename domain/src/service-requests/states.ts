/** What a service request (诉求) is about, in the resident's own first word. */
export const serviceRequestKinds = ['matter', 'help', 'complaint', 'suggestion'] as const
export type ServiceRequestKind = (typeof serviceRequestKinds)[number]

export const visibilities = ['community', 'private'] as const
export type Visibility = (typeof visibilities)[number]

/**
 * States. `reopened` is an open state of its own so that a second round stands out.
 * `merged`: it goes on as part of another one, and comes back from there by `split` or with that one's result.
 * `unconfirmed`: a result was stated and the asker said nothing for seven days. It never becomes `confirmed` by itself.
 */
export const serviceRequestStates = [
  'submitted',
  'read',
  'answered',
  'resolved',
  'confirmed',
  'unconfirmed',
  'reopened',
  'withdrawn',
  'merged',
] as const
export type ServiceRequestState = (typeof serviceRequestStates)[number]

export const openStates = [
  'submitted',
  'read',
  'answered',
  'reopened',
] as const satisfies readonly ServiceRequestState[]
export const endStates = ['confirmed', 'unconfirmed', 'withdrawn'] as const satisfies readonly ServiceRequestState[]

export const serviceRequestActions = [
  'read',
  'answer',
  'askBack',
  'reply',
  'support',
  'note',
  'suspend',
  'resume',
  'handOver',
  'acceptHandOver',
  'returnHandOver',
  'assign',
  'escalate',
  'returnEscalation',
  'merge',
  'split',
  'resolve',
  'confirm',
  'reopen',
  'rate',
  'withdraw',
  'acceptReply',
  'endorseReply',
  'lapse',
] as const
export type ServiceRequestAction = (typeof serviceRequestActions)[number]

/** How a request was resolved. `beyondOurPower` is an honest outcome and names who has it in hand now. */
export const outcomes = ['solved', 'beyondOurPower'] as const
export type Outcome = (typeof outcomes)[number]

/** Why the response clock stands still. */
export const suspensionKinds = ['askedBack', 'suspended'] as const
export type SuspensionKind = (typeof suspensionKinds)[number]

/** What the response clock says by itself, each at most once: half of the time is gone, 80 % of it, all of it. */
export const clockAlerts = ['half', 'mostly', 'breached'] as const
export type ClockAlert = (typeof clockAlerts)[number]

/** The level that has the request in hand. */
export const handlingLevels = ['community', 'subdistrict', 'district'] as const
export type HandlingLevel = (typeof handlingLevels)[number]

/** What stands in the thread below a service request. */
export const entryKinds = [
  'answer',
  'receipt',
  'askBack',
  'reply',
  'note',
  'suspension',
  'resumption',
  'handOver',
  'handOverAccepted',
  'handOverReturned',
  'assignment',
  'escalation',
  'escalationReturned',
  'result',
  'confirmation',
  'reopening',
  'withdrawal',
  'lapse',
  'lookedInto',
  'breach',
  'replyAccepted',
  'replyEndorsed',
  'mergedInto',
  'joined',
  'split',
  'parted',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** What is said about a merged one is said where it went. */
const unmergedStates = serviceRequestStates.filter((state) => state !== 'merged')

/** Open, and without a substantive answer in this round. */
export const unansweredStates = ['submitted', 'read', 'reopened'] as const satisfies readonly ServiceRequestState[]

/** From which states each action is allowed. Every pair not in here is refused with `transition-refused`. */
export const transitions: Readonly<Record<ServiceRequestAction, readonly ServiceRequestState[]>> = {
  read: ['submitted'],
  answer: openStates,
  askBack: openStates,
  reply: unmergedStates,
  support: [...openStates, 'resolved'],
  note: unmergedStates,
  suspend: openStates,
  resume: openStates,
  handOver: openStates,
  acceptHandOver: openStates,
  returnHandOver: openStates,
  assign: openStates,
  escalate: openStates,
  returnEscalation: openStates,
  merge: openStates,
  split: ['merged'],
  resolve: openStates,
  confirm: ['resolved'],
  reopen: ['resolved'],
  // answered: again, in a round after the first, see `ratedRound`
  rate: ['answered', 'reopened', 'confirmed', 'unconfirmed'],
  withdraw: [...openStates, 'merged'],
  acceptReply: unansweredStates,
  endorseReply: unansweredStates,
  lapse: ['resolved'],
}

/** The actions that `state` allows, for the refusal's `allowed[]`. */
export const allowedActions = (state: ServiceRequestState): ServiceRequestAction[] =>
  serviceRequestActions.filter((action) => transitions[action].includes(state))
