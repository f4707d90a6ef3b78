/** Addresses of the workbench's own screens. */
export const inboxPath = (communityId: number): string => `/work/${communityId}`
export const inboxItemPath = (communityId: number, serviceRequestId: string): string =>
  `/work/${communityId}/service-requests/${serviceRequestId}`
export const reviewPath = (communityId: number): string => `/work/${communityId}/registrations`
export const reviewItemPath = (communityId: number, registrationId: string): string =>
  `/work/${communityId}/registrations/${registrationId}`
export const codesPath = (communityId: number): string => `/work/${communityId}/qr-codes`
export const rollPath = (communityId: number): string => `/work/${communityId}/roll`
export const colleaguesPath = (communityId: number): string => `/work/${communityId}/colleagues`
export const assistedPath = (communityId: number): string => `/work/${communityId}/assisted`
export const receiptPath = (communityId: number, registrationId: string): string =>
  `/work/${communityId}/assisted/${registrationId}/receipt`
