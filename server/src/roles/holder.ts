import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import { checkGrantEnd } from '@shequtong/domain/roles/granting'
import { checkRoleName } from '@shequtong/domain/roles/role-name'
import { type DateOn, dateOnIn } from '@shequtong/domain/time'
import type { Vault } from '../identity/vault.ts'
import type { Tx } from '../platform/database/db.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import { createPerson } from '../sessions/public.ts'

export interface Holder {
  readonly personId: string
  readonly shownName: string
  readonly endsOn: DateOn | undefined
}

/** The person of this phone; a phone that nobody has signed in with yet makes a person, who finds the role when they do. */
export const personByPhone = async (tx: Tx, vault: Vault, phone: string, now: Date): Promise<string> => {
  const known = await vault.findPersonByPhone(tx, phone)
  if (known !== null) return known
  const personId = await createPerson(tx, now)
  const put = await vault.putPhone(tx, personId, phone, now)
  // somebody signed in with this phone between our look and our write
  if (!put.ok) throw new Refusal('dependency-unavailable')
  return personId
}

/** Who is to hold a role, checked; refuses with the field. */
export const holderIn = async (
  tx: Tx,
  vault: Vault,
  body: { readonly phone: string; readonly shownName: string; readonly endsOn: string | null },
  now: Date,
): Promise<Holder> => {
  const phone = checkMobileNumber(body.phone)
  if (!phone.ok) throw invalid('/phone', phone.violation.code)
  const shownName = checkRoleName(body.shownName)
  if (!shownName.ok) throw invalid('/shownName', shownName.violation.code)
  const endsOn = checkGrantEnd(body.endsOn as DateOn | null, dateOnIn(now))
  if (!endsOn.ok) throw invalid('/endsOn', endsOn.violation.code)
  return {
    personId: await personByPhone(tx, vault, phone.value, now),
    shownName: shownName.value,
    endsOn: endsOn.value ?? undefined,
  }
}
