import { useQuery } from '../api/query.ts'
import { type AreaBuilding, ownBuildingIn } from './areas.ts'

const anHourMs = 3_600_000

/** The building where the writer lives; undefined where the list cannot tell, and then it is not offered. */
export const useOwnBuilding = (communityId: number, buildingName: string | null): AreaBuilding | undefined => {
  const { data } = useQuery('listCommunityBuildings', { params: { communityId } }, { staleTimeMs: anHourMs })
  return data === undefined || buildingName === null ? undefined : ownBuildingIn(data.buildings, buildingName)
}
