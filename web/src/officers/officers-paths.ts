import type { HatView } from '@shequtong/contract/sessions'

type Above = Pick<HatView, 'level' | 'territoryId'>

/** Where an officer finds what was reported up to their level; undefined for a hat of a community. */
export const officersInboxPath = ({ level, territoryId }: Above): string | undefined =>
  level === 'community' ? undefined : `/command/${level}s/${territoryId}/inbox`

export const officersItemPath = (hat: Above, communityId: number, serviceRequestId: string): string | undefined => {
  const inbox = officersInboxPath(hat)
  return inbox === undefined ? undefined : `${inbox}/${communityId}/${serviceRequestId}`
}
