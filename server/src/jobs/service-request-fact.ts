import type { HandOverRole } from '@shequtong/domain/roles/roles'
import type { ServiceRequestTimes } from '@shequtong/domain/rollups/service-request-counts'
import type { HandlingLevel, ServiceRequestState, Visibility } from '@shequtong/domain/service-requests/states'
import type { OutboxEvent } from '../platform/outbox/consumer.ts'

/** The payload of a `service_request.*` event, read back: where the request stood after the write. */
export interface ServiceRequestAfter extends ServiceRequestTimes {
  readonly subdistrictId: number
  readonly districtId: number
  readonly state: ServiceRequestState
  readonly visibility: Visibility
  readonly level: HandlingLevel
  readonly responsibleRole: HandOverRole
  readonly offer: { readonly toRole: HandOverRole } | undefined
  readonly byMembershipId: string
  readonly deadlineAt: Date
  readonly clockStartedAt: Date
  readonly pausedAt: Date | undefined
  readonly stoppedAt: Date | undefined
}

type Payload = OutboxEvent['payload']

const dates = [
  'submittedAt',
  'readAt',
  'answeredAt',
  'resolvedAt',
  'deadlineAt',
  'clockStartedAt',
  'pausedAt',
  'stoppedAt',
] as const

const dateOf = (payload: Payload, name: string): Date | undefined => {
  const value = payload[name]
  if (value === null || value === undefined) return undefined
  const date = new Date(String(value))
  if (Number.isNaN(date.getTime())) throw new Error(`no instant in ${name}`)
  return date
}

export const afterOf = (payload: Payload): ServiceRequestAfter =>
  ({
    ...payload,
    offer: payload.offer ?? undefined,
    ...Object.fromEntries(dates.map((name) => [name, dateOf(payload, name)])),
  }) as unknown as ServiceRequestAfter

export const isOfServiceRequest = (event: OutboxEvent): boolean => event.type.startsWith('service_request.')

/** `answered` of `service_request.answered`. */
export const deedOf = (event: OutboxEvent): string => event.type.slice(event.type.indexOf('.') + 1)
