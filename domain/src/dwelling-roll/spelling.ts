import { foldWidth } from '../text/characters.ts'

/** The names of one door. */
export interface Door {
  readonly building: string
  readonly staircase: string
  readonly room: string
}

/** 1单元, 1 单元 and １ 单元 are one. Nothing else is folded: 6幢 may be another house than 6号楼. */
const folded = (name: string): string => foldWidth(name.normalize('NFKC')).toLowerCase().replace(/\s+/g, '')

/**
 * Gives every door the spelling that came first: that of `kept`, the roll as it stands, or else of the first row. So a file
 * that another hand typed with other spaces does not double a house.
 */
export const spelledLike = (kept: Iterable<Door>): (<D extends Door>(door: D) => D) => {
  const names = new Map<string, string>()
  const first = (parent: string, name: string): string => {
    const key = `${parent}/${folded(name)}`
    const known = names.get(key)
    if (known !== undefined) return known
    names.set(key, name)
    return name
  }
  const spell = <D extends Door>(door: D): D => {
    const building = first('', door.building)
    const staircase = first(building, door.staircase)
    const room = first(`${building}/${staircase}`, door.room)
    return { ...door, building, staircase, room }
  }
  for (const door of kept) spell(door)
  return spell
}
