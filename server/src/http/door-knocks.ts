import { api } from '@shequtong/contract/api'
import type { AnyEndpoint } from '@shequtong/contract/endpoint'
import { addMs, msPerMinute } from '@shequtong/domain/time'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../platform/refusal.ts'
import { addressGroup } from './address-group.ts'
import { hashRequest } from './idempotency.ts'
import type { Services } from './services.ts'

/** A minute begins with the first knock after the one before has ended. */
const knockSql = `
  insert into door_knocks as k (door, address_hash, ends_at, knocks) values ($1, $2, $4, 1)
  on conflict (door, address_hash) do update set
    knocks = case when k.ends_at <= $3 then 1 else k.knocks + 1 end,
    ends_at = case when k.ends_at <= $3 then excluded.ends_at else k.ends_at end
  returning k.knocks, k.ends_at as "endsAt"`

/**
 * Refuses whoever asks an endpoint that names `perMinute` more often than that, from one address (`addressGroup`). Counted in the database: as many
 * processes as there may be keep one limit. `scale` 1 is the contract's own number.
 */
export const limitKnocks = (app: FastifyInstance, { db, clock, settings }: Services, scale: number): void => {
  app.addHook('onRequest', async (request) => {
    const { endpointName: door } = request.routeOptions.config
    const endpoint: AnyEndpoint | undefined = door === undefined ? undefined : api[door]
    if (door === undefined || endpoint?.perMinute === undefined) return
    const now = clock.now()
    const { knocks, endsAt } = await db.one<{ knocks: number; endsAt: Date }>(knockSql, [
      door,
      hashRequest(settings.secret, 'door', addressGroup(request.ip)),
      now,
      addMs(now, msPerMinute),
    ])
    if (knocks <= Math.ceil(endpoint.perMinute * scale)) return
    const waitMs = endsAt.getTime() - now.getTime()
    throw new Refusal('rate-limited', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
  })
}
