import { useQuery } from '../../api/query.ts'
import type { Reply } from '../../api/types.ts'
import type { QuestionProps } from './question-props.ts'

export type Building = Reply<'listBuildings'>['buildings'][number]

const nothingBelow = {
  floor: null,
  dwellingId: null,
  room: '',
  // a relation is to a home
  tenure: null,
} as const
const noStaircase = { staircaseId: null, staircaseName: '', ...nothingBelow } as const
const noBuilding = { buildingId: null, buildingName: '', staircaseCount: 0, shownName: '', ...noStaircase } as const

/** The way from the sub-area to the door: what there is to choose, and the choices; each one forgets what hung below it. */
export const useHome = ({ draft, set, code, page }: QuestionProps) => {
  const all = useQuery('listBuildings', { params: { code } }, { staleTimeMs: 600_000 })
  const doors = useQuery(
    'listDwellings',
    { params: { code, staircaseId: draft.staircaseId ?? '' } },
    { enabled: draft.staircaseId !== null, staleTimeMs: 600_000 },
  )
  const asksSubArea = page.subAreas.length > 1
  const buildings = (all.data?.buildings ?? []).filter(
    ({ subAreaName }) => !asksSubArea || subAreaName === draft.subArea || subAreaName === null,
  )
  const building = all.data?.buildings.find(({ buildingId }) => buildingId === draft.buildingId)
  const dwellings = draft.staircaseId === null ? [] : (doors.data?.dwellings ?? [])
  const floors = [...new Set(dwellings.map(({ floor }) => floor))].sort((a, b) => b - a)
  return {
    asksSubArea,
    buildings,
    building,
    dwellings,
    floors,
    isLoading:
      (all.data === undefined && !all.error) ||
      (draft.staircaseId !== null && doors.data === undefined && !doors.error),
    error: all.error ?? doors.error ?? undefined,
    again: () => void (all.error ? all.refetch() : doors.refetch()),
    chooseSubArea: (subArea: string | null) => set({ subArea, ...noBuilding }),
    chooseBuilding: (chosen: Building | null) => {
      if (chosen === null) return set(noBuilding)
      const only = chosen.staircases.length === 1 ? chosen.staircases[0] : undefined
      const staircase = only === undefined ? {} : { staircaseId: only.staircaseId, staircaseName: only.name }
      const { buildingId, name } = chosen
      const known = { subArea: chosen.subAreaName ?? draft.subArea, staircaseCount: chosen.staircases.length }
      set({ ...noBuilding, ...known, buildingId, buildingName: name, ...staircase })
    },
    chooseStaircase: (staircaseId: string | null) => {
      const chosen = building?.staircases.find((one) => one.staircaseId === staircaseId)
      set({ ...noStaircase, staircaseId: chosen?.staircaseId ?? null, staircaseName: chosen?.name ?? '' })
    },
    chooseFloor: (floor: number) => set({ ...nothingBelow, floor }),
    chooseDwelling: (dwellingId: string) => {
      const chosen = dwellings.find((one) => one.dwellingId === dwellingId)
      if (chosen !== undefined) set({ dwellingId, room: chosen.room, floor: chosen.floor })
    },
    leaveHome: (livesHere: boolean) => set({ ...noBuilding, livesHere, subArea: null, memberKind: null }),
  }
}

export type Home = ReturnType<typeof useHome>
