import type { MergeCandidate } from '@shequtong/contract/merging'
import type {
  EntryView,
  InboxRow,
  OfferView,
  PhotoView,
  ServiceRequestCard,
  ServiceRequestView,
  Voice,
} from '@shequtong/contract/service-requests'
import type { Role } from '@shequtong/domain/roles/roles'
import { actionsNow, type Participant } from '@shequtong/domain/service-requests/participants'
import type { EntryKind } from '@shequtong/domain/service-requests/states'
import { lastDayOf } from '@shequtong/domain/service-requests/suspension'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type ServiceRequestRow, toDomain } from './row.ts'

/** One entry as the query's JSON gives it; `at` is ISO text in UTC. */
export interface EntryJson {
  entryId: string
  kind: EntryKind
  text: string
  at: string
  handedTo: string | null
  inOfficeName: boolean
  membershipId: string | null
  roleGrantId: string | null
  shownName: string | null
  party: boolean | null
  memberState: string | null
  role: Role | null
  filedByName: string | null
  filedByRole: Role | null
  region: string | null
  photos: PhotoView[]
}

/** What a thread says of the others that it stands for, and of the one it went into. */
export interface MergedJson {
  merged: MergedOneJson[] | null
  mergedIntoText: string | null
}

/** One that was merged; `goesOn`: it is part of the other one still. */
export interface MergedOneJson {
  serviceRequestId: string
  text: string
  place: string
  submittedAt: string
  goesOn: boolean
  membershipId: string
  shownName: string
  memberState: string
  party: boolean
  region: string | null
}

export interface AuthoredRow extends ServiceRequestRow {
  askerName: string
  askerParty: boolean
  askerState: string
  filedByName: string | null
  filedByRole: Role | null
  photos: PhotoView[]
}

/** The name that stays when somebody has left. */
const goneName = '搬走的邻居'

const iso = (at: Date | null): string | null => (at === null ? null : at.toISOString())

/** Who wrote it down, where that was somebody else. */
const filedByOf = (by: { filedByName: string | null; filedByRole: Role | null }): Voice['filedBy'] =>
  by.filedByName === null ? null : { shownName: by.filedByName, role: by.filedByRole }

export const memberVoice = (
  shownName: string,
  state: string,
  party: boolean,
  you: boolean,
  filedBy: Voice['filedBy'],
  region: string | null,
): Voice => ({
  shownName: state === 'ended' ? goneName : shownName,
  verified: state !== 'ended',
  role: null,
  party: party && state !== 'ended',
  you,
  inOfficeName: false,
  region: state === 'ended' ? null : region,
  filedBy,
})

/** Who speaks, from the columns that stand beside words. */
type Speaker = Pick<
  EntryJson,
  | 'membershipId'
  | 'roleGrantId'
  | 'shownName'
  | 'party'
  | 'memberState'
  | 'role'
  | 'inOfficeName'
  | 'filedByName'
  | 'filedByRole'
  | 'region'
>

export const voiceOf = (entry: Speaker, hatId: string | undefined): Voice | null => {
  if (entry.membershipId !== null)
    return memberVoice(
      entry.shownName ?? '',
      entry.memberState ?? 'ended',
      entry.party ?? false,
      entry.membershipId === hatId,
      filedByOf(entry),
      entry.region,
    )
  if (entry.roleGrantId === null) return null
  return {
    shownName: entry.inOfficeName ? '' : (entry.shownName ?? ''),
    verified: true,
    role: entry.role,
    party: false,
    you: entry.roleGrantId === hatId,
    inOfficeName: entry.inOfficeName,
    region: entry.region,
    filedBy: null,
  }
}

export const entryView = (entry: EntryJson, hatId: string | undefined): EntryView => ({
  entryId: entry.entryId,
  kind: entry.kind,
  by: voiceOf(entry, hatId),
  text: entry.text,
  photos: entry.photos,
  at: new Date(entry.at).toISOString(),
  to: entry.handedTo,
})

const timesOf = (row: ServiceRequestRow) => ({
  submittedAt: row.submittedAt.toISOString(),
  readAt: iso(row.readAt),
  answeredAt: iso(row.answeredAt),
  resolvedAt: iso(row.resolvedAt),
  endedAt: iso(row.endedAt),
})

const untilOnOf = (row: ServiceRequestRow) => (row.suspendedUntil === null ? null : lastDayOf(row.suspendedUntil))

