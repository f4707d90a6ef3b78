import { useQuery } from '../api/query.ts'
import { useSession } from '../session/session.tsx'
import type { Findable } from './find-communities.ts'

/** The communities that this officer may open: of the district, or of the own subdistrict. Undefined until they are here. */
export const useFindable = (wanted: boolean): readonly Findable[] | undefined => {
  const { hat } = useSession()
  const place = hat?.territoryId ?? 0
  const ofDistrict = useQuery(
    'listCommunities',
    { params: { districtId: place } },
    { enabled: wanted && hat?.level === 'district', staleTimeMs: 3_600_000 },
  )
  const ofSubdistrict = useQuery(
    'readSubdistrict',
    { params: { subdistrictId: place } },
    { enabled: wanted && hat?.level === 'subdistrict' },
  )
  if (hat?.level === 'district') return ofDistrict.data?.communities
  const own = ofSubdistrict.data
  return own?.communities.map(({ territoryId, name }) => ({
    communityId: territoryId,
    name,
    subdistrictName: own.name,
  }))
}
