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

/**
 * The rules of all places in memory: a reference table of a few rows that changes a few times a year. When they are to be read anew,
 * it is over the connection of whoever asks: inside a transaction another one might never come free.
 */
export interface ResponseRules {
  /** How long until an answer is due there. */
  answerRule(db: Db, place: CommunityPlace, kind: ServiceRequestKind): Promise<ResponseRule>
  /** The bounds of suspensions and of questions back there. */
  waitingRule(db: Db, place: CommunityPlace, kind: ServiceRequestKind): Promise<WaitingRule>
}

const allSql = `
  select district_id as "districtId", community_id as "communityId", kind, answer_within_hours as hours,
    answer_within_working_days as "workingDays", suspend_at_most_days as "suspendDays",
    remind_asked_back_after_days as "remindDays"
  from response_rules order by response_rule_id`

/** A changed row counts everywhere after this time. */
const defaultFreshForMs = 60_000

export const createResponseRules = (freshForMs = defaultFreshForMs): ResponseRules => {
  let loaded: Promise<LocalRule[]> | undefined
  let loadedAtMs = 0
  const load = async (db: Db) => {
    const rows = await db.many<Row>(allSql)
    return rows.flatMap((row) => measureOf(row).map((measure) => ({ ...row, measure })))
  }
  const all = (db: Db): Promise<LocalRule[]> => {
    if (loaded === undefined || performance.now() - loadedAtMs >= freshForMs) {
      loadedAtMs = performance.now()
      const loading = load(db)
      loaded = loading
      loading.catch(() => {
        if (loaded === loading) loaded = undefined
      })
    }
    return loaded
  }
  return {
    answerRule: async (db, place, kind) => answerRuleFor(await all(db), place, kind),
    waitingRule: async (db, place, kind) => waitingRuleFor(await all(db), place, kind),
  }
}
