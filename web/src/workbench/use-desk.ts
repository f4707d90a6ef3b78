import type { HatView } from '@shequtong/contract/sessions'
import { type Permission, permissionTable } from '@shequtong/domain/roles/permissions'
import type { Role } from '@shequtong/domain/roles/roles'
import { useSession } from '../session/session.tsx'

type DeskPermission = Exclude<Permission, 'public' | 'signedIn'>

/** Where somebody works: one community, in the role worn now. */
export interface Desk {
  readonly communityId: number
  readonly hat: HatView
  readonly role: Role
  /** Mirrors the table of permissions, so that no door is shown that the server keeps shut. */
  readonly may: (permission: DeskPermission) => boolean
}

/** Undefined where the hat worn now is no role in this community, or not one with this permission. */
export const useDesk = (communityId: string, needed: DeskPermission): Desk | undefined => {
  const { hat } = useSession()
  if (hat === undefined || hat.role === null || hat.level !== 'community') return undefined
  if (hat.territoryId !== Number(communityId)) return undefined
  const { role } = hat
  const may = (permission: DeskPermission): boolean => permissionTable[permission].roles.includes(role)
  return may(needed) ? { communityId: hat.territoryId, hat, role, may } : undefined
}
