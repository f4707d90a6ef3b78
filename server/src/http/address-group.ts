import { isIPv6 } from 'node:net'

const groupsInAddress = 8
const groupsInNetwork = 4

/** The eight groups of an IPv6 address, without leading zeros. */
const groupsOf = (address: string): string[] => {
  // the URL parser writes it in the one form of RFC 5952, an IPv4 tail included
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  return [...before, ...Array<string>(groupsInAddress - before.length - after.length).fill('0'), ...after]
}

/**
 * Whom a limit on requests counts as one: an IPv4 address; of an IPv6 address the first 64 bits, because a line is given a network of at
 * least that size (RFC 6177) and its owner chooses the rest. An IPv4 address written as IPv6 (`::ffff:1.2.3.4`) is that IPv4 address.
 */
export const addressGroup = (ip: string): string => {
  const [address = ''] = ip.split('%')
  if (!isIPv6(address)) return ip
  const groups = groupsOf(address)
  const [high = '', low = ''] = groups.slice(6)
  if (groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff') {
    const bytes = [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
    return bytes.join('.')
  }
  return `${groups.slice(0, groupsInNetwork).join(':')}::/64`
}
