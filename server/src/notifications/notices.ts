import { accountableRoles, committeeRoles, type HandOverRole } from '@shequtong/domain/roles/roles'
import { isOffHours, shiftAt } from '@shequtong/domain/rota/shifts'
import { afterOf, isOfServiceRequest } from '../jobs/service-request-fact.ts'
import type { Tx } from '../platform/database/db.ts'
import type { OutboxEvent } from '../platform/outbox/consumer.ts'
import { dutyOf } from '../rota/public.ts'
import { titleOf } from '../service-requests/public.ts'
import { type Audience, type NotificationKind, tellingsOf, toApplicant, toMember } from './audiences.ts'
import { noticesOfPost } from './notices-of-posts.ts'
import {
  askerOf,
  assigneeOf,
  type Concerned,
  committeeOf,
  holdersOfRole,
  officersAbove,
  speakersOf,
  supportersOf,
} from './recipients.ts'

export interface Notice {
  readonly kind: NotificationKind
  readonly to: readonly string[]
  readonly title: string
  readonly subjectId: string | null
}

const privateTitle = '一件只给居委看的事'

type Item = Concerned & { readonly text: string }

const itemSql = `
  select r.text, r.assignee_role_grant_id as "assigneeRoleGrantId", r.filed_by_role_grant_id as "helperRoleGrantId"
  from service_requests r where r.community_id = $1 and r.service_request_id = $2`

const noticesOfServiceRequest = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice[]> => {
  const told = tellingsOf(event.type, event.payload)
  if (told.length === 0) return []
  const { communityId, aggregateId: serviceRequestId } = event
  const after = afterOf(event.payload)
  const place = { communityId, subdistrictId: after.subdistrictId, districtId: after.districtId }
  const item = await tx.maybe<Item>(itemSql, [communityId, serviceRequestId])
  const isPrivate = after.visibility === 'private'
  const assigneeRoleGrantId = event.payload.assigneeRoleGrantId ?? item?.assigneeRoleGrantId ?? null
  const assignee = () => (assigneeRoleGrantId === null ? [] : assigneeOf(tx, String(assigneeRoleGrantId), now))
  const leads = () => committeeOf(tx, communityId, accountableRoles, now)
  // whoever leads may read what is private, others on duty may not
  const onDuty = async (): Promise<string[]> => {
    const duty = await dutyOf(tx, communityId, now, shiftAt(event.at))
    return duty === undefined || (isPrivate && !accountableRoles.includes(duty.role)) ? leads() : [duty.personId]
  }
  const personsOf: Record<Audience, () => string[] | Promise<string[]>> = {
    asker: () => askerOf(tx, communityId, after.byMembershipId),
    supporters: () => supportersOf(tx, communityId, serviceRequestId, event.at),
    committee: () => committeeOf(tx, communityId, isPrivate ? accountableRoles : committeeRoles, now),
    speakers: () => speakersOf(tx, place, serviceRequestId, after, item, event.at),
    responsible: async () => [
      ...(await holdersOfRole(tx, communityId, after.responsibleRole, now)),
      ...(await assignee()),
    ],
    assignee,
    inHand: async () => {
      const one = await assignee()
      const role = one.length > 0 ? one : await holdersOfRole(tx, communityId, after.responsibleRole, now)
      const isOthers = one.length > 0 || !committeeRoles.includes(after.responsibleRole)
      if (isOffHours(event.at)) return [...(isOthers ? role : []), ...(await onDuty())]
      return role.length > 0 ? role : leads()
    },
    receivers: async () => [
      ...(committeeRoles.includes(after.responsibleRole)
        ? []
        : await holdersOfRole(tx, communityId, after.responsibleRole, now)),
      ...(isOffHours(event.at)
        ? await onDuty()
        : await committeeOf(tx, communityId, isPrivate ? accountableRoles : committeeRoles, now)),
    ],
    leads,
    offered: () =>
      holdersOfRole(tx, communityId, (event.payload.returnedRole ?? after.offer?.toRole) as HandOverRole, now),
    offerer: () => holdersOfRole(tx, communityId, event.payload.fromRole as HandOverRole, now),
    replier: () => askerOf(tx, communityId, String(event.payload.replierMembershipId)),
    subdistrict: () => officersAbove(tx, place, 'subdistrict', now),
    officers: () => officersAbove(tx, place, after.level, now),
  }
  // who is told today may be shut out tomorrow: the words of a private request are read in its thread and nowhere else
  const title = isPrivate ? privateTitle : titleOf(item?.text ?? '')
  const notices: Notice[] = []
  for (const { kind, to } of told) {
    const persons: string[] = []
    for (const one of to) persons.push(...(await personsOf[one]()))
    notices.push({ kind, to: persons, title, subjectId: serviceRequestId })
  }
  return notices
}

