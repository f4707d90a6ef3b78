import { useQuery } from '../api/query.ts'
import { useSession } from '../session/session.tsx'

export interface Findable {
  readonly communityId: number
  readonly name: string
  readonly subdistrictName: string
}

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

/** Names that contain every typed part ("通河 一" finds 通河一村 and 通河四村一); those that begin with the first come first. */
export const findCommunities = (communities: readonly Findable[], typed: string): readonly Findable[] => {
  const parts = typed.normalize('NFKC').trim().split(/\s+/).filter(Boolean)
  const first = parts[0]
  if (first === undefined) return []
  const found = communities.filter(({ name, subdistrictName }) =>
    parts.every((part) => name.includes(part) || subdistrictName.includes(part)),
  )
  return [...found.filter(({ name }) => name.startsWith(first)), ...found.filter(({ name }) => !name.startsWith(first))]
}
