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
export const membersPath = (communityId: number): string => `/work/${communityId}/members`
export const memberPath = (communityId: number, membershipId: string): string =>
  `/work/${communityId}/members/${membershipId}`
export const deskPhonePath = (communityId: number, membershipId: string): string =>
  `/work/${communityId}/members/${membershipId}/phone`
export const officePath = (communityId: number): string => `/work/${communityId}/office`
export const boardsPath = (communityId: number): string => `/work/${communityId}/boards`
export const publishPath = (communityId: number, boardId: string): string => `/work/${communityId}/boards/${boardId}`
export const rotaPath = (communityId: number): string => `/work/${communityId}/rota`
export const assistedPath = (communityId: number): string => `/work/${communityId}/assisted`
export const receiptPath = (communityId: number, registrationId: string): string =>
  `/work/${communityId}/assisted/${registrationId}/receipt`
