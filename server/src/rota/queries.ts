import { committeeRoles, type Role } from '@shequtong/domain/roles/roles'
import { type Absence, type Duty, onDuty } from '@shequtong/domain/rota/rota'
import { type Shift, type ShiftPart, shiftAt } from '@shequtong/domain/rota/shifts'
import type { DateOn } from '@shequtong/domain/time'
import type { Db } from '../platform/database/db.ts'

export interface Colleague {
  readonly roleGrantId: string
  readonly personId: string
  readonly shownName: string
  readonly role: Role
  /** Whether the role is held now. */
  readonly lives: boolean
}

export type AbsenceRow = Absence & { readonly absenceId: string }

/** What stands in the rota from one day to another, and everybody who is named in it or can be. */
export interface Rota {
  readonly duties: readonly Duty[]
  readonly absences: readonly AbsenceRow[]
  readonly colleagues: ReadonlyMap<string, Colleague>
}

const dutiesSql = `
  select on_date::text as "on", part, role_grant_id as holder, backup_role_grant_id as backup
  from rota_shifts where community_id = $1 and on_date between $2::date and $3::date`

const absencesSql = `
  select absence_id as "absenceId", absent_role_grant_id as absent, deputy_role_grant_id as deputy,
    first_on::text as "firstOn", last_on::text as "lastOn"
  from rota_absences where community_id = $1 and last_on >= $2::date and first_on <= $3::date
  order by first_on, absence_id`

const colleaguesSql = `
  select role_grant_id as "roleGrantId", person_id as "personId", shown_name as "shownName", role,
    ended_at is null and (ends_on is null or ends_on >= ($3::timestamptz at time zone 'Asia/Shanghai')::date) as lives
  from role_grants where level = 'community' and territory_id = $1 and role = any($2)
  order by array_position($2, role), granted_at, role_grant_id`

interface DutyRow {
  on: DateOn
  part: ShiftPart
  holder: string
  backup: string | null
}

export const rotaOf = async (
  db: Db,
  communityId: number,
  firstOn: DateOn,
  lastOn: DateOn,
  now: Date,
): Promise<Rota> => {
  const [duties, absences, colleagues] = await Promise.all([
    db.many<DutyRow>(dutiesSql, [communityId, firstOn, lastOn]),
    db.many<AbsenceRow>(absencesSql, [communityId, firstOn, lastOn]),
    db.many<Colleague>(colleaguesSql, [communityId, committeeRoles, now]),
  ])
  return {
    duties: duties.map((duty) => ({ ...duty, backup: duty.backup ?? undefined })),
    absences,
    colleagues: new Map(colleagues.map((one) => [one.roleGrantId, one])),
  }
}

/** Who really stands there in this shift. */
export const onDutyIn = ({ duties, absences, colleagues }: Rota, { on, part }: Shift): Colleague | undefined => {
  const duty = duties.find((one) => one.on === on && one.part === part)
  const found = onDuty(duty, absences, (id) => colleagues.get(id)?.lives === true)
  return found === undefined ? undefined : colleagues.get(found.roleGrantId)
}

/** Who stands there in one shift; of the shift that runs now when none is given. */
export const dutyOf = async (
  db: Db,
  communityId: number,
  now: Date,
  shift: Shift = shiftAt(now),
): Promise<Colleague | undefined> => onDutyIn(await rotaOf(db, communityId, shift.on, shift.on, now), shift)
