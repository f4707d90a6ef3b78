import { periodIn, searchOf } from './period.ts'

/** Whoever goes further in or back out keeps the days they chose. */
const kept = (): string => searchOf(periodIn(location.search))

export const districtPath = (districtId: number | string): string => `/command/districts/${districtId}${kept()}`
export const subdistrictPath = (subdistrictId: number | string): string =>
  `/command/subdistricts/${subdistrictId}${kept()}`
export const communityPath = (communityId: number | string): string => `/command/communities/${communityId}${kept()}`
export const itemPath = (communityId: number | string, serviceRequestId: string): string =>
  `/command/communities/${communityId}/service-requests/${serviceRequestId}${kept()}`
