import { notificationKinds } from '@shequtong/contract/notifications'
import { templateDesks } from '@shequtong/domain/answer-templates/answer-templates'
import { boardChangeKinds, boardKinds } from '@shequtong/domain/boards/boards'
import { documentKinds } from '@shequtong/domain/identity/document-kinds'
import { lookUpFields } from '@shequtong/domain/identity/identity-fields'
import { presences } from '@shequtong/domain/memberships/helping'
import { leaveCauses } from '@shequtong/domain/memberships/membership'
import { postStates } from '@shequtong/domain/posts/post'
import { reportOutcomes, reportReasons } from '@shequtong/domain/posts/report'
import { scopeKinds } from '@shequtong/domain/posts/scope'
import { memberKinds, tenures } from '@shequtong/domain/registrations/member-kinds'
import { registrationStates } from '@shequtong/domain/registrations/registration'
import { membershipStates } from '@shequtong/domain/roles/hats'
import { communityRoles, handOverRoles, roles, territoryLevels } from '@shequtong/domain/roles/roles'
import { shiftParts } from '@shequtong/domain/rota/shifts'
import { searchedKinds } from '@shequtong/domain/search/searched-kinds'
import { exportFormats, inboxShows } from '@shequtong/domain/service-requests/inbox-filters'
import {
  clockAlerts,
  entryKinds,
  handlingLevels,
  openStates,
  outcomes,
  serviceRequestKinds,
  serviceRequestStates,
  suspensionKinds,
  visibilities,
} from '@shequtong/domain/service-requests/states'
import { communityKinds, floorAreaSources, subdistrictKinds } from '@shequtong/domain/territory/territory'
import { lookUpOccasions } from '../../src/identity/vault-types.ts'
import type { HiddenWords, WordList } from './catalog.ts'

/** Which constant each list of words in the database repeats. */
export const wordLists: Readonly<Record<string, readonly string[]>> = {
  'public.subdistricts.kind': subdistrictKinds,
  'public.communities.kind': communityKinds,
  'public.response_rules.kind': serviceRequestKinds,
  'public.dwellings.floor_area_source': floorAreaSources,
  'public.role_grants.role': roles,
  'public.role_grants.level': territoryLevels,
  'public.registrations.member_kind': memberKinds,
  'public.registrations.tenure': tenures,
  'public.registrations.state': registrationStates,
  'public.registrations.presence': presences,
  'public.service_requests.presence': presences,
  'public.roll_entries.tenure': tenures,
  'public.memberships.member_kind': memberKinds,
  'public.memberships.tenure': tenures,
  'public.memberships.state': membershipStates,
  'public.memberships.leave_cause': leaveCauses,
  // what a receipt can be for: contract/src/assisted.ts
  'public.receipts.kind': ['registration', 'serviceRequest'],
  'public.service_requests.kind': serviceRequestKinds,
  'public.service_requests.visibility': visibilities,
  'public.service_requests.state': serviceRequestStates,
  'public.service_requests.level': handlingLevels,
  'public.open_items.level': handlingLevels,
  'public.service_requests.suspension_kind': suspensionKinds,
  'public.rota_shifts.part': shiftParts,
  'public.service_requests.clock_alerted': clockAlerts,
  'public.service_requests.outcome': outcomes,
  'public.service_requests.responsible_role': handOverRoles,
  'public.service_requests.offered_role': handOverRoles,
  'public.service_request_entries.kind': entryKinds,
  'public.boards.kind': boardKinds,
  'public.boards.answering_role': handOverRoles,
  'public.board_changes.change': boardChangeKinds,
  'public.posts.state': postStates,
  'public.posts.scope': scopeKinds,
  'public.answer_templates.desk': templateDesks,
  'public.inbox_views.show': inboxShows,
  'public.inbox_views.kind': serviceRequestKinds,
  'public.inbox_exports.format': exportFormats,
  'public.inbox_exports.show': inboxShows,
  'public.inbox_exports.kind': serviceRequestKinds,
  'public.mentions.role': communityRoles,
  'public.mentions.alerted': clockAlerts,
  'public.post_reports.reason': reportReasons,
  'public.post_reports.outcome': reportOutcomes,
  'public.notifications.kind': notificationKinds,
  'public.search_documents.subject_kind': searchedKinds,
  'public.search_documents.visibility': visibilities,
  'public.open_items.state': [...openStates, 'resolved'],
  'public.rollup_days.level': territoryLevels,
  'public.rollup_hours.level': territoryLevels,
  'public.rollup_totals.level': territoryLevels,
  'identity.persons_identity.document_kind': documentKinds,
  'identity.roll_entries.document_kind': documentKinds,
  'identity.look_ups.occasion': lookUpOccasions,
  'identity.look_ups.fields': lookUpFields,
  // the kinds of BlindIndex are written where each is made: server/src/identity/blinds.ts
  'identity.blind_indexes.kind': ['document', 'phone', 'openid', 'unionid'],
  'index registrations_one_open.state': ['submitted', 'askedBack'],
  'index service_requests_inbox.state': openStates,
}

const sorted = (words: readonly string[]): string => [...words].sort().join(', ')

/** Where a list of the database and its constant differ, and where one of the two is missing. */
export const differences = (
  found: readonly WordList[],
  registered: Readonly<Record<string, readonly string[]>> = wordLists,
): string[] => {
  const known = found.flatMap(({ at, words }) => {
    const constant = registered[at]
    if (constant === undefined) return [`${at} repeats no registered constant: ${sorted(words)}`]
    if (sorted(constant) === sorted(words)) return []
    return [`${at} is ${sorted(words)} and should be ${sorted(constant)}`]
  })
  const present = new Set(found.map(({ at }) => at))
  const gone = Object.keys(registered).filter((at) => !present.has(at))
  return [...known, ...gone.map((at) => `${at} is registered and not in the database`)]
}

/** Words that the database compares with and no registered constant has, and places where words would not be found. */
export const hiddenFaults = (
  { mentions, elsewhere }: HiddenWords,
  registered: Readonly<Record<string, readonly string[]>> = wordLists,
): string[] => {
  const strange = mentions
    .filter(({ at, word }) => registered[at]?.includes(word) !== true)
    .map(({ at, word }) => `${at} is compared with ${word}, which no registered constant has`)
  return [...new Set(strange), ...elsewhere]
}
