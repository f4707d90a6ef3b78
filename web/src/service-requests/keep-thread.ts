import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { invalidate, keyOf, queryClient } from '../api/query-client.ts'

/** After a write: the thread as the server gave it back, and the lists that show it are read anew. */
export const keepThread = (request: ServiceRequestView): void => {
  const { communityId, serviceRequestId } = request
  queryClient.setQueryData(keyOf('readServiceRequest', { params: { communityId, serviceRequestId } }, 'one'), request)
  for (const list of ['listFeed', 'listMyServiceRequests', 'listInbox'] as const) void invalidate(list, { communityId })
}
