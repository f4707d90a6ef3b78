import type { CommunityPlace } from '@shequtong/domain/territory/territory'
import type { Tx } from '../platform/database/db.ts'
import { newId } from '../platform/ids.ts'
import { append } from '../platform/outbox/append.ts'

/** The rota of a community changed: for which days, and nobody's name. */
export const rotaChanged = (
  tx: Tx,
  { communityId, subdistrictId, districtId }: CommunityPlace,
  byPersonId: string,
  at: Date,
  days: { readonly firstOn: string; readonly lastOn: string },
): Promise<void> =>
  append(tx, {
    communityId,
    type: 'rota.changed',
    aggregateId: newId(),
    byPersonId,
    at,
    payload: { subdistrictId, districtId, ...days },
  })
