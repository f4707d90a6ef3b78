import type { listDwellingsWithoutMembers } from '@shequtong/contract/dwelling-roll'
import type { Read } from '../http/call.ts'
import { cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import { toManage } from './access.ts'

const pageSize = 50

interface Row {
  dwellingId: string
  building: string
  staircase: string
  room: string
  floor: number
  personsOnRoll: number
  buildingPosition: number
  staircasePosition: number
}

const doors = `
  from buildings b
  join staircases s on s.community_id = b.community_id and s.building_id = b.building_id
  join dwellings d on d.community_id = s.community_id and d.staircase_id = s.staircase_id
  where b.community_id = $1 and b.compound_id = $2`

const isEmpty = `not exists (select from memberships m
    where m.community_id = d.community_id and m.dwelling_id = d.dwelling_id and m.state <> 'ended')`

const pageSql = `
  select d.dwelling_id as "dwellingId", b.name as building, s.name as staircase, d.room, d.floor,
    b.position as "buildingPosition", s.position as "staircasePosition",
    (select count(*)::int from roll_entries r where r.community_id = d.community_id and r.dwelling_id = d.dwelling_id)
      as "personsOnRoll"
  ${doors} and ${isEmpty}
    and ($3::int is null or (b.position, s.position, d.floor, d.room, d.dwelling_id) > ($3, $4, $5, $6, $7::uuid))
  order by b.position, s.position, d.floor, d.room, d.dwelling_id limit ${pageSize + 1}`

const countSql = `
  select count(*)::int as dwellings, (count(*) filter (where ${isEmpty}))::int as "withoutMembers" ${doors}`

/** Building by building, floor by floor: the order in which somebody would go and ring. */
export const withoutMembers: Read<typeof listDwellingsWithoutMembers> = async ({ db, place, input }) => {
  const { communityId, compoundId } = await toManage(db, place.communityId, input.params.compoundId)
  const after = decodeCursor(input.query.cursor, ['number', 'number', 'number', 'string', 'string'])
  const bounds = after === undefined ? [null, null, null, null, null] : [...after.slice(0, 4), cursorId(after[4])]
  const rows = await db.many<Row>(pageSql, [communityId, compoundId, ...bounds])
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  const counts = await db.one<{ dwellings: number; withoutMembers: number }>(countSql, [communityId, compoundId])
  return {
    items: items.map(({ buildingPosition, staircasePosition, ...item }) => item),
    nextCursor:
      rows.length > pageSize && last !== undefined
        ? encodeCursor([last.buildingPosition, last.staircasePosition, last.floor, last.room, last.dwellingId])
        : null,
    ...counts,
  }
}
