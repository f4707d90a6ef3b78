import { levelOf } from '@shequtong/domain/roles/roles'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { addMs, type Instant, msPerMinute } from '@shequtong/domain/time'
import { importRoll } from '@shequtong/server/dwelling-roll/import'
import type { Services } from '@shequtong/server/http/services'
import { newCode } from '@shequtong/server/platform/crypto/tokens'
import { transaction } from '@shequtong/server/platform/database/db'
import { newId } from '@shequtong/server/platform/ids'
import { grantRole } from '@shequtong/server/roles/grant'
import type { Actor } from '@shequtong/server/sessions/actor'
import type { Cadre, Cast, Neighbour } from '../../large/cast.ts'
import { type Newcomer, newcomersOf, phoneOf, rollOf } from '../../large/neighbourhood.ts'
import type { Share } from '../../large/scale.ts'
import { approve, arrive, arrived, bare, register } from '../joining.ts'

const staff = [
  { role: 'committeeDirector', shownName: '居委主任' },
  { role: 'committeeSecretary', shownName: '居民区书记' },
  { role: 'committeeMember', shownName: '居委干部' },
  { role: 'propertyManager', shownName: '物业' },
] as const

export interface Settlement {
  readonly share: Share
  readonly place: CommunityPlace & { readonly shortName: string }
  readonly newcomers: readonly Newcomer[]
  /** How many phones were dealt before. */
  readonly firstPhone: number
  readonly began: Instant
}

/** The communities of `shares` with the people who are to come, the same for the same shares. */
export const settlementsOf = async (
  services: Services,
  shares: readonly Share[],
  began: Instant,
): Promise<readonly Settlement[]> => {
  const taken = new Set<string>()
  let firstPhone = 0
  const settlements: Settlement[] = []
  for (const share of shares) {
    const place = await services.db.one<Settlement['place']>(
      `select community_id as "communityId", subdistrict_id as "subdistrictId", district_id as "districtId",
         short_name as "shortName" from communities where code = $1`,
      [share.communityCode],
    )
    const newcomers = newcomersOf(share.communityCode, share.members, began, firstPhone + staff.length, taken)
    settlements.push({ share, place, newcomers, firstPhone, began })
    firstPhone += staff.length + share.members
  }
  return settlements
}

/** The compound with its doors, the roll of who owns or rents them, and the code at the gate; once. */
const build = async (services: Services, { place, newcomers, began }: Settlement): Promise<void> => {
  const { communityId, shortName } = place
  if ((await services.db.maybe(`select 1 from compounds where community_id = $1`, [communityId])) !== undefined) return
  const compoundId = newId()
  await transaction(services.pool, async (tx) => {
    await tx.run(`insert into compounds (community_id, compound_id, name) values ($1, $2, $3)`, [
      communityId,
      compoundId,
      shortName,
    ])
    await importRoll(tx, services.vault, { communityId, compoundId }, rollOf(newcomers))
    await tx.run(
      `insert into qr_codes (qr_code_id, code, community_id, compound_id, edition, created_at) values ($1, $2, $3, $4, 1, $5)`,
      [newId(), newCode(), communityId, compoundId, began],
    )
  })
}

const employ = async (services: Services, { place, firstPhone, began }: Settlement): Promise<void> => {
  for (const [n, { role, shownName }] of staff.entries()) {
    const phone = phoneOf(firstPhone + n)
    const personId = (await arrived(services, phone)) ?? (await arrive(services, phone, began))
    const has = await services.db.maybe(
      `select 1 from role_grants where person_id = $1 and role = $2 and ended_at is null`,
      [personId, role],
    )
    if (has === undefined)
      await transaction(services.pool, (tx) =>
        grantRole(tx, { personId, role, territoryId: place.communityId, shownName, grantedBy: undefined }, began),
      )
  }
}

const cadresOf = ({ db }: Services, { communityId }: CommunityPlace): Promise<Cadre[]> =>
  db.many<Cadre>(
    `select role_grant_id as "roleGrantId", person_id as "personId", role from role_grants
     where level = 'community' and territory_id = $1 and ended_at is null order by array_position($2::text[], role)`,
    [communityId, staff.map(({ role }) => role)],
  )

const asActor = (cadre: Cadre, communityId: number): Actor => ({
  ...bare(cadre.personId, ''),
  hat: { type: 'role', role: cadre.role, level: levelOf(cadre.role), territoryId: communityId },
  hatId: cadre.roleGrantId,
  roleGrantId: cadre.roleGrantId,
})

