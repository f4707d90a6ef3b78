import { ageOn } from '@shequtong/domain/identity/age'
import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import { suggestShownNames } from '@shequtong/domain/identity/shown-name'
import * as rules from '@shequtong/domain/registrations/registration'
import { dateOnIn } from '@shequtong/domain/time'
import type { Handlers } from '../http/call.ts'
import { ofPerson, ownOne } from './access.ts'
import { approve, approveExact, askBack, refuse } from './commands/decide.ts'
import { register } from './commands/register.ts'
import { withdraw } from './commands/withdraw.ts'
import { notYetHere } from './file.ts'
import { review, waiting } from './queries.ts'
import { toDomain } from './row.ts'
import { saveRegistration, settled } from './save.ts'
import { registrationView } from './view.ts'

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
  register,
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
  withdrawRegistration: withdraw,
  replyToAskBack: async (tx, { actor, input, now }) => {
    const row = await ownOne(tx, actor.personId, input.params.registrationId, true)
    if (row.state === 'refused') await notYetHere(tx, row.communityId, row.personId)
    const resubmitted = settled(rules.resubmit(toDomain(row), { now }))
    return registrationView(
      await saveRegistration(
        tx,
        row,
        { ...resubmitted, question: row.question },
        'registration.submitted',
        actor.personId,
        now,
        input.body.text,
      ),
    )
  },
  listRegistrations: ({ db, place, input, now }) => waiting(db, place.communityId, input.query.cursor, now),
  readRegistration: ({ db, actor, place, input, now, services }) =>
    review(db, services.vault, place.communityId, input.params.registrationId, actor.personId, now),
  approveRegistration: approve,
  refuseRegistration: refuse,
  askBackRegistration: askBack,
  approveExactMatches: approveExact,
}
