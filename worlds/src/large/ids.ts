import { createHash } from 'node:crypto'
import type { Instant } from '@shequtong/domain/time'

/** The same key at the same instant always gets the same id, in the form of a UUIDv7 (RFC 9562, section 5.7). */
export const idOf = (at: Instant, key: string): string => {
  const time = at.getTime().toString(16).padStart(12, '0')
  const rest = createHash('sha256').update(key).digest('hex')
  const variant = (8 + (Number.parseInt(rest.slice(3, 4), 16) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`
}
