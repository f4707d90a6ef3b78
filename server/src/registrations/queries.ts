import type { RegistrationReview, ReviewRow } from '@shequtong/contract/registrations'
import type { Tenure } from '@shequtong/domain/registrations/member-kinds'
import type { Vault } from '../identity/vault.ts'
import { cursorDate, cursorId, decodeCursor, encodeCursor } from '../platform/cursor.ts'
import type { Db } from '../platform/database/db.ts'
import { toReview } from './access.ts'
import { compareClaim } from './compare.ts'
import { dwellingLabel, type RegistrationRow, registrationSelect } from './row.ts'
import { reviewRow } from './view.ts'

const pageSize = 50

const waitingSql = `${registrationSelect}
  where r.community_id = $1 and r.state = 'submitted'
    and ($2::timestamptz is null or (coalesce(r.last_returned_at, r.submitted_at), r.registration_id) > ($2, $3::uuid))
  order by coalesce(r.last_returned_at, r.submitted_at), r.registration_id limit ${pageSize + 1}`

/** What waits for the committee, oldest first. */
export const waiting = async (
  db: Db,
  communityId: number,
  cursor: string | undefined,
  now: Date,
): Promise<{ items: ReviewRow[]; nextCursor: string | null; waiting: number }> => {
  const after = decodeCursor(cursor, ['number', 'string'])
  const bounds = after === undefined ? [null, null] : [cursorDate(after[0]), cursorId(after[1])]
  const [rows, { count }] = await Promise.all([
    db.many<RegistrationRow>(waitingSql, [communityId, ...bounds]),
    db.one<{ count: number }>(
      `select count(*)::int as count from registrations where community_id = $1 and state = 'submitted'`,
      [communityId],
    ),
  ])
  const items = rows.slice(0, pageSize)
  const last = items.at(-1)
  const more = rows.length > pageSize && last !== undefined
  return {
    items: items.map((row) => reviewRow(row, now)),
    nextCursor: more ? encodeCursor([(last.lastReturnedAt ?? last.submittedAt).getTime(), last.registrationId]) : null,
    waiting: count,
  }
}

const filingOf = async (
  db: Db,
  row: RegistrationRow,
  reviewerPersonId: string,
): Promise<RegistrationReview['filing']> =>
  row.filedBy === null || row.presence === null
    ? null
    : {
        byShownName: row.filedByName ?? '',
        byYou: row.filedBy === reviewerPersonId,
        presence: row.presence,
        paper: await paperOf(db, row.communityId, row.registrationId),
      }

/** Photos of the signed paper, in their order. */
export const paperOf = (
  db: Db,
  communityId: number,
  registrationId: string,
): Promise<{ photoId: string; widthPx: number; heightPx: number }[]> =>
  db.many(
    `select photo_id as "photoId", width_px as "widthPx", height_px as "heightPx" from photos
     where community_id = $1 and registration_id = $2 order by position`,
    [communityId, registrationId],
  )

/** The claim and the roll side by side. */
export const review = async (
  db: Db,
  vault: Vault,
  communityId: number,
  registrationId: string,
  reviewerPersonId: string,
  now: Date,
): Promise<RegistrationReview> => {
  const row = await toReview(db, communityId, registrationId)
  const label = dwellingLabel(row)
  const dwelling = row.dwellingId === null || label === null ? null : { dwellingId: row.dwellingId, label }
  const comparison = await compareClaim(db, vault, {
    personId: row.personId,
    communityId,
    dwelling,
    tenure: row.tenure,
  })
  const household = await db.many<{ shownName: string; tenure: Tenure | null }>(
    `select shown_name as "shownName", tenure from memberships
     where community_id = $1 and dwelling_id = $2 and state <> 'ended' and person_id <> $3 order by started_at limit 20`,
    [communityId, row.dwellingId, row.personId],
  )
  const guardian = await db.maybe<{ shownName: string }>(
    `select shown_name as "shownName" from memberships where community_id = $1 and membership_id = $2`,
    [communityId, row.guardianMembershipId],
  )
  return {
    ...reviewRow(row, now),
    filing: await filingOf(db, row, reviewerPersonId),
    guardian: guardian?.shownName ?? null,
    exact: comparison.exact,
    differing: comparison.differing,
    onRoll: comparison.onRoll,
    comparison: [...comparison.rows],
    documentTaken: await vault.isDocumentTaken(db, row.personId),
    floorAreaCm2: row.floorAreaCm2,
    question: row.question,
    answerToQuestion: row.reply,
    household,
  }
}
