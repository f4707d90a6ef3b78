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

/** The district, for its officer; not-found for everyone else. */
export const districtFor = async (db: Db, actor: Actor, districtId: number): Promise<District> => {
  if (!mayViewDistrict(actor.hat, districtId)) throw notFound()
  const district = await db.maybe<District>(
    `select district_id as "districtId", name from districts where district_id = $1`,
    [districtId],
  )
  if (district === undefined) throw notFound()
  return district
}

/** The subdistrict, for its officer and the district's; not-found for everyone else. */
export const subdistrictFor = async (db: Db, actor: Actor, subdistrictId: number): Promise<Subdistrict> => {
  const subdistrict = await db.maybe<Subdistrict>(
    `select s.subdistrict_id as "subdistrictId", s.name as "subdistrictName", s.kind, d.district_id as "districtId", d.name
     from subdistricts s join districts d using (district_id) where s.subdistrict_id = $1`,
    [subdistrictId],
  )
  if (subdistrict === undefined || !mayViewSubdistrict(actor.hat, subdistrict)) throw notFound()
  return subdistrict
}
