import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Instant } from '@shequtong/domain/time'
import { callDirectly } from '@shequtong/server/http/direct'
import type { Services } from '@shequtong/server/http/services'
import { transaction } from '@shequtong/server/platform/database/db'
import type { Actor } from '@shequtong/server/sessions/actor'
import { createPerson } from '@shequtong/server/sessions/session-store'

/** Somebody of Shanghai, under no hat yet. */
export const bare = (personId: string, shownName: string): Actor => ({
  personId,
  sessionId: personId,
  hat: undefined,
  hatId: undefined,
  membershipId: undefined,
  roleGrantId: undefined,
  party: false,
  shownName,
  region: 'CN-SH',
})

const international = (phone: string): string => `+86${phone.replace(/^\+86/, '')}`

/** A new person whose phone was verified at `now`. */
export const arrive = (services: Services, phone: string, now: Instant): Promise<string> =>
  transaction(services.pool, async (tx) => {
    const personId = await createPerson(tx, now)
    const put = await services.vault.putPhone(tx, personId, international(phone), now)
    if (!put.ok) throw new Error(`a phone of this world is there twice: ${put.violation.code}`)
    return personId
  })

/** Who holds this phone already, in a world whose telling was broken off. */
export const arrived = async (services: Services, phone: string): Promise<string | undefined> =>
  (await services.vault.findPersonByPhone(services.pool, international(phone))) ?? undefined

export interface Papers {
  /** Of the poster at the gate. */
  readonly code: string
  readonly trueName: string
  readonly idNumber: string
  readonly dwellingId: string | null
  readonly memberKind: MemberKind
  readonly tenure: Tenure | null
  readonly shownName: string
  readonly partyMember: boolean
}

/** Registers at the gate, as over the wire. */
export const register = (services: Services, personId: string, papers: Papers, now: Instant) =>
  callDirectly(
    services,
    'register',
    bare(personId, papers.shownName),
    {
      params: { code: papers.code },
      body: {
        trueName: papers.trueName,
        documentKind: 'citizenId',
        documentNumber: papers.idNumber,
        dwellingId: papers.dwellingId,
        memberKind: papers.memberKind,
        tenure: papers.tenure,
        shownName: papers.shownName,
        consents: [
          'service',
          'sensitiveIdentity',
          'rollComparison',
          'smsNotice',
          ...(papers.partyMember ? (['partyBadge'] as const) : []),
        ],
      },
    },
    now,
  )

/** Approves a registration, and gives the member as whom this person acts from then on. */
export const approve = async (
  services: Services,
  reviewer: Actor,
  {
    registrationId,
    personId,
    ...member
  }: {
    readonly registrationId: string
    readonly personId: string
    readonly place: CommunityPlace
    readonly kind: MemberKind
    readonly tenure: Tenure | null
  },
  now: Instant,
): Promise<Actor> => {
  const { communityId } = member.place
  await callDirectly(
    services,
    'approveRegistration',
    reviewer,
    { params: { communityId, registrationId }, body: {} },
    now,
  )
  const { membershipId, shownName } = await services.db.one<{ membershipId: string; shownName: string }>(
    `select membership_id as "membershipId", shown_name as "shownName" from memberships
     where community_id = $1 and person_id = $2 and state = 'active'`,
    [communityId, personId],
  )
  return {
    ...bare(personId, shownName),
    hat: { type: 'member', state: 'active', ...member },
    hatId: membershipId,
    membershipId,
  }
}
