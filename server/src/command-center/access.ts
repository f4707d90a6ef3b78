import { mayViewDistrict, mayViewSubdistrict } from '@shequtong/domain/roles/officers'
import type { SubdistrictKind } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import type { Actor } from '../sessions/actor.ts'

export interface District {
  readonly districtId: number
  readonly name: string
}

export interface Subdistrict extends District {
  readonly subdistrictId: number
  readonly subdistrictName: string
  readonly kind: SubdistrictKind
}

/** Whoever asks; not-found where there is none. */
export const districtOf = async (db: Db, districtId: number): Promise<District> => {
  const district = await db.maybe<District>(
    `select district_id as "districtId", name from districts where district_id = $1`,
    [districtId],
  )
  if (district === undefined) throw notFound()
  return district
}

/** Refuses everyone but the district's officer. */
export const admitToDistrict = (actor: Actor, { districtId }: District): void => {
  if (!mayViewDistrict(actor.hat, districtId)) throw notFound()
}

/** The district, for its officer; not-found for everyone else. */
export const districtFor = async (db: Db, actor: Actor, districtId: number): Promise<District> => {
  const district = await districtOf(db, districtId)
  admitToDistrict(actor, district)
  return district
}

/** Whoever asks; not-found where there is none. */
export const subdistrictOf = async (db: Db, subdistrictId: number): Promise<Subdistrict> => {
  const subdistrict = await db.maybe<Subdistrict>(
    `select s.subdistrict_id as "subdistrictId", s.name as "subdistrictName", s.kind, d.district_id as "districtId", d.name
     from subdistricts s join districts d using (district_id) where s.subdistrict_id = $1`,
    [subdistrictId],
  )
  if (subdistrict === undefined) throw notFound()
  return subdistrict
}

/** Refuses everyone but the subdistrict's officer and the district's. */
export const admitToSubdistrict = (actor: Actor, subdistrict: Subdistrict): void => {
  if (!mayViewSubdistrict(actor.hat, subdistrict)) throw notFound()
}

/** The subdistrict, for its officer and the district's; not-found for everyone else. */
export const subdistrictFor = async (db: Db, actor: Actor, subdistrictId: number): Promise<Subdistrict> => {
  const subdistrict = await subdistrictOf(db, subdistrictId)
  admitToSubdistrict(actor, subdistrict)
  return subdistrict
}
