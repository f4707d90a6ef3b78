import { type Handlers, madeAnew } from '../http/call.ts'
import { notFound } from '../platform/refusal.ts'
import { change } from './commands/change.ts'
import { officeOf } from './queries.ts'

export const officeRoutes: Handlers<'readOffice' | 'changeOffice'> = {
  readOffice: async ({ db, input, services }) => {
    const { communityId } = input.params
    if ((await services.territory.community(communityId)) === undefined) throw notFound()
    return { office: await officeOf(db, communityId) }
  },
  changeOffice: madeAnew(change, {
    about: () => null,
    again: async ({ db, place }) => ({ office: await officeOf(db, place.communityId) }),
  }),
}
