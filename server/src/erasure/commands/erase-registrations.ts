import type { Tx } from '../../platform/database/db.ts'
import { goneName } from '../gone-name.ts'

export interface PhotoPlace {
  readonly communityId: number
  readonly photoId: string
}

/** Stands where a refused registration must have a reason. */
const reasonErased = '（已删除）'

interface Erased {
  communityId: number
  registrationId: string
}

/** Of a decided registration that no living membership stands on: that it was made and how it ended stays, nothing else. */
const registrationsSql = `
  update registrations r set shown_name = $3, dwelling_id = null, tenure = null, question = null, reply = null,
    refusal_reason = case when r.state = 'refused' then $4 end, version = version + 1
  where r.person_id = $1 and ($2::int is null or r.community_id = $2) and r.state not in ('submitted', 'askedBack')
    and not exists (select from memberships m where m.community_id = r.community_id
      and m.registration_id = r.registration_id and m.state <> 'ended')
  returning r.community_id as "communityId", r.registration_id as "registrationId"`

/** What the committee was told by name when it was handed in. */
const noticesSql = `
  update notifications n set title = $3
  from role_grants g
  where g.level = 'community' and g.territory_id = $1 and n.person_id = g.person_id
    and n.community_id = $1 and n.subject_id = any ($2) and n.kind = 'registrationSubmitted'`

/**
 * Erases what the person's registrations say, in one community or everywhere, with the signed papers and the receipts.
 * Returns the photos whose files are to be taken away.
 */
export const eraseRegistrations = async (
  tx: Tx,
  personId: string,
  communityId: number | null,
): Promise<PhotoPlace[]> => {
  const rows = await tx.many<Erased>(registrationsSql, [personId, communityId, goneName, reasonErased])
  const photos: PhotoPlace[] = []
  for (const place of new Set(rows.map((row) => row.communityId))) {
    const ids = rows.filter((row) => row.communityId === place).map((row) => row.registrationId)
    await tx.run(noticesSql, [place, ids, goneName])
    await tx.run(`delete from receipts where community_id = $1 and subject_id = any ($2)`, [place, ids])
    photos.push(
      ...(await tx.many<PhotoPlace>(
        `delete from photos where community_id = $1 and registration_id = any ($2)
         returning community_id as "communityId", photo_id as "photoId"`,
        [place, ids],
      )),
    )
  }
  return photos
}
