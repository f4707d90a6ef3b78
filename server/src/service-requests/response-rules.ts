import type { ResponseRule } from '@shequtong/domain/service-requests/response-clock'
import {
  answerRuleFor,
  type LocalRule,
  type Measure,
  type WaitingRule,
  waitingRuleFor,
} from '@shequtong/domain/service-requests/response-rules'
import type { ServiceRequestKind } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'

interface Row {
  districtId: number | null
  communityId: number | null
  kind: ServiceRequestKind | null
  hours: number | null
  workingDays: number | null
  suspendDays: number | null
  remindDays: number | null
}

const measureOf = ({ hours, workingDays, suspendDays, remindDays }: Row): Measure[] => {
  if (hours !== null) return [{ answerWithinHours: hours }]
  if (workingDays !== null) return [{ answerWithinWorkingDays: workingDays }]
  if (suspendDays !== null) return [{ suspendAtMostDays: suspendDays }]
  return remindDays === null ? [] : [{ remindAskedBackAfterDays: remindDays }]
}

/** The rows that could concern the community; which of them wins is the domain's to say. */
const rulesAbout = async (db: Db, { communityId, districtId }: CommunityPlace): Promise<LocalRule[]> => {
  const rows = await db.many<Row>(
    `select district_id as "districtId", community_id as "communityId", kind, answer_within_hours as hours,
       answer_within_working_days as "workingDays", suspend_at_most_days as "suspendDays",
       remind_asked_back_after_days as "remindDays"
     from response_rules
     where (community_id is null or community_id = $1) and (district_id is null or district_id = $2)
     order by response_rule_id`,
    [communityId, districtId],
  )
  return rows.flatMap((row) => measureOf(row).map((measure) => ({ ...row, measure })))
}

/** How long until an answer is due here. */
export const ruleFor = async (db: Db, place: CommunityPlace, kind: ServiceRequestKind): Promise<ResponseRule> =>
  answerRuleFor(await rulesAbout(db, place), place, kind)

/** The bounds of suspensions and of questions back here. */
export const waitingFor = async (db: Db, place: CommunityPlace, kind: ServiceRequestKind): Promise<WaitingRule> =>
  waitingRuleFor(await rulesAbout(db, place), place, kind)
