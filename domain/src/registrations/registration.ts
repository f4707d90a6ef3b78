import { ageOn, guardianBelowAgeYears } from '../identity/age.ts'
import { ok, type Result, refused } from '../result.ts'
import { isStatedReason } from '../text/stated-reason.ts'
import { type DateOn, dateOnIn, type Instant, msPerHour } from '../time.ts'

export const registrationStates = ['submitted', 'askedBack', 'approved', 'refused', 'withdrawn'] as const
export type RegistrationState = (typeof registrationStates)[number]

export const registrationActions = ['approve', 'refuse', 'askBack', 'resubmit', 'withdraw'] as const
export type RegistrationAction = (typeof registrationActions)[number]

/**
 * From state by action to state; what is missing is refused. A registration asked back can still be decided, because an
 * applicant may answer at the committee's desk; one that was refused can be mended and handed in again (S02).
 */
export const registrationTransitions: Readonly<
  Record<RegistrationState, Readonly<Partial<Record<RegistrationAction, RegistrationState>>>>
> = {
  submitted: { approve: 'approved', refuse: 'refused', askBack: 'askedBack', withdraw: 'withdrawn' },
  askedBack: { approve: 'approved', refuse: 'refused', resubmit: 'submitted', withdraw: 'withdrawn' },
  approved: {},
  refused: { resubmit: 'submitted' },
  withdrawn: {},
}

/** `submittedAt` is the first time; `lastReturnedAt` the last time it came back from the applicant, null before that. */
export interface Registration {
  readonly state: RegistrationState
  readonly submittedAt: Instant
  readonly lastReturnedAt: Instant | null
  /** What the committee asked, while askedBack. */
  readonly question: string | null
  /** Why it was refused, while refused. */
  readonly refusalReason: string | null
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  /** The person who filed it on the applicant's behalf; null: the applicant did. */
  readonly filedBy: string | null
}

export interface TransitionRefused {
  readonly code: 'transition-refused'
  readonly from: RegistrationState
  readonly allowed: readonly RegistrationAction[]
}
export type ReasonNeeded = { readonly code: 'reason-needed' }
export type QuestionNeeded = { readonly code: 'question-needed' }
export type GuardianNeeded = { readonly code: 'guardian-needed' }
export type OwnFiling = { readonly code: 'own-filing' }

/** The actions that `state` knows, in the order of `registrationActions`. */
export const allowedActions = (state: RegistrationState): readonly RegistrationAction[] =>
  registrationActions.filter((action) => registrationTransitions[state][action] !== undefined)

/** Hands in a registration. A person under 14 needs a guardian (Personal Information Protection Law, art. 31). */
export const submit = (
  applicant: {
    readonly birthOn: DateOn
    readonly guardianPersonId: string | null
    readonly filedBy?: string | null
  },
  now: Instant,
): Result<Registration, GuardianNeeded> => {
  const isChild = ageOn(applicant.birthOn, dateOnIn(now)) < guardianBelowAgeYears
  if (isChild && applicant.guardianPersonId === null) return refused({ code: 'guardian-needed' })
  return ok({
    state: 'submitted',
    submittedAt: now,
    lastReturnedAt: null,
    question: null,
    refusalReason: null,
    decidedAt: null,
    decidedBy: null,
    filedBy: applicant.filedBy ?? null,
  })
}

/**
 * A member stays who they are: a claim elsewhere names the document that they were checked with. Which other documents are
 * known here is not looked up, so that nobody can find out by claiming. Whose document changed goes to the committee.
 */
export const mayNameDocument = (person: {
  readonly isMember: boolean
  /** Kind and number, checked; null: none is known. */
  readonly known: string | null
  readonly named: string
}): Result<undefined, { readonly code: 'document-differs' }> =>
  person.isMember && person.known !== null && person.known !== person.named
    ? refused({ code: 'document-differs' })
    : ok(undefined)

const step = <R extends Registration>(
  registration: R,
  action: RegistrationAction,
  changes: Partial<Registration>,
): Result<R, TransitionRefused> => {
  const state = registrationTransitions[registration.state][action]
  if (state === undefined) {
    const from = registration.state
    return refused({ code: 'transition-refused', from, allowed: allowedActions(from) })
  }
  return ok({ ...registration, question: null, refusalReason: null, ...changes, state })
}

/**
 * The committee's yes; `by` is the deciding person's id. Whoever filed it on the applicant's behalf may refuse it or ask
 * back, never approve: another member of the committee does. Every function here returns a new value and keeps other fields.
 */
export const approve = <R extends Registration>(
  registration: R,
  decision: { readonly by: string; readonly now: Instant },
): Result<R, TransitionRefused | OwnFiling> => {
  const next = step(registration, 'approve', { decidedAt: decision.now, decidedBy: decision.by })
  return next.ok && registration.filedBy === decision.by ? refused({ code: 'own-filing' }) : next
}

/** The committee's no; `reason` is shown to the applicant and must say something. */
export const refuse = <R extends Registration>(
  registration: R,
  decision: { readonly by: string; readonly reason: string; readonly now: Instant },
): Result<R, TransitionRefused | ReasonNeeded> => {
  const refusalReason = decision.reason.trim()
  const next = step(registration, 'refuse', { refusalReason, decidedAt: decision.now, decidedBy: decision.by })
  return next.ok && !isStatedReason(refusalReason) ? refused({ code: 'reason-needed' }) : next
}

/** Asks the applicant; the review clock rests until the answer comes back. */
export const askBack = <R extends Registration>(
  registration: R,
  asked: { readonly question: string },
): Result<R, TransitionRefused | QuestionNeeded> => {
  const question = asked.question.trim()
  const next = step(registration, 'askBack', { question })
  return next.ok && !isStatedReason(question) ? refused({ code: 'question-needed' }) : next
}

/** The applicant hands it in again, answered or mended. The earlier decision is gone from the value; the log keeps it. */
export const resubmit = <R extends Registration>(
  registration: R,
  returned: { readonly now: Instant },
): Result<R, TransitionRefused> =>
  step(registration, 'resubmit', { lastReturnedAt: returned.now, decidedAt: null, decidedBy: null })

/** The applicant's own end. */
export const withdraw = <R extends Registration>(registration: R): Result<R, TransitionRefused> =>
  step(registration, 'withdraw', {})

/** Whether a registration is `by`'s own, or that of a child they are the guardian of: nobody approves those themselves. */
export const isOwnRegistration = (
  applicant: { readonly personId: string; readonly guardianPersonId: string | null },
  by: string,
): boolean => applicant.personId === by || applicant.guardianPersonId === by

/** How long a registration may wait for the committee before it is overdue. Our default; the article promises a day. */
export const reviewWithinHours = 24

/** Whether it waits for the committee MORE than `withinHours` since it last arrived; at exactly that time it is not overdue. */
export const isOverdue = (
  registration: Pick<Registration, 'state' | 'submittedAt' | 'lastReturnedAt'>,
  now: Instant,
  withinHours: number = reviewWithinHours,
): boolean => {
  const waitingSince = registration.lastReturnedAt ?? registration.submittedAt
  return registration.state === 'submitted' && now.getTime() - waitingSince.getTime() > withinHours * msPerHour
}
