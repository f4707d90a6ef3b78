import { type Region, regionOf } from '@shequtong/domain/regions/regions'
import ip2region from 'ip2region'

let addresses: InstanceType<typeof ip2region.default> | undefined

/**
 * The region of a network address, in some microseconds; its list is read at the first look-up (7 ms, 11 MB). Undefined where the
 * address is of an inner network or the list does not know its region. The address itself is kept nowhere.
 */
export const regionOfAddress = (address: string): Region | undefined => {
  addresses ??= new ip2region.default()
  const found = addresses.search(address)
  return found === null ? undefined : regionOf(found)
}
