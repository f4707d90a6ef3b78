import { type Api, api, type EndpointName } from '@shequtong/contract/api'
import type { AnyEndpoint, ReplyOf, RequestOf } from '@shequtong/contract/endpoint'
import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import { type Tx, transaction } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import type { Call } from './call.ts'
import { handlers } from './handlers.ts'
import { parse } from './parse.ts'
import { permit } from './permit.ts'
import { unrendered } from './rendered.ts'
import type { Services } from './services.ts'

type Given<E extends AnyEndpoint> = Partial<RequestOf<E>>

/**
 * Runs an endpoint without HTTP: the same parsing, permission and command as over the wire, at a given time. For seeds
 * and programs on the command line, so that they obey the rules like everybody.
 */
export const callDirectly = async <N extends EndpointName>(
  services: Services,
  name: N,
  actor: Actor,
  given: Given<Api[N]>,
  now: Date,
): Promise<ReplyOf<Api[N]>> => {
  const endpoint: AnyEndpoint = api[name]
  const params = parse(endpoint.params, given.params)
  const place = await permit(endpoint, params, actor, services)
  const call = {
    input: {
      params,
      query: parse(endpoint.query, given.query),
      body: endpoint.binaryBody === undefined ? parse(endpoint.body, given.body) : given.body,
    },
    actor,
    visitor: actor,
    place: place as CommunityPlace,
    now,
    services,
    db: services.db,
    afterCommit: () => undefined,
  } as unknown as Call<AnyEndpoint>
  const handler = handlers[name] as unknown as (first: unknown, second?: unknown) => Promise<unknown>
  const reply =
    endpoint.method === 'GET' ? await handler(call) : await transaction(services.pool, (tx: Tx) => handler(tx, call))
  return unrendered(reply) as ReplyOf<Api[N]>
}
