import { officersInboxShows } from '@shequtong/domain/service-requests/inbox-filters'
import * as z from 'zod'
import { OfficerRow } from './command-center.ts'
import { endpoint } from './endpoint.ts'
import { act, Words } from './service-requests.ts'
import { PageQuery, pageOf, TerritoryId } from './values.ts'

export const escalateServiceRequest = act(
  'escalate',
  'serviceRequest.escalate',
  'Report upward what the committee cannot solve',
  z.strictObject({ toLevel: z.enum(['subdistrict', 'district']), reason: Words }),
  ['transition-refused', 'rule-refused'],
)
export const returnEscalation = act(
  'return-escalation',
  'serviceRequest.escalate',
  'An officer returns what a lower level can do itself, with a reason that everybody in the thread reads',
  z.strictObject({ toLevel: z.enum(['community', 'subdistrict']), reason: Words }),
  ['transition-refused', 'rule-refused'],
)
/** `waiting` and `overdue` count the whole inbox, whatever part of it is shown. */
const reply = pageOf(OfficerRow).extend({ waiting: z.number().int(), overdue: z.number().int() })
const query = PageQuery.extend({ show: z.enum(officersInboxShows).optional() })
const problems = ['unauthenticated', 'not-found', 'invalid-input'] as const

export const listSubdistrictInbox = endpoint({
  method: 'GET',
  path: '/subdistricts/:subdistrictId/inbox',
  summary: 'What was escalated to the subdistrict and waits for an answer or a result there, most urgent first',
  permission: 'signedIn',
  params: z.object({ subdistrictId: TerritoryId }),
  query,
  reply,
  problems,
})
export const listDistrictInbox = endpoint({
  method: 'GET',
  path: '/districts/:districtId/inbox',
  summary: 'What was escalated to the district and waits for an answer or a result there, most urgent first',
  permission: 'signedIn',
  params: z.object({ districtId: TerritoryId }),
  query,
  reply,
  problems,
})
