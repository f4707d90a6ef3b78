import type { Me } from '@shequtong/contract/sessions'
import type { Db } from '../platform/database/db.ts'
import { hatsOf } from './hats.ts'

export const stranger = (demo: boolean): Me => ({
  signedIn: false,
  demo,
  hats: [],
  actingHatId: null,
  waitingRegistrationId: null,
  unreadCount: 0,
})

/** Everything a screen needs to know about who is looking. */
export const meOf = async (
  db: Db,
  person: { readonly personId: string; readonly hatId: string | undefined },
  demo: boolean,
  now: Date,
): Promise<Me> => {
  const hats = await hatsOf(db, person.personId, now)
  const { waiting, unread } = await db.one<{ waiting: string | null; unread: number }>(
    `select (select registration_id from registrations where person_id = $1 and state in ('submitted', 'askedBack')
               order by submitted_at desc limit 1) as waiting,
            (select count(*)::int from (select 1 from notifications where person_id = $1 and read_at is null limit 100) n) as unread`,
    [person.personId],
  )
  return {
    signedIn: true,
    demo,
    hats,
    actingHatId: hats.some((hat) => hat.hatId === person.hatId) ? (person.hatId ?? null) : null,
    waitingRegistrationId: waiting,
    unreadCount: unread,
  }
}
