import type { appointOfficer, grantRole } from '@shequtong/contract/roles'
import { mayGrantAt, territoryIdOf } from '@shequtong/domain/roles/granting'
import type { Command } from '../../http/call.ts'
import type { Tx } from '../../platform/database/db.ts'
import { invalid, Refusal } from '../../platform/refusal.ts'
import { toSeeOffices } from '../access.ts'
import { grantRole as writeGrant } from '../grant.ts'
import { holderIn } from '../holder.ts'
import { grantView } from '../queries.ts'

const buildingOf = async (tx: Tx, communityId: number, buildingId: string | null): Promise<string | undefined> => {
  if (buildingId === null) return undefined
  const known = await tx.maybe(`select 1 from buildings where community_id = $1 and building_id = $2`, [
    communityId,
    buildingId,
  ])
  if (known === undefined) throw invalid('/buildingId', 'building-unknown')
  return buildingId
}

/** A role in the community of the path; the permission let the granter in, the rule says which roles are theirs to give. */
export const grant: Command<typeof grantRole> = async (tx, { actor, place: at, input, services, now }) => {
  const place = { level: 'community', ...at } as const
  const { role } = input.body
  if (!mayGrantAt(actor.hat, role, place)) throw new Refusal('not-permitted')
  const buildingId = await buildingOf(tx, at.communityId, input.body.buildingId)
  const holder = await holderIn(tx, services.vault, input.body, now)
  const territoryId = at.communityId
  const made = await writeGrant(tx, { ...holder, role, territoryId, buildingId, grantedBy: actor.personId }, now)
  return grantView(tx, actor, place, made, now)
}

/** The office of a subdistrict or of the district itself. */
export const appoint: Command<typeof appointOfficer> = async (tx, { actor, input, services, now }) => {
  const { level, territoryId } = input.params
  const place = await toSeeOffices(tx, actor, level, territoryId)
  const role = level === 'district' ? 'districtOfficer' : 'subdistrictOfficer'
  if (!mayGrantAt(actor.hat, role, place)) throw new Refusal('not-permitted')
  const holder = await holderIn(tx, services.vault, input.body, now)
  const made = await writeGrant(
    tx,
    { ...holder, role, territoryId: territoryIdOf(place), grantedBy: actor.personId },
    now,
  )
  return grantView(tx, actor, place, made, now)
}
