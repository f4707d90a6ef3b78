import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import { checkGrantEnd } from '@shequtong/domain/roles/granting'
import { checkRoleName } from '@shequtong/domain/roles/role-name'
import { type DateOn, dateOnIn, type Instant } from '@shequtong/domain/time'

/** Who is to hold a role, as typed. */
export interface HolderDraft {
  readonly phone: string
  readonly shownName: string
  /** Empty: no end. */
  readonly endsOn: string
}

export const noHolder: HolderDraft = { phone: '', shownName: '', endsOn: '' }

/** The body of a grant: what is empty is null. */
export const holderOf = ({ phone, shownName, endsOn }: HolderDraft) => ({
  phone: phone.trim(),
  shownName: shownName.trim(),
  endsOn: endsOn === '' ? null : endsOn,
})

/** The codes by which the server would refuse the draft, by field; asked of the same rules before it is sent. */
export const holderFaults = (draft: HolderDraft, now: Instant): Partial<Record<keyof HolderDraft, string>> => {
  const phone = checkMobileNumber(draft.phone)
  const shownName = checkRoleName(draft.shownName)
  const endsOn = checkGrantEnd(draft.endsOn === '' ? null : (draft.endsOn as DateOn), dateOnIn(now))
  return {
    ...(phone.ok ? {} : { phone: phone.violation.code }),
    ...(shownName.ok ? {} : { shownName: shownName.violation.code }),
    ...(endsOn.ok ? {} : { endsOn: endsOn.violation.code }),
  }
}
