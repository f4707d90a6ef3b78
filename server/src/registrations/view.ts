import type { RegistrationView, ReviewRow } from '@shequtong/contract/registrations'
import { isOverdue, reviewWithinHours } from '@shequtong/domain/registrations/registration'
import { addMs, msPerHour } from '@shequtong/domain/time'
import { dwellingLabel, type RegistrationRow, toDomain } from './row.ts'

/** What the applicant reads about the own registration. */
export const registrationView = (row: RegistrationRow): RegistrationView => ({
  registrationId: row.registrationId,
  communityId: row.communityId,
  communityName: row.communityName,
  state: row.state,
  dwelling: dwellingLabel(row),
  memberKind: row.memberKind,
  tenure: row.tenure,
  shownName: row.shownName,
  submittedAt: row.submittedAt.toISOString(),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  reason: row.state === 'askedBack' ? row.question : row.refusalReason,
  reviewBy: addMs(row.lastReturnedAt ?? row.submittedAt, reviewWithinHours * msPerHour).toISOString(),
})

/** A line of the committee's list. */
export const reviewRow = (row: RegistrationRow, now: Date): ReviewRow => ({
  registrationId: row.registrationId,
  state: row.state,
  shownName: row.shownName,
  dwelling: dwellingLabel(row),
  memberKind: row.memberKind,
  tenure: row.tenure,
  submittedAt: row.submittedAt.toISOString(),
  overdue: isOverdue(toDomain(row), now),
  exact: row.exact,
  differing: row.differing,
  onRoll: row.onRoll,
})
