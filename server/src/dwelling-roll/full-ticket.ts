import { createHmac, timingSafeEqual } from 'node:crypto'

/** A stated reason for a roll with full values, bound to who stated it, in which role, and where. */
export interface FullRollTicket {
  readonly personId: string
  readonly roleGrantId: string
  readonly compoundId: string
  readonly reason: string
  readonly expiresAtMs: number
}

export const ticketValidMs = 5 * 60_000

const macOf = (secret: Buffer, text: string): Buffer =>
  createHmac('sha256', secret).update('full roll').update('\0').update(text).digest()

/** Text that this server alone can have made. It holds no identity and is kept nowhere. */
export const issueTicket = (secret: Buffer, ticket: FullRollTicket): string => {
  const text = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${text}.${macOf(secret, text).toString('base64url')}`
}

/** Undefined: not ours, or over. */
export const openTicket = (secret: Buffer, sealed: string, now: Date): FullRollTicket | undefined => {
  const [text = '', mac = ''] = sealed.split('.')
  const given = Buffer.from(mac, 'base64url')
  const right = macOf(secret, text)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const ticket = JSON.parse(Buffer.from(text, 'base64url').toString()) as FullRollTicket
  return ticket.expiresAtMs > now.getTime() ? ticket : undefined
}
