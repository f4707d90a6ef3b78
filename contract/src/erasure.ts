import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Done } from './values.ts'

/** What is known of a person beside memberships, and what stands in the way of erasing it. */
export const ErasureView = z.object({
  /** A membership is left first, a role handed over first; null: it may be done now. */
  obstacle: z.enum(['membership-held', 'role-held']).nullable(),
  registrationCount: z.number().int(),
  /** Of these, the ones that the committee has not decided yet: they are withdrawn. */
  waitingCount: z.number().int(),
})
export type ErasureView = z.infer<typeof ErasureView>

export const readErasure = endpoint({
  method: 'GET',
  path: '/me/erasure',
  summary: 'What erasing everything that is known of me would mean, for whoever is no neighbour',
  permission: 'signedIn',
  reply: ErasureView,
  problems: ['unauthenticated'],
})

export const eraseMe = endpoint({
  method: 'POST',
  path: '/me/erasure',
  summary: 'Erase everything that is known of me, at once; for whoever never became a neighbour or has left',
  permission: 'signedIn',
  body: z.strictObject({}),
  // nothing of the person stays to answer a second press
  keeps: 'nothing',
  reply: Done,
  problems: ['unauthenticated', 'rule-refused', 'invalid-input', 'idempotency-key-missing'],
})
