import type { HatView } from '@shequtong/contract/sessions'
import { type Permission, permissionTable } from '@shequtong/domain/roles/permissions'
import type { Role } from '@shequtong/domain/roles/roles'
import { useSession } from '../session/session.tsx'
import { inboxItemPath, inboxPath } from './work-paths.ts'

type DeskPermission = Exclude<Permission, 'public' | 'signedIn'>

/** Where somebody works, in the role worn now, and what is offered there. */
export interface Work {
  readonly hat: HatView
  readonly role: Role
  /** Mirrors the table of permissions, so that no door is shown that the server keeps shut. */
  readonly may: (permission: DeskPermission) => boolean
  /** The address of its inbox, and of one matter in it. */
  readonly inboxPath: string
  readonly itemPath: (communityId: number, serviceRequestId: string) => string
}

/** In one community. */
export interface Desk extends Work {
  readonly communityId: number
}

export const mayOf =
  (role: Role): Work['may'] =>
  (permission) =>
    permissionTable[permission].roles.includes(role)

/** Undefined where the hat worn now is no role in this community, or not one with this permission. */
export const useDesk = (communityId: string, needed: DeskPermission): Desk | undefined => {
  const { hat } = useSession()
  if (hat === undefined || hat.role === null || hat.level !== 'community') return undefined
  if (hat.territoryId !== Number(communityId)) return undefined
  const { role, territoryId } = hat
  const may = mayOf(role)
  if (!may(needed)) return undefined
  return { communityId: territoryId, hat, role, may, inboxPath: inboxPath(territoryId), itemPath: inboxItemPath }
}