/** How long a registration waits for its committee. */
const reviewedAfterMs = 45 * msPerMinute

const join = async (
  services: Services,
  { place }: Settlement,
  newcomer: Newcomer,
  code: string,
  dwellingId: string,
  director: Actor,
): Promise<void> => {
  const { joinsAt, home, tenure } = newcomer
  const personId = (await arrived(services, newcomer.phone)) ?? (await arrive(services, newcomer.phone, joinsAt))
  const registered = await services.db.maybe<{ registrationId: string; state: string }>(
    `select registration_id as "registrationId", state from registrations where community_id = $1 and person_id = $2`,
    [place.communityId, personId],
  )
  if (registered?.state === 'approved') return
  const { registrationId } =
    registered ??
    (await register(
      services,
      personId,
      {
        ...newcomer,
        code,
        dwellingId,
        memberKind: 'resident',
        shownName: `${home.building} ${newcomer.shownName}`,
      },
      joinsAt,
    ))
  await approve(
    services,
    director,
    { registrationId, personId, place, kind: 'resident', tenure },
    addMs(joinsAt, reviewedAfterMs),
  )
}

/**
 * The community with its committee, and everybody in at the time at which they come, through the commands. What an earlier run
 * did already stays as it is.
 */
export const settle = async (
  services: Services,
  settlement: Settlement,
  progress: (joined: number) => void,
): Promise<void> => {
  await build(services, settlement)
  await employ(services, settlement)
  const { communityId } = settlement.place
  const { code } = await services.db.one<{ code: string }>(
    `select code from qr_codes where community_id = $1 and revoked_at is null`,
    [communityId],
  )
  const doors = await services.db.many<{ door: string; dwellingId: string }>(
    `select b.name || '/' || s.name || '/' || d.room as door, d.dwelling_id as "dwellingId"
     from dwellings d join staircases s using (community_id, staircase_id) join buildings b using (community_id, building_id)
     where d.community_id = $1`,
    [communityId],
  )
  const dwellingOf = new Map(doors.map(({ door, dwellingId }) => [door, dwellingId]))
  const [director] = await cadresOf(services, settlement.place)
  if (director === undefined) throw new Error(`${settlement.place.shortName} has no director`)
  const { joined } = await services.db.one<{ joined: number }>(
    `select count(*)::int as joined from memberships where community_id = $1`,
    [communityId],
  )
  for (const [n, newcomer] of settlement.newcomers.entries()) {
    if (n < joined) continue
    const { building, staircase, room } = newcomer.home
    const dwellingId = dwellingOf.get(`${building}/${staircase}/${room}`)
    if (dwellingId === undefined) throw new Error(`no such door: ${building}/${staircase}/${room}`)
    await join(services, settlement, newcomer, code, dwellingId, asActor(director, communityId))
    if (n % 100 === 99) progress(n + 1)
  }
  // nobody is told today of what happened then
  await services.db.run(`update events set relayed_at = at where community_id = $1 and relayed_at is null`, [
    communityId,
  ])
}

/** Who may speak there now. */
export const castOf = async (services: Services, place: CommunityPlace): Promise<Cast> => {
  const { db } = services
  const neighbours = await db.many<Neighbour>(
    `select m.membership_id as "membershipId", m.person_id as "personId", s.building_id as "buildingId",
       m.building_name as "buildingName", m.started_at as "startedAt"
     from memberships m join dwellings d using (community_id, dwelling_id) join staircases s using (community_id, staircase_id)
     where m.community_id = $1 and m.state = 'active' order by m.started_at, m.membership_id`,
    [place.communityId],
  )
  const cadres = await cadresOf(services, place)
  const has = (role: Cadre['role']): Cadre => {
    const found = cadres.find((cadre) => cadre.role === role)
    if (found === undefined) throw new Error(`no ${role} in community ${place.communityId}`)
    return found
  }
  const { boardId } = await db.one<{ boardId: string }>(
    `select board_id as "boardId" from boards where community_id = $1 and kind = 'exchange'`,
    [place.communityId],
  )
  const propertyManager = has('propertyManager')
  return {
    place,
    neighbours,
    committee: cadres.filter((cadre) => cadre !== propertyManager),
    director: has('committeeDirector'),
    propertyManager,
    boardId,
  }
}
