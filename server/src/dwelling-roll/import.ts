import { type Door, spelledLike } from '@shequtong/domain/dwelling-roll/spelling'
import type { DocumentKind } from '@shequtong/domain/identity/document-kinds'
import type { Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { FloorAreaSource } from '@shequtong/domain/territory/territory'
import type { Vault } from '../identity/vault.ts'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'

export interface RollPerson {
  readonly name: string | null
  /** Null or absent beside a number: a citizen's ID number. */
  readonly documentKind?: DocumentKind | null
  readonly documentNumber: string | null
  readonly phone: string | null
  readonly tenure: Tenure | null
}

/** One dwelling with whoever the committee knows to own or rent it. */
export interface RollDwelling {
  readonly subArea: string | null
  readonly building: string
  readonly staircase: string
  readonly room: string
  readonly floor: number
  readonly floorAreaCm2: number | null
  readonly floorAreaSource: FloorAreaSource | null
  readonly persons: readonly RollPerson[]
}

export interface ImportedRoll {
  readonly dwellings: number
  readonly persons: number
}

interface Keyed {
  id: string
  name: string
  parent: string
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** A level of the tree: adds the names that are new and returns the id of every name. */
const level = async (
  tx: Tx,
  sql: string,
  communityId: number,
  items: readonly { parent: string; name: string; extra?: string | null }[],
) => {
  const rows = await tx.many<Keyed>(sql, [
    communityId,
    items.map(() => newId()),
    items.map((item) => item.parent),
    items.map((item) => item.name),
    items.map((item) => item.extra ?? null),
  ])
  return new Map(rows.map((row) => [`${row.parent}/${row.name}`, row.id]))
}

const given = `select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) with ordinality as g (id, parent, name, extra, position)`

/** What is new comes after what is there, so that positions of different imports never meet. */
const last = (table: string, parent: string) =>
  `(select coalesce(max(t.position), 0) from ${table} t where t.community_id = $1 and t.${parent} = g.parent)`

const subAreasSql = `with g as (${given}), written as (
    insert into sub_areas (community_id, sub_area_id, compound_id, name, position)
    select $1, g.id, g.parent, g.name, g.position + ${last('sub_areas', 'compound_id')} from g where g.extra is null on conflict do nothing)
  select coalesce(s.sub_area_id, g.id) as id, g.name, g.parent::text as parent
  from g left join sub_areas s on s.community_id = $1 and s.compound_id = g.parent and s.name = g.name`

const buildingsSql = `with g as (${given}), written as (
    insert into buildings (community_id, building_id, compound_id, sub_area_id, name, position)
    select $1, g.id, g.parent, g.extra::uuid, g.name, g.position + ${last('buildings', 'compound_id')} from g on conflict do nothing)
  select coalesce(b.building_id, g.id) as id, g.name, g.parent::text as parent
  from g left join buildings b on b.community_id = $1 and b.compound_id = g.parent and b.name = g.name`

const staircasesSql = `with g as (${given}), written as (
    insert into staircases (community_id, staircase_id, building_id, name, position)
    select $1, g.id, g.parent, g.name, g.position + ${last('staircases', 'building_id')} from g where g.extra is null on conflict do nothing)
  select coalesce(s.staircase_id, g.id) as id, g.name, g.parent::text as parent
  from g left join staircases s on s.community_id = $1 and s.building_id = g.parent and s.name = g.name`

const dwellingsSql = `with g as (
    select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::int[], $7::text[]) as g (id, parent, room, floor, area, source)),
  written as (
    insert into dwellings (community_id, dwelling_id, staircase_id, room, floor, floor_area_cm2, floor_area_source)
    select $1, g.id, g.parent, g.room, g.floor, g.area, g.source from g
    on conflict (community_id, staircase_id, room) do update set floor = excluded.floor,
      floor_area_cm2 = excluded.floor_area_cm2, floor_area_source = excluded.floor_area_source
    returning dwelling_id, staircase_id, room)
  select dwelling_id as id, room as name, staircase_id::text as parent from written`

const doorsSql = `
  select b.name as building, s.name as staircase, d.room
  from buildings b
  join staircases s on s.community_id = b.community_id and s.building_id = b.building_id
  join dwellings d on d.community_id = s.community_id and d.staircase_id = s.staircase_id
  where b.community_id = $1 and b.compound_id = $2`

const need = (ids: Map<string, string>, key: string): string => {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`the roll lost ${key}`)
  return id
}

/**
 * Writes the dwelling roll of one compound: adds the buildings, staircases and dwellings that are new, renews the floor
 * areas, and replaces the persons of every dwelling it names. What it does not name stays. 20,000 rows in seconds.
 */
export const importRoll = async (
  tx: Tx,
  vault: Vault,
  at: { readonly communityId: number; readonly compoundId: string },
  wanted: readonly RollDwelling[],
): Promise<ImportedRoll> => {
  const { communityId, compoundId } = at
  await tx.run(`select pg_advisory_xact_lock(7302, $1)`, [communityId])
  const dwellings = wanted.map(spelledLike(await tx.many<Door>(doorsSql, [communityId, compoundId])))
  const subAreaNames = unique(dwellings.flatMap((dwelling) => dwelling.subArea ?? []))
  const subAreas = await level(
    tx,
    subAreasSql,
    communityId,
    subAreaNames.map((name) => ({ parent: compoundId, name })),
  )
  const buildingOf = new Map(dwellings.map((dwelling) => [dwelling.building, dwelling]))
  const buildings = await level(
    tx,
    buildingsSql,
    communityId,
    [...buildingOf].map(([name, { subArea }]) => ({
      parent: compoundId,
      name,
      extra: subArea === null ? null : need(subAreas, `${compoundId}/${subArea}`),
    })),
  )
  const buildingId = (dwelling: RollDwelling) => need(buildings, `${compoundId}/${dwelling.building}`)
  const staircaseKeys = unique(dwellings.map((dwelling) => `${buildingId(dwelling)}/${dwelling.staircase}`))
  const staircases = await level(
    tx,
    staircasesSql,
    communityId,
    staircaseKeys.map((key) => ({ parent: key.slice(0, 36), name: key.slice(37) })),
  )
  const staircaseId = (dwelling: RollDwelling) => need(staircases, `${buildingId(dwelling)}/${dwelling.staircase}`)
  const rows = await tx.many<Keyed>(dwellingsSql, [
    communityId,
    dwellings.map(() => newId()),
    dwellings.map(staircaseId),
    dwellings.map((dwelling) => dwelling.room),
    dwellings.map((dwelling) => dwelling.floor),
    dwellings.map((dwelling) => dwelling.floorAreaCm2),
    dwellings.map((dwelling) => dwelling.floorAreaSource),
  ])
  const dwellingIds = new Map(rows.map((row) => [`${row.parent}/${row.name}`, row.id]))
  const former = await tx.many<{ id: string }>(
    `delete from roll_entries where community_id = $1 and dwelling_id = any($2) returning roll_entry_id as id`,
    [communityId, rows.map((row) => row.id)],
  )
  if (former.length > 0)
    await vault.removeRollEntries(
      tx,
      communityId,
      former.map((entry) => entry.id),
    )
  const entries = dwellings.flatMap((dwelling) =>
    dwelling.persons.map((person) => ({
      ...person,
      entryId: newId(),
      dwellingId: need(dwellingIds, `${staircaseId(dwelling)}/${dwelling.room}`),
      documentKind: person.documentKind ?? null,
    })),
  )
  await tx.run(
    `insert into roll_entries (community_id, roll_entry_id, dwelling_id, tenure)
     select $1, g.* from unnest($2::uuid[], $3::uuid[], $4::text[]) as g`,
    [
      communityId,
      entries.map((entry) => entry.entryId),
      entries.map((entry) => entry.dwellingId),
      entries.map((entry) => entry.tenure),
    ],
  )
  await vault.putRollEntries(tx, communityId, entries)
  return { dwellings: rows.length, persons: entries.length }
}
