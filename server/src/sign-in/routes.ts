import type { requestPhoneCode, signInByPhone } from '@shequtong/contract/sessions'
import { rememberAsked } from '../demo/public.ts'
import { type Call, type Handlers, madeAnew } from '../http/call.ts'
import type { Tx } from '../platform/database/db.ts'
import { Refusal } from '../platform/refusal.ts'
import { createPerson } from '../sessions/public.ts'
import { codeAgainAfterMs, codeValidMs, issueCode } from './phone-codes.ts'
import { admit, phoneIn, provenPhone } from './public.ts'

const sent = ({ http, services }: Call<typeof requestPhoneCode>, phone: string) => {
  rememberAsked(http.reply, services, phone)
  return { validForSeconds: codeValidMs / 1000, againAfterSeconds: codeAgainAfterMs / 1000 }
}

const sendCode = async (tx: Tx, call: Call<typeof requestPhoneCode>) => {
  const { services, now, input } = call
  if (services.sms === undefined) throw new Refusal('rule-refused', { code: 'phone-door-closed' })
  const phone = phoneIn(input.body.phone)
  const { sms } = services
  const code = await issueCode(tx, services.vault.phoneCodeIndex(phone), services.settings.secret, now)
  call.afterCommit(() => sms.send({ to: phone, template: 'signInCode', values: { code } }))
  return sent(call, phone)
}

const signIn = async (tx: Tx, call: Call<typeof signInByPhone>) => {
  const { services, now, input } = call
  const phone = await provenPhone(services, input.body, now)
  const known = await services.vault.findPersonByPhone(tx, phone)
  if (known !== null) return admit(tx, call, known)
  const personId = await createPerson(tx, now)
  const put = await services.vault.putPhone(tx, personId, phone, now)
  // somebody signed in with this phone between our look and our write
  if (!put.ok) throw new Refusal('dependency-unavailable')
  return admit(tx, call, personId)
}

export const signInRoutes: Handlers<'requestPhoneCode' | 'signInByPhone'> = {
  requestPhoneCode: madeAnew(sendCode, {
    about: () => null,
    again: async (call) => sent(call, phoneIn(call.input.body.phone)),
  }),
  signInByPhone: signIn,
}
