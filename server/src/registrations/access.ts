import type { Db, Tx } from '../platform/database/db.ts'
import { notFound } from '../platform/refusal.ts'
import { type RegistrationRow, registrationSelect } from './row.ts'

/** The committee's door: a registration of its own community, locked where it is to be decided. */
export const toReview = async (db: Db, communityId: number, registrationId: string): Promise<RegistrationRow> => {
  const row = await db.maybe<RegistrationRow>(
    `${registrationSelect} where r.community_id = $1 and r.registration_id = $2`,
    [communityId, registrationId],
  )
  if (row === undefined) throw notFound()
  return row
}

export const toDecide = async (tx: Tx, communityId: number, registrationId: string): Promise<RegistrationRow> => {
  const row = await tx.maybe<RegistrationRow>(
    `${registrationSelect} where r.community_id = $1 and r.registration_id = $2 for update of r`,
    [communityId, registrationId],
  )
  if (row === undefined) throw notFound()
  return row
}

/** The applicant's door: the own registrations, those of a child one is the guardian of, and nobody else's. */
export const ofPerson = (db: Db, personId: string): Promise<RegistrationRow[]> =>
  db.many<RegistrationRow>(
    `${registrationSelect} where r.person_id = $1 or r.guardian_person_id = $1 order by r.submitted_at desc limit 50`,
    [personId],
  )

/** Those of the person that wait, locked. */
export const openOf = (tx: Tx, personId: string): Promise<RegistrationRow[]> =>
  tx.many<RegistrationRow>(
    `${registrationSelect} where r.person_id = $1 and r.state in ('submitted', 'askedBack') for update of r`,
    [personId],
  )

export const ownOne = async (
  tx: Db,
  personId: string,
  registrationId: string,
  lock: boolean,
): Promise<RegistrationRow> => {
  const row = await tx.maybe<RegistrationRow>(
    `${registrationSelect} where (r.person_id = $1 or r.guardian_person_id = $1) and r.registration_id = $2 ${lock ? 'for update of r' : ''}`,
    [personId, registrationId],
  )
  if (row === undefined) throw notFound()
  return row
}
