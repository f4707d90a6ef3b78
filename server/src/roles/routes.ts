import type { RoleGrantView } from '@shequtong/contract/roles'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { placeToSee, toSeeOffices } from './access.ts'
import { end } from './commands/end.ts'
import { appoint, grant } from './commands/grant.ts'
import { handOver } from './commands/hand-over.ts'
import { grantsOf, grantView } from './queries.ts'

interface Asking {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
}

const grantNow = async ({ db, actor, now }: Asking, roleGrantId: string): Promise<RoleGrantView> =>
  grantView(db, actor, await placeToSee(db, actor, roleGrantId), roleGrantId, now)

const grantAgain = { about: ({ roleGrantId }: RoleGrantView): string => roleGrantId, again: grantNow }

export const roleRoutes: Handlers<
  'listRoleGrants' | 'grantRole' | 'listOfficers' | 'appointOfficer' | 'endRoleGrant' | 'handOverRole'
> = {
  listRoleGrants: async ({ db, actor, place, now }) => ({
    grants: await grantsOf(db, actor, { level: 'community', ...place }, now),
  }),
  grantRole: madeAnew(grant, grantAgain),
  listOfficers: async ({ db, actor, input, now }) => {
    const place = await toSeeOffices(db, actor, input.params.level, input.params.territoryId)
    return { grants: await grantsOf(db, actor, place, now) }
  },
  appointOfficer: madeAnew(appoint, grantAgain),
  endRoleGrant: madeAnew(end, grantAgain),
  handOverRole: madeAnew(handOver, {
    about: ({ ended, started, movedServiceRequests }) => ({
      endedId: ended.roleGrantId,
      startedId: started.roleGrantId,
      movedServiceRequests,
    }),
    again: async (call, { endedId, startedId, movedServiceRequests }) => ({
      movedServiceRequests,
      ended: await grantNow(call, endedId),
      started: await grantNow(call, startedId),
    }),
  }),
}
