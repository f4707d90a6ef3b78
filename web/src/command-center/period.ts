import { type Period, periods } from '@shequtong/domain/rollups/periods'

export const usualPeriod: Period = 'month'

const isPeriod = (text: string | null | undefined): text is Period => periods.some((period) => period === text)

/** The period that an address asks for; the usual one where it asks for none or for one that does not exist. */
export const periodIn = (search: string): Period => {
  const asked = new URLSearchParams(search).get('period')
  return isPeriod(asked) ? asked : usualPeriod
}

/** What an address ends with so that it opens with `period`; nothing for the usual one. */
export const searchOf = (period: Period): string => (period === usualPeriod ? '' : `?period=${period}`)
