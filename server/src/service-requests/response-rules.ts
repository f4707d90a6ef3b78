import { defaultResponseRule, type ResponseRule } from '@shequtong/domain/service-requests/response-clock'
import type { ServiceRequestKind } from '@shequtong/domain/service-requests/states'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Db } from '../platform/database/db.ts'

interface Row {
  hours: number | null
  workingDays: number | null
}

/** The most particular row wins: community before district, a kind before all kinds; without a row the domain's default. */
export const ruleFor = async (db: Db, place: CommunityPlace, kind: ServiceRequestKind): Promise<ResponseRule> => {
  const row = await db.maybe<Row>(
    `select answer_within_hours as hours, answer_within_working_days as "workingDays" from response_rules
     where (community_id is null or community_id = $1) and (district_id is null or district_id = $2) and (kind is null or kind = $3)
     order by community_id nulls last, district_id nulls last, kind nulls last limit 1`,
    [place.communityId, place.districtId, kind],
  )
  if (row?.workingDays != null) return { answerWithinWorkingDays: row.workingDays }
  return row?.hours == null ? defaultResponseRule : { answerWithinHours: row.hours }
}
