import { useSession } from '../session/session.tsx'
import { mayOf, type Work } from '../workbench/use-desk.ts'
import { officersInboxPath, officersItemPath } from './officers-paths.ts'

export interface OfficersWork extends Work {
  readonly level: 'subdistrict' | 'district'
  readonly territoryId: number
}

/** The inbox of the level whose officer is at work; undefined under any other hat. */
export const useOfficersWork = (level: OfficersWork['level'], territoryId: number): OfficersWork | undefined => {
  const { hat } = useSession()
  if (hat === undefined || hat.role === null || hat.level !== level || hat.territoryId !== territoryId) return undefined
  return {
    level,
    territoryId,
    hat,
    role: hat.role,
    may: mayOf(hat.role),
    inboxPath: officersInboxPath(hat) ?? '/',
    itemPath: (communityId, serviceRequestId) => officersItemPath(hat, communityId, serviceRequestId) ?? '/',
  }
}
