import type { requestPhoneCode, signInByPhone } from '@shequtong/contract/sessions'
import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import type { Call, Handlers } from '../http/call.ts'
import { type Tx, transaction } from '../platform/database/db.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { createPerson } from '../sessions/public.ts'
import { codeAgainAfterMs, codeValidMs, issueCode, spendCode } from './phone-codes.ts'
import { admit } from './public.ts'

const phoneIn = (text: string): string => {
  const phone = checkMobileNumber(text)
  if (!phone.ok) throw invalid('/phone', phone.violation.code)
  return phone.value
}

const sendCode = async (tx: Tx, call: Call<typeof requestPhoneCode>) => {
  const { services, now, input } = call
  const phone = phoneIn(input.body.phone)
  const code = await issueCode(tx, services.vault.phoneCodeIndex(phone), services.settings.secret, now)
  call.afterCommit(() => services.sms.send({ to: phone, template: 'signInCode', values: { code } }))
  return { validForSeconds: codeValidMs / 1000, againAfterSeconds: codeAgainAfterMs / 1000 }
}

const signIn = async (tx: Tx, call: Call<typeof signInByPhone>) => {
  const { services, now, input } = call
  const phone = phoneIn(input.body.phone)
  const index = services.vault.phoneCodeIndex(phone)
  // a transaction of its own: a wrong try stays counted when this request is refused
  const spent = await transaction(services.pool, (own) =>
    spendCode(own, index, input.body.code.trim(), services.settings.secret, now),
  )
  if (spent !== 'right') throw new Refusal('rule-refused', { code: spent === 'wrong' ? 'code-wrong' : 'code-spent' })
  const known = await services.vault.findPersonByPhone(tx, phone)
  if (known !== null) return admit(tx, call, known)
  const personId = await createPerson(tx, now)
  const put = await services.vault.putPhone(tx, personId, phone, now)
  // somebody signed in with this phone between our look and our write
  if (!put.ok) throw new Refusal('dependency-unavailable')
  return admit(tx, call, personId)
}

export const signInRoutes: Handlers<'requestPhoneCode' | 'signInByPhone'> = {
  requestPhoneCode: sendCode,
  signInByPhone: signIn,
}
