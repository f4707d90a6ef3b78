import { ok, type Result, refused } from '../result.ts'
import type { Role } from '../roles/roles.ts'

export type ErasureRefused =
  | { readonly code: 'membership-held' }
  | { readonly code: 'role-held'; readonly roles: readonly Role[] }

/**
 * Whether everything that is known of a person may be erased at once, at their own wish (个人信息保护法 15, 47): for whoever
 * registered or signed in and became no neighbour, or has left already. A living membership is left first, with its days of
 * regret; a living role is handed over. A registration that still waits is no hindrance: it is withdrawn with it.
 */
export const mayEraseNow = (person: {
  readonly livingMemberships: number
  readonly rolesHeld: readonly Role[]
}): Result<undefined, ErasureRefused> => {
  if (person.rolesHeld.length > 0) return refused({ code: 'role-held', roles: person.rolesHeld })
  if (person.livingMemberships > 0) return refused({ code: 'membership-held' })
  return ok(undefined)
}
