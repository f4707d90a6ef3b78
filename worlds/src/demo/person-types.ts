import type { MemberKind, Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Role } from '@shequtong/domain/roles/roles'
import type { DateOn } from '@shequtong/domain/time'
import type { Sex } from './names.ts'
import type { BuildingKey, DemoCommunityKey, DwellingKey } from './territory-types.ts'

/** Stable: a surname (`wu`), a surname and a building (`zhang-22`), or a community and a running number. */
export type PersonId = string

/** `member`: registered and approved. `applicant`: has registered and waits. `stranger`: has done nothing yet. */
export type Standing = 'member' | 'applicant' | 'stranger'

export interface DemoHome {
  readonly community: DemoCommunityKey
  readonly dwelling: DwellingKey
  readonly tenure: Tenure
}

/** Where an enterprise, merchant or employee belongs, instead of a dwelling. */
export interface DemoOrganization {
  readonly community: DemoCommunityKey
  readonly name: string
  readonly place: string
}

export interface DemoRoleGrant {
  readonly role: Role
  /** 6 digits for the district, 9 for a subdistrict, 12 for a community. */
  readonly territoryCode: string
  /** Only for a buildingLead. */
  readonly building?: BuildingKey
}

export interface DemoPerson {
  readonly id: PersonId
  readonly trueName: string
  readonly sex: Sex
  readonly birthOn: DateOn
  readonly idNumber: string
  readonly phone: string
  /** Chosen by the person; the building in front of it is the system's: 92号楼 吴女士. */
  readonly shownName: string
  readonly memberKind: MemberKind | undefined
  readonly home: DemoHome | undefined
  readonly organization: DemoOrganization | undefined
  readonly roles: readonly DemoRoleGrant[]
  readonly partyMember: boolean
  readonly elderMode: boolean
  readonly standing: Standing
  /** How the dwelling roll knows the person; family members need not stand on it. */
  readonly onRoll: 'asIs' | 'otherPhone' | 'absent'
  /** Days before the end of the world on which a member was approved, or an applicant applied (0: that very day). */
  readonly joinedDaysBefore: number
}

/** A door of the demo page: one click signs in as this person. */
export interface Persona {
  readonly personId: PersonId
  /** 居民, 长辈版, 还没登记, 居委主任 … */
  readonly label: string
  readonly line: string
}
