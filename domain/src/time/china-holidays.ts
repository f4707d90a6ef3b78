import { addDays, type DateOn } from '../time.ts'
import type { WorkingCalendar } from './working-days.ts'

/** One year's notice of the State Council's General Office: days off as inclusive ranges, and weekends worked instead. */
export interface HolidayNotice {
  readonly year: number
  readonly issuedOn: DateOn
  readonly source: string
  readonly daysOff: readonly (readonly [firstOn: string, lastOn: string])[]
  readonly makeUpWorkdays: readonly string[]
}

/** Checked against the notices as reprinted by the press and against the npm package chinese-days 1.5.7 (MIT). */
export const chinaHolidayNotices: readonly HolidayNotice[] = [
  {
    year: 2025,
    issuedOn: '2024-11-12' as DateOn,
    source: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    daysOff: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    issuedOn: '2025-11-04' as DateOn,
    source: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    daysOff: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]

const daysIn = ([firstOn, lastOn]: readonly [string, string]): DateOn[] => {
  const days: DateOn[] = []
  for (let on = firstOn as DateOn; on <= lastOn; on = addDays(on, 1)) days.push(on)
  return days
}

/**
 * The calendar that `notices` of consecutive years make: it covers 1 January of the first to 31 December of the last.
 * @NOTE a notice for the year after can still turn days of late December; it arrives in November.
 */
export const calendarFrom = (notices: readonly HolidayNotice[]): WorkingCalendar => {
  const years = notices.map((notice) => notice.year)
  return {
    holidays: new Set(notices.flatMap((notice) => notice.daysOff.flatMap(daysIn))),
    makeUpWorkdays: new Set(notices.flatMap((notice) => notice.makeUpWorkdays as DateOn[])),
    coversFrom: `${Math.min(...years)}-01-01` as DateOn,
    coversTo: `${Math.max(...years)}-12-31` as DateOn,
  }
}

/** The national calendar as far as it is announced: 2025-01-01 to 2026-12-31. */
export const chinaCalendar: WorkingCalendar = calendarFrom(chinaHolidayNotices)
