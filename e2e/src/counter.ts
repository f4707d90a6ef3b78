import { inventIdNumber } from '../../server/test/support/test-world.ts'
import type { Persona } from './persona.ts'
import { photoFromPhone } from './photos.ts'
import type { Stage } from './stage.ts'

const atCounter = (communityId: number) => `/communities/${communityId}/assisted`

/** Somebody without a phone, registered by a cadre from a signed paper: what the receipt is found by. */
export const registersAtCounter = async (
  stage: Stage,
  cadre: Persona,
  communityId: number,
): Promise<{ registrationId: string; code: string }> => {
  const { compoundId, dwellingId } = await stage.services.db.one<{ compoundId: string; dwellingId: string }>(
    `select b.compound_id as "compoundId", d.dwelling_id as "dwellingId"
     from dwellings d join staircases s using (community_id, staircase_id) join buildings b using (community_id, building_id)
     where d.community_id = $1 order by d.dwelling_id limit 1`,
    [communityId],
  )
  const { photoId } = await cadre.posts<{ photoId: string }>(
    `/communities/${communityId}/photos`,
    await photoFromPhone(),
  )
  return cadre.posts(`${atCounter(communityId)}/registrations`, {
    trueName: '王桂香',
    documentKind: 'citizenId',
    documentNumber: inventIdNumber('1949-03-08'),
    dwellingId,
    memberKind: 'resident',
    tenure: 'propertyOwner',
    shownName: '王阿婆',
    consents: ['service', 'sensitiveIdentity', 'rollComparison'],
    compoundId,
    phone: null,
    presence: 'present',
    paperPhotoIds: [photoId],
  })
}

/** A request that a cadre filed for a member. */
export const filesFor = (cadre: Persona, communityId: number, forMembershipId: string) =>
  cadre.posts<{ serviceRequestId: string }>(`${atCounter(communityId)}/service-requests`, {
    forMembershipId,
    kind: 'help',
    text: '家里的灯管坏了，我站不上凳子。',
    place: '家里',
  })

/** 李先生 lets 吴女士, behind the same door, speak for him from now on. His membership. */
export const letsFamilySpeak = async (stage: Stage, cadre: Persona, communityId: number): Promise<string> => {
  const membershipOf = async (shownName: string): Promise<string> =>
    (
      await stage.services.db.one<{ id: string }>(
        `select membership_id as id from memberships where community_id = $1 and shown_name = $2 and state <> 'ended'`,
        [communityId, shownName],
      )
    ).id
  const membershipId = await membershipOf('92号楼 李先生')
  await cadre.posts(`${atCounter(communityId)}/helpers/recorded`, {
    membershipId,
    helperMembershipId: await membershipOf('92号楼 吴女士'),
  })
  return membershipId
}
