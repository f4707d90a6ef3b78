import type { Services } from '../http/services.ts'
import { type Relay, type RelayReport, createRelay as relayOver } from '../platform/outbox/relay.ts'
import { consumers } from './consumers.ts'

/** The relay with all consumers of this program. */
export const createRelay = ({ pool, clock }: Pick<Services, 'pool' | 'clock'>, report?: RelayReport): Relay =>
  relayOver({ pool, clock, consumers, ...(report === undefined ? {} : { report }) })
