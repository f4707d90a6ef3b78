import type { RoomKindName } from '@shequtong/contract/realtime'

/** A room's name: its kind and its address, as the contract's `roomName` makes it. */
const named = (kind: RoomKindName, ...address: readonly (string | number)[]): string => [kind, ...address].join(':')

export const communityRoom = (communityId: number | string) => named('community', communityId)
export const serviceRequestRoom = (communityId: number | string, serviceRequestId: string) =>
  named('service-request', communityId, serviceRequestId)
export const inboxRoom = (communityId: number | string) => named('inbox', communityId)
export const registrationsRoom = (communityId: number | string) => named('registrations', communityId)
export const districtRoom = (districtId: number | string) => named('district', districtId)
export const subdistrictRoom = (subdistrictId: number | string) => named('subdistrict', subdistrictId)
