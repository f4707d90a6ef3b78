import { type Permission, suspendedMay } from '@shequtong/domain/roles/permissions'

/**
 * What somebody is to a private request of 宝山九村. `blind`: belongs to the community and must not learn that it exists;
 * `outside`: must not learn that the community does; `sees`: is one of its few.
 */
export type Sight = 'signedOut' | 'outside' | 'blind' | 'sees'

interface Expected {
  readonly sight: Sight
  /** The permissions with which they get as far as the object: not-found there, not-permitted at every other endpoint. */
  readonly has: readonly Permission[]
}

const cadre: readonly Permission[] = [
  'community.view',
  'serviceRequest.reply',
  'serviceRequest.answer',
  'serviceRequest.note',
  'serviceRequest.direct',
  'serviceRequest.escalate',
]

/** Who meets a private request, and what of it. The request is the committee's; nobody was assigned or handed it. */
export const sights = {
  stranger: { sight: 'signedOut', has: [] },
  applicant: { sight: 'outside', has: [] },
  neighbour: {
    sight: 'blind',
    has: [
      'community.view',
      'serviceRequest.submit',
      'serviceRequest.reply',
      'serviceRequest.ownVoice',
      'serviceRequest.readOwn',
      'serviceRequest.onBehalf',
    ],
  },
  suspendedMember: { sight: 'blind', has: suspendedMay },
  policeOfficer: { sight: 'blind', has: cadre },
  committeeMember: { sight: 'blind', has: [...cadre, 'serviceRequest.onBehalf'] },
  committeeDirector: { sight: 'sees', has: [...cadre, 'serviceRequest.onBehalf'] },
  officerAbove: {
    sight: 'blind',
    has: ['community.view', 'command.view', 'serviceRequest.answer', 'serviceRequest.escalate'],
  },
  neighbourElsewhere: { sight: 'outside', has: [] },
  cadreElsewhere: { sight: 'outside', has: [] },
  officerElsewhere: { sight: 'outside', has: [] },
} as const satisfies Readonly<Record<string, Expected>>
export type Who = keyof typeof sights

export const everybody = Object.keys(sights) as Who[]

/** The status that an endpoint with this permission owes to `who` when it is asked for the private request. */
export const owed = (who: Who, permission: Permission): 401 | 403 | 404 | undefined => {
  const { sight, has }: Expected = sights[who]
  if (permission === 'public') return undefined
  if (sight === 'signedOut') return 401
  if (sight === 'outside') return 404
  if (!has.includes(permission)) return 403
  return sight === 'sees' ? undefined : 404
}
