import { inboxShows, inboxWordsMaxCodePoints } from '@shequtong/domain/service-requests/inbox-filters'
import { inboxViewNameMaxCodePoints } from '@shequtong/domain/service-requests/inbox-views'
import { serviceRequestKinds } from '@shequtong/domain/service-requests/states'
import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { CommunityParams, plainText, Uuid } from './values.ts'

const inCommunity = '/communities/:communityId/inbox/views' as const
const read = ['unauthenticated', 'not-found', 'not-permitted', 'invalid-input'] as const
const written = [...read, 'idempotency-key-missing', 'idempotency-conflict'] as const

/** A part of an inbox under a name; null: not narrowed by it. */
export const InboxView = z.object({
  inboxViewId: Uuid,
  name: z.string(),
  show: z.enum(inboxShows).nullable(),
  kind: z.enum(serviceRequestKinds).nullable(),
  q: z.string().nullable(),
})
export type InboxView = z.infer<typeof InboxView>

const Views = z.object({ items: z.array(InboxView) })

export const listInboxViews = endpoint({
  method: 'GET',
  path: inCommunity,
  summary: 'The parts of the inbox that whoever asks keeps under a name, for the hat worn, the oldest first',
  permission: 'inbox.view',
  params: CommunityParams,
  reply: Views,
  problems: read,
})

export const keepInboxView = endpoint({
  method: 'POST',
  path: inCommunity,
  summary: 'Keep a part of the inbox under a name; a name that is there already is given to this part',
  permission: 'inbox.view',
  params: CommunityParams,
  body: z.strictObject({
    name: plainText(1, inboxViewNameMaxCodePoints),
    show: z.enum(inboxShows).nullable().default(null),
    kind: z.enum(serviceRequestKinds).nullable().default(null),
    q: plainText(1, inboxWordsMaxCodePoints).nullable().default(null),
  }),
  reply: Views,
  problems: [...written, 'rule-refused'],
})

export const removeInboxView = endpoint({
  method: 'POST',
  path: `${inCommunity}/:inboxViewId/remove`,
  summary: 'Keep a part of the inbox no longer',
  permission: 'inbox.view',
  params: CommunityParams.extend({ inboxViewId: Uuid }),
  body: z.strictObject({}),
  reply: Views,
  problems: written,
})
