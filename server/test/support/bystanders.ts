import type { TestPerson } from './test-person.ts'
import type { TestWorld } from './test-world.ts'

/** Everybody but the asker who could come across a request of 宝山九村, from the next door to another subdistrict. */
export interface Bystanders {
  readonly stranger: TestPerson
  readonly applicant: TestPerson
  readonly neighbour: TestPerson
  readonly suspendedMember: TestPerson
  readonly policeOfficer: TestPerson
  readonly committeeMember: TestPerson
  readonly officerAbove: TestPerson
  readonly neighbourElsewhere: TestPerson
  readonly cadreElsewhere: TestPerson
  readonly officerElsewhere: TestPerson
}

/** The membership that this person acts with. */
export const membershipOf = async (person: TestPerson): Promise<string> =>
  (await person.does('readMe')).hats[0]?.hatId ?? ''

/** Suspends through the API, as the committee does. */
export const suspend = async (world: TestWorld, person: TestPerson): Promise<void> => {
  const { communityId } = world.home
  const director = await world.reviewer(communityId)
  await director.does('suspendMembership', {
    params: { communityId, membershipId: await membershipOf(person) },
    body: { reason: '租期到了，请到居委会来一趟。', lastDayOn: '2027-01-31' },
  })
}

export const createBystanders = async (world: TestWorld): Promise<Bystanders> => {
  const [home, sameSubdistrict, elsewhere] = world.compounds
  if (home === undefined || sameSubdistrict === undefined || elsewhere === undefined) throw new Error('three compounds')
  const applicant = await world.visitor('an applicant')
  await applicant.does('register', {
    params: { code: home.code },
    body: await world.claim(home, { trueName: '等小等', shownName: '92号楼 等先生' }),
  })
  const suspendedMember = await world.member(home, { shownName: '92号楼 停女士', trueName: '停小停' })
  await suspend(world, suspendedMember)
  return {
    stranger: world.stranger(),
    applicant,
    neighbour: await world.member(home, { shownName: '92号楼 邻先生', trueName: '邻小里' }),
    suspendedMember,
    policeOfficer: await world.inRole('policeOfficer', home.communityId, '靳警官'),
    committeeMember: await world.inRole('committeeMember', home.communityId, '小赵'),
    officerAbove: await world.inRole('subdistrictOfficer', home.subdistrictId, '秦干事'),
    neighbourElsewhere: await world.member(sameSubdistrict, { shownName: '92号楼 远先生', trueName: '远小亲' }),
    cadreElsewhere: await world.inRole('committeeSecretary', sameSubdistrict.communityId, '别处书记'),
    officerElsewhere: await world.inRole('subdistrictOfficer', elsewhere.subdistrictId, '别处干事'),
  }
}
