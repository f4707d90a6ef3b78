export const districtPath = (districtId: number | string): string => `/command/districts/${districtId}`
export const subdistrictPath = (subdistrictId: number | string): string => `/command/subdistricts/${subdistrictId}`
export const communityPath = (communityId: number | string): string => `/command/communities/${communityId}`
export const itemPath = (communityId: number | string, serviceRequestId: string): string =>
  `${communityPath(communityId)}/service-requests/${serviceRequestId}`
