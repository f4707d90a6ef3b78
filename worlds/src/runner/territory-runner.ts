import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Instant } from '@shequtong/domain/time'
import { importRoll } from '@shequtong/server/dwelling-roll/import'
import type { Services } from '@shequtong/server/http/services'
import { newCode } from '@shequtong/server/platform/crypto/tokens'
import { transaction } from '@shequtong/server/platform/database/db'
import { newId } from '@shequtong/server/platform/ids'
import { importTerritory } from '@shequtong/server/territory/import'
import type pg from 'pg'
import { baoshanDirectory } from '../baoshan/directory.ts'
import type { DemoWorld } from '../demo/demo-world.ts'
import type {
  BuildingKey,
  DemoBuilding,
  DemoCommunity,
  DemoCommunityKey,
  DwellingKey,
} from '../demo/territory-types.ts'

interface SeededCommunity {
  readonly communityId: number
  readonly compoundId: string
  readonly code: string
}

/** Where the keys of the demo ended up in the database. */
export interface SeededTerritory {
  of(key: DemoCommunityKey): SeededCommunity
  place(communityId: number): CommunityPlace
  /** The id of a district (6 digits), subdistrict (9) or community (12). */
  idOfCode(code: string): number
  buildingId(key: BuildingKey): string
  dwelling(key: DwellingKey): { readonly dwellingId: string; readonly buildingName: string }
}

/** The district of the demo; the directory itself carries no district name. */
const districtName = '宝山区'

const found = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key)
  if (value === undefined) throw new Error(`unknown in this world: ${String(key)}`)
  return value
}

const rollOf = (world: DemoWorld, community: DemoCommunity) => {
  const personsOf = new Map(world.roll.map((row) => [row.dwelling, row.persons]))
  const { buildings, subAreas } = community.compound
  // a roll puts sub-areas in the order in which it names them
  const placeOf = (building: DemoBuilding) => (building.subArea === undefined ? -1 : subAreas.indexOf(building.subArea))
  const inOrder = buildings.toSorted((a, b) => placeOf(a) - placeOf(b) || a.number - b.number)
  return inOrder.flatMap((building) =>
    building.staircases.flatMap((staircase) =>
      staircase.dwellings.map((dwelling) => ({
        subArea: building.subArea ?? null,
        building: building.name,
        staircase: staircase.name,
        room: dwelling.room,
        floor: dwelling.floor,
        floorAreaCm2: dwelling.floorAreaCm2,
        floorAreaSource: dwelling.floorAreaSource,
        persons: (personsOf.get(dwelling.key) ?? []).map((person) => ({
          name: person.name,
          documentNumber: person.idNumber ?? null,
          phone: person.phone === undefined ? null : `+86${person.phone.replace(/^\+86/, '')}`,
          tenure: person.tenure,
        })),
      })),
    ),
  )
}

/**
 * A number that no telephone reaches: within Shanghai (021) no subscriber's number begins with 0, which is the prefix of
 * trunk calls. The last digits tell the communities apart.
 */
const officeOf = ({ communityCode, compound }: DemoCommunity) => ({
  phone: `021-0000${communityCode.slice(-4)}`,
  address: `${compound.address}，小区正门旁`,
  hours: '每天 8:30–20:00 有人接，中午不休',
})

interface Door {
  dwellingId: string
  room: string
  staircase: string
  buildingId: string
  building: string
}

/** The whole district by name, and the demo's communities with buildings, doors, rolls and a QR code each. */
export const runTerritory = async (
  services: Services,
  ownerPool: pg.Pool,
  world: DemoWorld,
  now: Instant,
): Promise<SeededTerritory> => {
  await transaction(ownerPool, (tx) => importTerritory(tx, { name: districtName }, baoshanDirectory()))
  services.territory.forget()
  const rows = await services.db.many<{ code: string; communityId: number; subdistrictId: number; districtId: number }>(
    `select code, community_id as "communityId", subdistrict_id as "subdistrictId", district_id as "districtId" from communities`,
  )
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const placeOf = new Map(rows.map((row) => [row.communityId, row]))
  const communities = new Map<DemoCommunityKey, SeededCommunity>()
  const buildings = new Map<BuildingKey, string>()
  const dwellings = new Map<DwellingKey, { dwellingId: string; buildingName: string }>()
  for (const community of world.communities) {
    const { communityId } = found(byCode, community.communityCode)
    const compoundId = newId()
    const code = newCode()
    await transaction(services.pool, async (tx) => {
      await tx.run(`insert into compounds (community_id, compound_id, name) values ($1, $2, $3)`, [
        communityId,
        compoundId,
        community.compound.name,
      ])
      await importRoll(tx, services.vault, { communityId, compoundId }, rollOf(world, community))
      await tx.run(
        `insert into committee_offices (community_id, phone, address, hours, changed_at) values ($1, $2, $3, $4, $5)`,
        [communityId, ...Object.values(officeOf(community)), now],
      )
      await tx.run(
        `insert into qr_codes (qr_code_id, code, community_id, compound_id, edition, created_at) values ($1, $2, $3, $4, 1, $5)`,
        [newId(), code, communityId, compoundId, now],
      )
    })
    communities.set(community.key, { communityId, compoundId, code })
    const doors = await services.db.many<Door>(
      `select d.dwelling_id as "dwellingId", d.room, s.name as staircase, b.building_id as "buildingId", b.name as building
       from dwellings d join staircases s using (community_id, staircase_id) join buildings b using (community_id, building_id)
       where d.community_id = $1`,
      [communityId],
    )
    const doorOf = new Map(doors.map((door) => [`${door.building}/${door.staircase}/${door.room}`, door]))
    for (const building of community.compound.buildings)
      for (const staircase of building.staircases)
        for (const dwelling of staircase.dwellings) {
          const door = found(doorOf, `${building.name}/${staircase.name}/${dwelling.room}`)
          buildings.set(building.key, door.buildingId)
          dwellings.set(dwelling.key, { dwellingId: door.dwellingId, buildingName: building.name })
        }
  }
  return {
    of: (key) => found(communities, key),
    place: (communityId) => found(placeOf, communityId),
    idOfCode: (code) => (code.length === 12 ? found(byCode, code).communityId : Number(code)),
    buildingId: (key) => found(buildings, key),
    dwelling: (key) => found(dwellings, key),
  }
}