const offerOf = ({ offeredRole, offerLapsesAt }: ServiceRequestRow): OfferView | null =>
  offeredRole === null || offerLapsesAt === null ? null : { toRole: offeredRole, lapsesAt: offerLapsesAt.toISOString() }

const clockOf = (row: ServiceRequestRow) => ({
  deadlineAt: row.deadlineAt.toISOString(),
  pausedAt: iso(row.pausedAt),
  stoppedAt: iso(row.stoppedAt),
})

const baseOf = (row: AuthoredRow, hatId: string | undefined) => ({
  serviceRequestId: row.serviceRequestId,
  communityId: row.communityId,
  boardId: row.boardId,
  kind: row.kind,
  visibility: row.visibility,
  state: row.state,
  level: row.level,
  text: row.text,
  place: row.place,
  by: memberVoice(
    row.askerName,
    row.askerState,
    row.askerParty,
    row.byMembershipId === hatId,
    filedByOf(row),
    row.region,
  ),
  photos: row.photos,
  times: timesOf(row),
  clock: clockOf(row),
  suspension:
    row.suspensionKind === null || row.suspendedSince === null
      ? null
      : { kind: row.suspensionKind, since: row.suspendedSince.toISOString(), untilOn: untilOnOf(row) },
  outcome: row.outcome,
  onwardOwner: row.onwardOwner,
  reopenedCount: row.reopenedCount,
  entryCount: row.entryCount,
  supporterCount: row.supporterCount,
  mergedIntoId: row.mergedIntoId,
  mergedCount: row.mergedCount,
})

export const cardView = (
  row: AuthoredRow & { answer: EntryJson | null },
  hatId: string | undefined,
): ServiceRequestCard => ({
  type: 'serviceRequest',
  ...baseOf(row, hatId),
  answer: row.answer === null ? null : entryView(row.answer, hatId),
})

const mergedView = (one: MergedOneJson, hatId: string | undefined) => ({
  serviceRequestId: one.serviceRequestId,
  by: memberVoice(one.shownName, one.memberState, one.party, one.membershipId === hatId, null, one.region),
  text: one.text,
  place: one.place,
  submittedAt: new Date(one.submittedAt).toISOString(),
  goesOn: one.goesOn,
})

/** `merged`: nothing where nothing was merged. */
export const threadView = (
  row: AuthoredRow & { entries: EntryJson[]; assigneeName: string | null } & Partial<MergedJson>,
  who: Participant,
  hatId: string | undefined,
  place: CommunityPlace,
): ServiceRequestView => ({
  ...baseOf(row, hatId),
  responsibleRole: row.responsibleRole,
  offer: offerOf(row),
  assignee: row.assigneeName,
  entries: row.entries.map((entry) => entryView(entry, hatId)),
  merged: (row.merged ?? []).map((one) => mergedView(one, hatId)),
  mergedIntoTitle: row.mergedIntoText == null ? null : titleOf(row.mergedIntoText),
  may: actionsNow(who, { ...toDomain(row), standsForOthers: row.merged?.some(({ goesOn }) => goesOn) === true }, place),
  version: row.version,
})

export const candidateView = (row: AuthoredRow, seemsSame: boolean): MergeCandidate => ({
  serviceRequestId: row.serviceRequestId,
  by: memberVoice(row.askerName, row.askerState, row.askerParty, false, filedByOf(row), null),
  text: row.text,
  place: row.place,
  submittedAt: row.submittedAt.toISOString(),
  clock: clockOf(row),
  supporterCount: row.supporterCount,
  mergedCount: row.mergedCount,
  seemsSame,
})

const titleLength = 40

/** The first sentence or line, at most 40 characters: what a list shows. */
export const titleOf = (text: string): string => {
  const first = text.split(/[。！？!?\n]/u, 1)[0] ?? text
  const letters = [...first]
  return letters.length <= titleLength ? first : `${letters.slice(0, titleLength).join('')}…`
}

export const inboxRowView = (row: AuthoredRow & { assigneeName: string | null }): InboxRow => ({
  serviceRequestId: row.serviceRequestId,
  kind: row.kind,
  visibility: row.visibility,
  state: row.state,
  title: titleOf(row.text),
  place: row.place,
  by: row.askerState === 'ended' ? goneName : row.askerName,
  clock: clockOf(row),
  suspension: row.suspensionKind,
  suspendedUntilOn: untilOnOf(row),
  level: row.level,
  responsibleRole: row.responsibleRole,
  offer: offerOf(row),
  assignee: row.assigneeName,
  times: timesOf(row),
  reopenedCount: row.reopenedCount,
  mergedCount: row.mergedCount,
})
