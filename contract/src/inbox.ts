import { roles } from '@shequtong/domain/roles/roles'
import { exportFormats, inboxShows, inboxWordsMaxCodePoints } from '@shequtong/domain/service-requests/inbox-filters'
import { serviceRequestKinds, serviceRequestStates } from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { InboxRow, one, ServiceRequestParams } from './service-requests.ts'
import { CommunityParams, InstantText, PageQuery, pageOf, plainText, Uuid } from './values.ts'

/** Which part of an inbox. */
const part = {
  show: z.enum(inboxShows).optional(),
  kind: z.enum(serviceRequestKinds).optional(),
  /** Each word stands in the text, the place or the asker's shown name. */
  q: plainText(1, inboxWordsMaxCodePoints).optional(),
}

export const listInbox = endpoint({
  method: 'GET',
  path: '/communities/:communityId/inbox',
  summary: 'Everything that waits for an answer or a result, most urgent first, or a part of it',
  permission: 'inbox.view',
  params: CommunityParams,
  query: PageQuery.extend(part),
  /** `waiting` and `overdue` count the whole inbox, whatever part of it is shown. */
  reply: pageOf(InboxRow).extend({ waiting: z.number().int(), overdue: z.number().int() }),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})

export const exportInbox = endpoint({
  method: 'POST',
  path: '/communities/:communityId/inbox/exports',
  summary: 'What the inbox shows of a part, at once, to be kept as a file; logged with who took it',
  permission: 'inbox.view',
  params: CommunityParams,
  body: z.strictObject({ ...part, format: z.enum(exportFormats) }),
  keeps: 'mark',
  reply: z.object({
    /** Stands in the file and in the log. */
    inboxExportId: Uuid,
    exportedAt: InstantText,
    /** The shown name of whoever took it. */
    by: z.string(),
    rows: z.array(InboxRow),
    /** There was more than one file may hold. */
    isCut: z.boolean(),
  }),
  problems: [
    'unauthenticated',
    'not-found',
    'not-permitted',
    'invalid-input',
    'idempotency-key-missing',
    'idempotency-conflict',
    'done-already',
  ],
})

/** A line of the log: who took which part out, and how much. */
export const InboxExport = z.object({
  inboxExportId: Uuid,
  exportedAt: InstantText,
  by: z.string(),
  role: z.enum(roles),
  format: z.enum(exportFormats),
  show: z.enum(inboxShows).nullable(),
  kind: z.enum(serviceRequestKinds).nullable(),
  /** Narrowed by words, which are not kept. */
  byWords: z.boolean(),
  rowCount: z.number().int(),
})
export type InboxExport = z.infer<typeof InboxExport>

export const listInboxExports = endpoint({
  method: 'GET',
  path: '/communities/:communityId/inbox/exports',
  summary: 'Who took what of the inbox out as a file, the latest first, for whoever leads the committee',
  permission: 'inbox.exportLog',
  params: CommunityParams,
  query: PageQuery,
  reply: pageOf(InboxExport),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})

/** Another matter of the same asker, as a line. */
export const EarlierRequest = z.object({
  serviceRequestId: Uuid,
  kind: z.enum(serviceRequestKinds),
  state: z.enum(serviceRequestStates),
  title: z.string(),
  submittedAt: InstantText,
})
export type EarlierRequest = z.infer<typeof EarlierRequest>

export const listEarlierRequests = endpoint({
  method: 'GET',
  path: `${one}/of-the-same-asker`,
  summary: 'The newest other matters of its asker in this community, as far as whoever works on it may see them',
  permission: 'serviceRequest.direct',
  params: ServiceRequestParams,
  reply: z.object({ items: z.array(EarlierRequest) }),
  problems: ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'],
})
