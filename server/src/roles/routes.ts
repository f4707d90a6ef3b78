import type { Handlers } from '../http/call.ts'
import { toSeeOffices } from './access.ts'
import { end } from './commands/end.ts'
import { appoint, grant } from './commands/grant.ts'
import { handOver } from './commands/hand-over.ts'
import { grantsOf } from './queries.ts'

export const roleRoutes: Handlers<
  'listRoleGrants' | 'grantRole' | 'listOfficers' | 'appointOfficer' | 'endRoleGrant' | 'handOverRole'
> = {
  listRoleGrants: async ({ db, actor, place, now }) => ({
    grants: await grantsOf(db, actor, { level: 'community', ...place }, now),
  }),
  grantRole: grant,
  listOfficers: async ({ db, actor, input, now }) => {
    const place = await toSeeOffices(db, actor, input.params.level, input.params.territoryId)
    return { grants: await grantsOf(db, actor, place, now) }
  },
  appointOfficer: appoint,
  endRoleGrant: end,
  handOverRole: handOver,
}