interface Applicant {
  personId: string
  shownName: string
  compoundName: string
}

const noticeOfRegistration = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice | undefined> => {
  const kind = event.type === 'registration.submitted' ? 'registrationSubmitted' : toApplicant[event.type]
  if (kind === undefined) return undefined
  const applicant = await tx.maybe<Applicant>(
    `select coalesce(r.guardian_person_id, r.person_id) as "personId", r.shown_name as "shownName", c.name as "compoundName"
     from registrations r join compounds c using (community_id, compound_id)
     where r.community_id = $1 and r.registration_id = $2`,
    [event.communityId, event.aggregateId],
  )
  if (applicant === undefined) return undefined
  const subjectId = event.aggregateId
  return kind === 'registrationSubmitted'
    ? { kind, to: await committeeOf(tx, event.communityId, committeeRoles, now), title: applicant.shownName, subjectId }
    : { kind, to: [applicant.personId], title: applicant.compoundName, subjectId }
}

/** The subject is told where, not by whom: that stands under 谁看过我的信息. An entry of the roll nobody joined has no one to tell. */
const noticeOfLookUp = async (tx: Tx, event: OutboxEvent): Promise<Notice | undefined> => {
  const { subjectPersonId } = event.payload
  if (typeof subjectPersonId !== 'string') return undefined
  const where = await tx.maybe<{ name: string }>(`select short_name as name from communities where community_id = $1`, [
    event.communityId,
  ])
  return { kind: 'identityLookedUp', to: [subjectPersonId], title: where?.name ?? '', subjectId: event.aggregateId }
}

/** The member is told that and where; why stands on their own page, and nowhere else. */
const noticeOfMembership = async (tx: Tx, event: OutboxEvent): Promise<Notice | undefined> => {
  const kind = toMember[event.type]
  if (kind === undefined) return undefined
  const member = await tx.maybe<{ personId: string; name: string }>(
    `select m.person_id as "personId", c.short_name as name from memberships m join communities c using (community_id)
     where m.community_id = $1 and m.membership_id = $2`,
    [event.communityId, event.aggregateId],
  )
  if (member === undefined) return undefined
  return { kind, to: [member.personId], title: member.name, subjectId: event.aggregateId }
}

const noticesIn = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice[]> => {
  if (isOfServiceRequest(event)) return noticesOfServiceRequest(tx, event, now)
  if (event.type.startsWith('post.')) return noticesOfPost(tx, event, now)
  const notice =
    event.type === 'identity.looked_up'
      ? await noticeOfLookUp(tx, event)
      : event.type.startsWith('membership.')
        ? await noticeOfMembership(tx, event)
        : await noticeOfRegistration(tx, event, now)
  return notice === undefined ? [] : [notice]
}

/** What `event` tells whom; nobody is told twice of one event, and nobody of what they did. */
export const noticesOf = async (tx: Tx, event: OutboxEvent, now: Date): Promise<Notice[]> => {
  const told = new Set<string | null | undefined>([event.byPersonId])
  return (await noticesIn(tx, event, now)).map((notice) => {
    const to = [...new Set(notice.to)].filter((personId) => !told.has(personId))
    for (const personId of to) told.add(personId)
    return { ...notice, to }
  })
}
