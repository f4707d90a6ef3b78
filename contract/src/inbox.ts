import { inboxShows, inboxWordsMaxCodePoints } from '@shequtong/domain/service-requests/inbox-filters'
import { serviceRequestKinds, serviceRequestStates } from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { InboxRow, one, ServiceRequestParams } from './service-requests.ts'
import { CommunityParams, InstantText, PageQuery, pageOf, plainText, Uuid } from './values.ts'

export const listInbox = endpoint({
  method: 'GET',
  path: '/communities/:communityId/inbox',
  summary: 'Everything that waits for an answer or a result, most urgent first, or a part of it',
  permission: 'inbox.view',
  params: CommunityParams,
  query: PageQuery.extend({
    show: z.enum(inboxShows).optional(),
    kind: z.enum(serviceRequestKinds).optional(),
    /** Each word stands in the text, the place or the asker's shown name. */
    q: plainText(1, inboxWordsMaxCodePoints).optional(),
  }),
  /** `waiting` and `overdue` count the whole inbox, whatever part of it is shown. */
  reply: pageOf(InboxRow).extend({ waiting: z.number().int(), overdue: z.number().int() }),
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
