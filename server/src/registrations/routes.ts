import { ageOn } from '@shequtong/domain/identity/age'
import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import { suggestShownNames } from '@shequtong/domain/identity/shown-name'
import { dateOnIn } from '@shequtong/domain/time'
import { type Handlers, madeAnew } from '../http/call.ts'
import type { Db } from '../platform/database/db.ts'
import type { Actor } from '../sessions/actor.ts'
import { ofPerson, ownOne, toReview } from './access.ts'
import { approve, approveExact, askBack, refuse } from './commands/decide.ts'
import { register } from './commands/register.ts'
import { reply } from './commands/reply.ts'
import { withdraw } from './commands/withdraw.ts'
import { review, waiting } from './queries.ts'
import { registrationView, reviewRow } from './view.ts'

interface Named {
  readonly registrationId: string
}
const about = ({ registrationId }: Named): string => registrationId

/** The applicant's own registration as it stands now. */
const ownAgain = {
  about,
  again: async ({ db, actor }: { readonly db: Db; readonly actor: Actor }, registrationId: string) =>
    registrationView(await ownOne(db, actor.personId, registrationId, false)),
}

/** The committee's line of it. */
const reviewedAgain = {
  about,
  again: async (
    { db, place, now }: { readonly db: Db; readonly place: { readonly communityId: number }; readonly now: Date },
    registrationId: string,
  ) => reviewRow(await toReview(db, place.communityId, registrationId), now),
}

export const registrationRoutes: Handlers<
  | 'register'
  | 'suggestShownNames'
  | 'readMyRegistration'
  | 'listMyRegistrations'
  | 'withdrawRegistration'
  | 'replyToAskBack'
  | 'listRegistrations'
  | 'readRegistration'
  | 'approveRegistration'
  | 'refuseRegistration'
  | 'askBackRegistration'
  | 'approveExactMatches'
> = {
  register: madeAnew(register, ownAgain),
  suggestShownNames: async (_tx, { input, now }) => {
    const { trueName, documentKind, documentNumber, buildingName } = input.body
    const today = dateOnIn(now)
    const document = documentKind === 'citizenId' ? checkCitizenIdNumber(documentNumber, today) : undefined
    if (document?.ok !== true) {
      const grown = { trueName, ageYears: 40, buildingName }
      return { names: (['female', 'male'] as const).flatMap((sex) => suggestShownNames({ ...grown, sex }).slice(0, 2)) }
    }
    const { sex, birthOn } = document.value
    return { names: suggestShownNames({ trueName, sex, ageYears: ageOn(birthOn, today), buildingName }) }
  },
  readMyRegistration: async ({ db, actor, input }) =>
    registrationView(await ownOne(db, actor.personId, input.params.registrationId, false)),
  listMyRegistrations: async ({ db, actor }) => ({
    registrations: (await ofPerson(db, actor.personId)).map(registrationView),
  }),
  withdrawRegistration: madeAnew(withdraw, ownAgain),
  replyToAskBack: madeAnew(reply, ownAgain),
  listRegistrations: ({ db, place, input, now }) => waiting(db, place.communityId, input.query.cursor, now),
  readRegistration: ({ db, actor, place, input, now, services }) =>
    review(db, services.vault, place.communityId, input.params.registrationId, actor.personId, now),
  approveRegistration: madeAnew(approve, reviewedAgain),
  refuseRegistration: madeAnew(refuse, reviewedAgain),
  askBackRegistration: madeAnew(askBack, reviewedAgain),
  approveExactMatches: approveExact,
}
