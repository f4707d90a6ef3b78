import type { HatView } from '@shequtong/contract/sessions'

/** Where an officer looks for what was said in the communities of their own territory. */
export const searchPath = ({ level, territoryId }: Pick<HatView, 'level' | 'territoryId'>): string | undefined => {
  if (level === 'district') return `/command/districts/${territoryId}/search`
  return level === 'subdistrict' ? `/command/subdistricts/${territoryId}/search` : undefined
}
