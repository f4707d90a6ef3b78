import type { FloorAreaSource } from '@shequtong/domain/territory/territory'
import { type Random, randomFor } from '../random.ts'
import { demoCommunities, dwellingsOf } from './compounds.ts'
import { birthOnFrom, type Identities } from './identities.ts'
import { givenNameFrom, surnameFrom } from './names.ts'
import type { DemoPerson } from './person-types.ts'
import type { DemoCommunityKey, DwellingKey } from './territory-types.ts'

export interface RollPerson {
  readonly name: string
  /** Some old entries lack it. */
  readonly idNumber: string | undefined
  readonly phone: string | undefined
  readonly tenure: 'propertyOwner' | 'coOwner' | 'tenant'
}

/** One row per dwelling, as a committee keeps it. */
export interface RollRow {
  readonly community: DemoCommunityKey
  readonly dwelling: DwellingKey
  readonly floorAreaCm2: number
  readonly floorAreaSource: FloorAreaSource
  /** The owner first, then co-owners, then tenants. */
  readonly persons: readonly RollPerson[]
}

const invented = (key: string, surname: string, tenure: RollPerson['tenure'], identities: Identities): RollPerson => {
  const random = randomFor(`roll ${key}`)
  const sex = random.pick(['female', 'male'] as const)
  const birthYear = random.integer(1942, 2001)
  return {
    name: surname + givenNameFrom(random, sex, birthYear),
    idNumber: random.chance(0.002) ? undefined : identities.idNumber(`roll ${key}`, birthOnFrom(key, birthYear), sex),
    phone: random.chance(0.004) ? undefined : identities.phone(),
    tenure,
  }
}

const known = (person: DemoPerson, tenure: RollPerson['tenure'], identities: Identities): RollPerson => ({
  name: person.trueName,
  idNumber: person.idNumber,
  phone: person.onRoll === 'otherPhone' ? identities.phone() : person.phone,
  tenure,
})

const personsOf = (dwelling: DwellingKey, members: readonly DemoPerson[], identities: Identities): RollPerson[] => {
  const random: Random = randomFor(`household ${dwelling}`)
  const onRoll = members.filter((member) => member.onRoll !== 'absent')
  const withTenure = (tenure: RollPerson['tenure']) =>
    onRoll.filter((member) => member.home?.tenure === tenure).map((member) => known(member, tenure, identities))
  const surname =
    members.find((member) => member.home?.tenure === 'family')?.trueName.slice(0, 1) ?? surnameFrom(random)
  const owners = withTenure('propertyOwner')
  if (owners.length === 0) owners.push(invented(`${dwelling} owner`, surname, 'propertyOwner', identities))
  const coOwners = withTenure('coOwner')
  if (coOwners.length === 0 && random.chance(0.42))
    coOwners.push(invented(`${dwelling} co-owner`, surnameFrom(random), 'coOwner', identities))
  const tenants = withTenure('tenant')
  if (members.length === 0 && random.chance(0.08))
    tenants.push(invented(`${dwelling} tenant`, surnameFrom(random), 'tenant', identities))
  return [...owners, ...coOwners, ...tenants]
}

/**
 * The dwelling roll of all demo communities. About six owners in a thousand hold the dwelling above their own too, with
 * the same identity: one buyer is one head (最高法 建筑物区分所有权 司法解释 art. 9).
 */
export const createRoll = (people: readonly DemoPerson[], identities: Identities): readonly RollRow[] => {
  const membersOf = Map.groupBy(
    people.filter((person) => person.home !== undefined),
    (person) => person.home?.dwelling,
  )
  return demoCommunities.flatMap((community) => {
    let previous: RollPerson | undefined
    return dwellingsOf(community).map(({ key, floorAreaCm2, floorAreaSource }): RollRow => {
      const members = membersOf.get(key) ?? []
      const sameOwner = members.length === 0 && previous !== undefined && randomFor(`second home ${key}`).chance(0.006)
      const persons = sameOwner && previous ? [previous] : personsOf(key, members, identities)
      previous = persons[0]
      return { community: community.key, dwelling: key, floorAreaCm2, floorAreaSource, persons }
    })
  })
}
