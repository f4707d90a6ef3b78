import { type RollPlan, rollFaultsListed } from '@shequtong/contract/dwelling-roll'
import { doorKey } from '@shequtong/domain/dwelling-roll/gather-roll'
import { spelledLike } from '@shequtong/domain/dwelling-roll/spelling'
import type { FloorAreaSource } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'
import type { RollDwelling } from './import.ts'
import type { ReadRoll } from './read-roll.ts'

interface KeptDwelling {
  building: string
  staircase: string
  room: string
  floor: number
  floorAreaCm2: number | null
  floorAreaSource: FloorAreaSource | null
  persons: number
}

const keptSql = `
  select b.name as building, s.name as staircase, d.room, d.floor, d.floor_area_cm2 as "floorAreaCm2",
    d.floor_area_source as "floorAreaSource",
    (select count(*)::int from roll_entries r where r.community_id = d.community_id and r.dwelling_id = d.dwelling_id) as persons
  from buildings b
  join staircases s on s.community_id = b.community_id and s.building_id = b.building_id
  join dwellings d on d.community_id = s.community_id and d.staircase_id = s.staircase_id
  where b.community_id = $1 and b.compound_id = $2`

const isSame = (kept: KeptDwelling, wanted: RollDwelling): boolean =>
  kept.floor === wanted.floor &&
  kept.floorAreaCm2 === wanted.floorAreaCm2 &&
  kept.floorAreaSource === wanted.floorAreaSource

/** What an import of `roll` would do to the compound as it stands now. */
export const planOf = async (
  db: Db,
  at: { readonly communityId: number; readonly compoundId: string },
  roll: ReadRoll,
): Promise<RollPlan> => {
  const kept = await db.many<KeptDwelling>(keptSql, [at.communityId, at.compoundId])
  const byDoor = new Map(kept.map((dwelling) => [doorKey(dwelling), dwelling]))
  const spell = spelledLike(kept)
  const counts = { dwellingsAdded: 0, dwellingsChanged: 0, dwellingsSame: 0, persons: 0, personsReplaced: 0 }
  for (const wanted of roll.dwellings) {
    const known = byDoor.get(doorKey(spell(wanted)))
    if (known === undefined) counts.dwellingsAdded += 1
    else if (isSame(known, wanted)) counts.dwellingsSame += 1
    else counts.dwellingsChanged += 1
    counts.persons += wanted.persons.length
    counts.personsReplaced += known?.persons ?? 0
  }
  return {
    rows: roll.rows,
    badRows: roll.badRows,
    faults: roll.faults.slice(0, rollFaultsListed),
    ignoredColumns: [...roll.ignoredColumns],
    ...counts,
    dwellingsLeft: kept.length - counts.dwellingsChanged - counts.dwellingsSame,
    dwellingsSkipped: roll.skipped,
  }
}
