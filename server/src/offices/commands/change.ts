import type { changeOffice } from '@shequtong/contract/territory'
import { checkOfficePhone } from '@shequtong/domain/territory/office-phone'
import type { Command } from '../../http/call.ts'
import { invalid } from '../../platform/refusal.ts'
import { officeOf } from '../queries.ts'

const orNull = (text: string): string | null => (text === '' ? null : text)

/** One notice per community: the latest stands, with who put it up. */
export const change: Command<typeof changeOffice> = async (tx, { actor, place, input, now }) => {
  const { address, hours } = input.body
  const phone = checkOfficePhone(input.body.phone)
  if (!phone.ok) throw invalid('/phone', phone.violation.code)
  await tx.run(
    `insert into committee_offices (community_id, phone, address, hours, changed_at, changed_by_role_grant_id)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (community_id) do update set phone = excluded.phone, address = excluded.address, hours = excluded.hours,
       changed_at = excluded.changed_at, changed_by_role_grant_id = excluded.changed_by_role_grant_id`,
    [place.communityId, phone.value, orNull(address), orNull(hours), now, actor.roleGrantId ?? null],
  )
  return { office: await officeOf(tx, place.communityId) }
}
