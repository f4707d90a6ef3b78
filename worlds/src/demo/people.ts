import type { DateOn } from '@shequtong/domain/time'
import { type Random, randomFor } from '../random.ts'
import { type CastMember, cast } from './cast.ts'
import { demoCommunities, dwellingsOf } from './compounds.ts'
import { birthOnFrom, type Identities } from './identities.ts'
import { addressOf, givenNameFrom, type Sex, surnameFrom } from './names.ts'
import type { DemoHome, DemoPerson } from './person-types.ts'
import { type StaffMember, staff, type WorkingMember, workingMembers } from './staff.ts'
import type { DemoCommunity, DemoCommunityKey, DwellingKey } from './territory-types.ts'

/** Ages are reckoned on this day; the world may be started on any other. */
export const agesAsOf = '2026-11-23' as DateOn

const neighbourCounts: Readonly<Record<DemoCommunityKey, number>> = {
  'baoshan-9': 150,
  'gongkang-2': 40,
  'tonghe-4': 32,
  wusong: 36,
}

const base = {
  roles: [],
  partyMember: false,
  elderMode: false,
  standing: 'member',
  onRoll: 'asIs',
  home: undefined,
  organization: undefined,
  memberKind: undefined,
} as const

const basics = (identities: Identities, person: { id: string; sex: Sex; birthYear: number }) => {
  const birthOn = birthOnFrom(person.id, person.birthYear)
  return {
    id: person.id,
    sex: person.sex,
    birthOn,
    idNumber: identities.idNumber(person.id, birthOn, person.sex),
    phone: identities.phone(),
    joinedDaysBefore: randomFor(`joined ${person.id}`).integer(45, 900),
  }
}

const castPerson = (member: CastMember, identities: Identities): DemoPerson => {
  const [surname = '', given] = member.name.split(' ')
  const random = randomFor(`name ${member.id}`)
  return {
    ...base,
    ...basics(identities, member),
    trueName: surname + (given ?? givenNameFrom(random, member.sex, member.birthYear)),
    shownName: member.shownName,
    memberKind: 'resident',
    home: {
      community: member.community,
      dwelling: `${member.community}/${member.dwelling}` as DwellingKey,
      tenure: member.tenure,
    },
    ...member.extra,
  }
}

const staffPerson = (member: StaffMember, identities: Identities): DemoPerson => ({
  ...base,
  ...basics(identities, member),
  trueName: member.name.replace(' ', ''),
  shownName: member.shownName,
  roles: [{ role: member.role, territoryCode: member.territoryCode }],
  partyMember: member.role === 'committeeSecretary',
  onRoll: 'absent',
})

const workingPerson = (member: WorkingMember, identities: Identities): DemoPerson => ({
  ...base,
  ...basics(identities, member),
  trueName: member.name.replace(' ', ''),
  shownName: member.shownName,
  memberKind: member.memberKind,
  organization: member.organization,
  onRoll: 'absent',
})

/** More than sixty per cent of those online are under fifty, as the newspaper report says. */
const birthYearFrom = (random: Random): number => {
  const [youngest, oldest] = random.weighted([
    [[18, 29] as const, 16],
    [[30, 39] as const, 30],
    [[40, 49] as const, 22],
    [[50, 59] as const, 14],
    [[60, 69] as const, 12],
    [[70, 86] as const, 6],
  ])
  return Number(agesAsOf.slice(0, 4)) - 1 - random.integer(youngest, oldest)
}

const neighbours = (of: DemoCommunity, taken: ReadonlySet<DwellingKey>, identities: Identities): DemoPerson[] => {
  const free = randomFor(`homes ${of.key}`).shuffled(dwellingsOf(of).filter(({ key }) => !taken.has(key)))
  let previousHome: DemoHome | undefined
  return Array.from({ length: neighbourCounts[of.key] }, (_, index) => {
    const id = `${of.key}-${String(index + 1).padStart(3, '0')}`
    const random = randomFor(`neighbour ${id}`)
    const sex = random.pick(['female', 'male'] as const)
    const birthYear = birthYearFrom(random)
    const age = Number(agesAsOf.slice(0, 4)) - 1 - birthYear
    const surname = surnameFrom(random)
    const joinsHousehold = previousHome?.tenure === 'propertyOwner' && random.chance(0.14)
    const home: DemoHome =
      joinsHousehold && previousHome !== undefined
        ? { ...previousHome, tenure: 'family' }
        : { community: of.key, dwelling: homeFrom(free), tenure: random.chance(0.12) ? 'tenant' : 'propertyOwner' }
    previousHome = home
    return {
      ...base,
      ...basics(identities, { id, sex, birthYear }),
      trueName: surname + givenNameFrom(random, sex, birthYear),
      shownName: addressOf(random, surname, sex, age),
      memberKind: 'resident',
      home,
      partyMember: random.chance(age >= 50 ? 0.2 : 0.08),
      elderMode: age >= 70 && random.chance(0.6),
      onRoll: home.tenure === 'family' ? 'absent' : 'asIs',
    }
  })
}

const homeFrom = (free: { key: DwellingKey }[]): DwellingKey => {
  const home = free.pop()
  if (home === undefined) throw new RangeError('more neighbours than dwellings')
  return home.key
}

/** Everyone with an account or about to have one. The order is stable: staff, cast, work, neighbours. */
export const createPeople = (identities: Identities): readonly DemoPerson[] => {
  const known = [
    ...staff.map((member) => staffPerson(member, identities)),
    ...cast.map((member) => castPerson(member, identities)),
    ...workingMembers.map((member) => workingPerson(member, identities)),
  ]
  const taken = new Set(known.flatMap(({ home }) => (home ? [home.dwelling] : [])))
  return [...known, ...demoCommunities.flatMap((community) => neighbours(community, taken, identities))]
}

/** The demo community to which a person belongs by home, work or office; officers above communities have none. */
export const communityOf = (person: DemoPerson): DemoCommunityKey | undefined =>
  person.home?.community ??
  person.organization?.community ??
  demoCommunities.find(({ communityCode }) => person.roles.some((grant) => grant.territoryCode === communityCode))?.key
