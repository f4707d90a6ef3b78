import type { Role } from '@shequtong/domain/roles/roles'
import { levelOf } from '@shequtong/domain/roles/roles'
import { addDays, dateOnIn, type Instant } from '@shequtong/domain/time'
import type { Services } from '@shequtong/server/http/services'
import { transaction } from '@shequtong/server/platform/database/db'
import { grantRole } from '@shequtong/server/roles/grant'
import type { Actor } from '@shequtong/server/sessions/actor'
import type { DemoPerson } from '../demo/person-types.ts'
import { approve, arrive, bare, register } from './joining.ts'
import type { SeededTerritory } from './territory-runner.ts'

/** A person of the world with the capacities they act in. */
export interface SeededPerson {
  readonly person: DemoPerson
  readonly personId: string
  readonly member: Actor | undefined
  readonly role: Actor | undefined
}

/** At ten past nine in the morning, a little later for everyone who joined on the same day. */
const joinedAt = (endsAt: Instant, daysBefore: number, order: number): Instant => {
  const on = addDays(dateOnIn(endsAt), -daysBefore)
  const morning = Date.parse(`${on}T09:10:00+08:00`) + (order % 240) * 60_000
  return new Date(Math.min(morning, endsAt.getTime() - (order % 50) * 180_000 - 600_000))
}

const roleActor = async (
  services: Services,
  territory: SeededTerritory,
  person: DemoPerson,
  personId: string,
  grantedBy: string | undefined,
  now: Instant,
): Promise<Actor | undefined> => {
  let actor: Actor | undefined
  for (const grant of person.roles) {
    const territoryId = territory.idOfCode(grant.territoryCode)
    const roleGrantId = await transaction(services.pool, (tx) =>
      grantRole(
        tx,
        {
          personId,
          role: grant.role,
          territoryId,
          shownName: person.shownName,
          buildingId: grant.building === undefined ? undefined : territory.buildingId(grant.building),
          grantedBy,
        },
        now,
      ),
    )
    actor ??= {
      ...bare(personId, person.shownName),
      hat: { type: 'role', role: grant.role, level: levelOf(grant.role), territoryId },
      hatId: roleGrantId,
      roleGrantId,
    }
  }
  return actor
}

const registerAt = async (
  services: Services,
  territory: SeededTerritory,
  person: DemoPerson,
  personId: string,
  now: Instant,
) => {
  const community = person.home?.community ?? person.organization?.community
  if (community === undefined || person.memberKind === undefined) return undefined
  const dwelling = person.home === undefined ? undefined : territory.dwelling(person.home.dwelling)
  const papers = {
    code: territory.of(community).code,
    trueName: person.trueName,
    idNumber: person.idNumber,
    dwellingId: dwelling?.dwellingId ?? null,
    memberKind: person.memberKind,
    tenure: person.home?.tenure ?? null,
    shownName: dwelling === undefined ? person.shownName : `${dwelling.buildingName} ${person.shownName}`,
    partyMember: person.partyMember,
  }
  return register(services, personId, papers, now)
}

const reviewers: readonly Role[] = ['committeeDirector', 'committeeSecretary', 'committeeMember']

/** Everyone arrives, those with a role are granted it, members register and are approved by their committee. */
export const runPeople = async (
  services: Services,
  territory: SeededTerritory,
  people: readonly DemoPerson[],
  endsAt: Instant,
): Promise<ReadonlyMap<string, SeededPerson>> => {
  const seeded = new Map<string, SeededPerson>()
  const began = joinedAt(endsAt, Math.max(...people.map((person) => person.joinedDaysBefore)) + 1, 0)
  const staff = [...people.filter((person) => person.roles.length > 0)].sort(
    (a, b) => (a.roles[0]?.territoryCode.length ?? 0) - (b.roles[0]?.territoryCode.length ?? 0),
  )
  let first: string | undefined
  for (const person of staff) {
    const personId = await arrive(services, person.phone, began)
    seeded.set(person.id, {
      person,
      personId,
      member: undefined,
      role: await roleActor(services, territory, person, personId, first, began),
    })
    first ??= personId
  }
  const reviewerOf = (communityId: number): Actor => {
    for (const role of reviewers)
      for (const { role: actor } of seeded.values())
        if (actor?.hat?.type === 'role' && actor.hat.role === role && actor.hat.territoryId === communityId)
          return actor
    throw new Error(`nobody reviews registrations in community ${communityId}`)
  }
  for (const [order, person] of people.entries()) {
    const at = joinedAt(endsAt, person.joinedDaysBefore, order)
    const known = seeded.get(person.id)
    const personId = known?.personId ?? (await arrive(services, person.phone, at))
    const registration =
      person.standing === 'stranger' ? undefined : await registerAt(services, territory, person, personId, at)
    const member =
      registration === undefined || person.standing !== 'member'
        ? undefined
        : await approve(
            services,
            reviewerOf(registration.communityId),
            {
              registrationId: registration.registrationId,
              personId,
              place: territory.place(registration.communityId),
              kind: person.memberKind ?? 'resident',
              tenure: person.home?.tenure ?? null,
            },
            new Date(at.getTime() + 45 * 60_000),
          )
    seeded.set(person.id, { person, personId, member, role: known?.role })
  }
  return seeded
}
