import type { OfficersInboxShow } from '@shequtong/domain/service-requests/inbox-filters'
import { type PagedResult, useInfinite } from '../api/query.ts'
import type { OfficersWork } from './use-officers-work.ts'

/** What was reported up to the level, or a part of it. Deadlines pass without a hint: it is asked for anew every minute. */
export const useOfficersInbox = (
  { level, territoryId }: Pick<OfficersWork, 'level' | 'territoryId'>,
  show: OfficersInboxShow | undefined,
  enabled = true,
): PagedResult<'listSubdistrictInbox'> => {
  const query = show === undefined ? {} : { query: { show } }
  const every = { refetchIntervalMs: 60_000 }
  const ofSubdistrict = useInfinite(
    'listSubdistrictInbox',
    { params: { subdistrictId: territoryId }, ...query },
    { ...every, enabled: enabled && level === 'subdistrict' },
  )
  const ofDistrict = useInfinite(
    'listDistrictInbox',
    { params: { districtId: territoryId }, ...query },
    { ...every, enabled: enabled && level === 'district' },
  )
  return level === 'subdistrict' ? ofSubdistrict : (ofDistrict as PagedResult<'listSubdistrictInbox'>)
}
