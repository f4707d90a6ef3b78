import type { ServiceRequestCard } from '@shequtong/contract/service-requests'

/** Where a thread stands in the resident's shell. */
export const threadPath = ({
  communityId,
  serviceRequestId,
}: Pick<ServiceRequestCard, 'communityId' | 'serviceRequestId'>): string =>
  `/communities/${communityId}/service-requests/${serviceRequestId}`

/** The receipt of one that was filed for somebody, to print again. */
export const slipPath = (request: Parameters<typeof threadPath>[0]): string => `${threadPath(request)}/receipt`
