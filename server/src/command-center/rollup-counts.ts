import type { MemberKind } from '@shequtong/domain/registrations/member-kinds'
import type { TerritoryLevel } from '@shequtong/domain/roles/roles'
import { interactionsOf } from '@shequtong/domain/rollups/interactions'
import { countsOfMembership, householdChange } from '@shequtong/domain/rollups/membership-counts'
import type { Counts } from '@shequtong/domain/rollups/metrics'
import { countsOfServiceRequest } from '@shequtong/domain/rollups/service-request-counts'
import { dateOnIn, msPerDay, msPerHour } from '@shequtong/domain/time'
import { afterOf, deedOf, isOfServiceRequest } from '../jobs/service-request-fact.ts'
import type { OutboxEvent } from '../platform/outbox/consumer.ts'

/** Hours are kept this long: a page shows 24. */
export const hoursKeptMs = 3 * msPerDay

/** Sums per territory, metric and time, in memory, so that each counter row is written once per batch. */
export interface Sums {
  readonly totals: Map<string, number>
  readonly days: Map<string, number>
  readonly hours: Map<string, number>
}

export const emptySums = (): Sums => ({ totals: new Map(), days: new Map(), hours: new Map() })

const add = (sums: Map<string, number>, key: readonly (string | number)[], count: number) => {
  const name = JSON.stringify(key)
  sums.set(name, (sums.get(name) ?? 0) + count)
}

/** Members per dwelling before a batch; `countsOf` moves it on. */
export type DwellingMembers = Map<string, number>

export const dwellingOf = (event: OutboxEvent): string | undefined => {
  if (event.type !== 'membership.started' && event.type !== 'membership.ended') return undefined
  return typeof event.payload.dwellingId === 'string' ? event.payload.dwellingId : undefined
}

/** What one event adds to the counters of its community, subdistrict and district. */
const countsOf = (event: OutboxEvent, dwellings: DwellingMembers): Counts => {
  if (isOfServiceRequest(event))
    return countsOfServiceRequest({
      did: deedOf(event),
      after: afterOf(event.payload),
      before: event.previous === null ? undefined : afterOf(event.previous),
    })
  if (event.type !== 'membership.started' && event.type !== 'membership.ended')
    return { interactions: interactionsOf(event.type) }
  const sign = event.type === 'membership.started' ? 1 : -1
  const { memberKind, party } = event.payload as { memberKind: MemberKind; party: boolean }
  const counts = countsOfMembership({ memberKind, party }, sign)
  const dwellingId = dwellingOf(event)
  if (dwellingId === undefined) return counts
  const before = dwellings.get(dwellingId) ?? 0
  dwellings.set(dwellingId, before + sign)
  return { ...counts, households: householdChange(before, before + sign) }
}

/** Adds `events` to `sums`. */
export const addUp = (sums: Sums, events: readonly OutboxEvent[], dwellings: DwellingMembers, now: Date): void => {
  for (const event of events) {
    const territories: [TerritoryLevel, number][] = [
      ['community', event.communityId],
      ['subdistrict', Number(event.payload.subdistrictId)],
      ['district', Number(event.payload.districtId)],
    ]
    const hour = new Date(Math.floor(event.at.getTime() / msPerHour) * msPerHour)
    for (const [metric, count = 0] of Object.entries(countsOf(event, dwellings))) {
      if (count === 0) continue
      for (const [level, territoryId] of territories) {
        add(sums.totals, [level, territoryId, metric], count)
        add(sums.days, [level, territoryId, metric, dateOnIn(event.at)], count)
        if (now.getTime() - hour.getTime() < hoursKeptMs)
          add(sums.hours, [level, territoryId, metric, hour.toISOString()], count)
      }
    }
  }
}
