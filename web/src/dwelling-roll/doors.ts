import type { ItemOf } from '../api/query.ts'

export type EmptyDoor = ItemOf<'listDwellingsWithoutMembers'>

export interface StaircaseDoors {
  readonly key: string
  readonly building: string
  readonly staircase: string
  readonly doors: readonly EmptyDoor[]
}

/** The doors of one staircase together, staircases in the order of their first door. */
export const byStaircase = (doors: readonly EmptyDoor[]): StaircaseDoors[] => {
  const groups = new Map<string, StaircaseDoors & { doors: EmptyDoor[] }>()
  for (const door of doors) {
    const { building, staircase } = door
    const key = JSON.stringify([building, staircase])
    const group = groups.get(key) ?? { key, building, staircase, doors: [] }
    group.doors.push(door)
    groups.set(key, group)
  }
  return [...groups.values()]
}
