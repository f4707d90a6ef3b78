/**
 * Roles: who must answer, and on which level of the territory tree each one stands.
 * A role is granted for one territory and a span of time; the level above grants it (see `mayGrant`).
 */
export const communityRoles = [
  'committeeSecretary',
  'committeeDirector',
  'committeeMember',
  'buildingLead',
  'propertyManager',
  'ownersCommittee',
  'policeOfficer',
  'familyDoctor',
] as const
export const roles = [...communityRoles, 'subdistrictOfficer', 'districtOfficer'] as const
export type Role = (typeof roles)[number]
export type CommunityRole = (typeof communityRoles)[number]

export const territoryLevels = ['district', 'subdistrict', 'community'] as const
export type TerritoryLevel = (typeof territoryLevels)[number]

/** The level of the territory that a grant of `role` names. */
export const levelOf = (role: Role): TerritoryLevel =>
  role === 'districtOfficer' ? 'district' : role === 'subdistrictOfficer' ? 'subdistrict' : 'community'

/**
 * Who leads the committee and stays accountable for whatever came to it first, also after a hand-over (首接负责; 北京市接诉即办
 * 工作条例 art. 11, 14, as a model). They see the private requests of their community.
 */
export const accountableRoles: readonly Role[] = ['committeeSecretary', 'committeeDirector']

/** The residents' (or villagers') committee itself: first receivers of what is said to the community. */
export const committeeRoles: readonly Role[] = ['committeeSecretary', 'committeeDirector', 'committeeMember']

/** Everyone whose substantive answer stops the response clock of what they have in hand: an officer, of what was escalated to them. */
export const answeringRoles: readonly Role[] = roles

/** Roles to which the committee may hand a service request over. */
export const handOverRoles = [
  'committeeSecretary',
  'committeeDirector',
  'committeeMember',
  'buildingLead',
  'propertyManager',
  'ownersCommittee',
  'policeOfficer',
  'familyDoctor',
] as const satisfies readonly CommunityRole[]
export type HandOverRole = (typeof handOverRoles)[number]

/**
 * Whether a holder of `granter` may grant and end `granted`: each level the roles below it.
 * The secretary leads the committee and its helpers; nobody grants a role of the own level but the district officer.
 */
export const mayGrant = (granter: Role, granted: Role): boolean => {
  if (granter === 'districtOfficer') return true
  if (granter === 'subdistrictOfficer') return levelOf(granted) === 'community'
  if (accountableRoles.includes(granter)) return levelOf(granted) === 'community' && !accountableRoles.includes(granted)
  return false
}
