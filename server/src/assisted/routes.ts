import { type Handlers, madeAnew } from '../http/call.ts'
import { confirm, file } from './commands/file-request.ts'
import { allow, record, stop } from './commands/helpers.ts'
import { register } from './commands/register.ts'
import { awaitingWord, requestFiling, requestReceipt } from './filings.ts'
import { household } from './queries.ts'
import { openReceipt, registrationReceipt } from './receipts.ts'

export const assistedRoutes: Handlers<
  | 'registerOnBehalf'
  | 'readRegistrationReceipt'
  | 'openReceipt'
  | 'listHousehold'
  | 'allowHelper'
  | 'stopHelper'
  | 'recordHelper'
  | 'fileServiceRequestOnBehalf'
  | 'listAwaitingWord'
  | 'readRequestFiling'
  | 'confirmOnTheirWord'
> = {
  registerOnBehalf: madeAnew(register, {
    about: ({ registrationId }) => registrationId,
    again: ({ db, place, services }, registrationId) =>
      registrationReceipt(db, services, place.communityId, registrationId),
  }),
  readRegistrationReceipt: ({ db, place, input, services }) =>
    registrationReceipt(db, services, place.communityId, input.params.registrationId),
  openReceipt: ({ db, input }) => openReceipt(db, input.params.code),
  listHousehold: async ({ db, actor, place }) => ({
    members: await household(db, place.communityId, actor.membershipId ?? ''),
  }),
  allowHelper: allow,
  stopHelper: stop,
  recordHelper: record,
  fileServiceRequestOnBehalf: madeAnew(file, {
    about: ({ serviceRequestId }) => serviceRequestId,
    again: ({ db, actor, place, services }, serviceRequestId) =>
      requestReceipt(db, services, actor, place, serviceRequestId),
  }),
  listAwaitingWord: ({ db, actor, place, input }) => awaitingWord(db, actor, place.communityId, input.query.cursor),
  readRequestFiling: ({ db, actor, place, input, services }) =>
    requestFiling(db, services, actor, place, input.params.serviceRequestId),
  confirmOnTheirWord: confirm,
}
