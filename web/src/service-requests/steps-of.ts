import type { ServiceRequestCard, ServiceRequestView, Voice } from '@shequtong/contract/service-requests'
import { lapsesAt } from '@shequtong/domain/service-requests/service-request'
import { endStates } from '@shequtong/domain/service-requests/states'
import { type DateOn, startOf } from '@shequtong/domain/time'
import type { TimeWords } from '../messages/core.ts'
import type { ServiceRequestWords } from '../messages/service-requests.ts'
import { calendarDate, dayAndClock } from '../messages/time.ts'
import { type Step, type StepKey, stepsOf } from '../ui/steps/step.ts'

const answering: readonly string[] = ['answer', 'result', 'replyAccepted', 'replyEndorsed']

type Stepped = Pick<ServiceRequestCard, 'times' | 'state'>

const hasEnded = ({ state }: Stepped): boolean => (endStates as readonly string[]).includes(state)

/** The four steps of a service request. Once it has ended nothing waits any more: what was not reached stays open. */
export const stepsOfRequest = (request: Stepped): readonly Step[] => {
  const confirmedAt = request.state === 'confirmed' ? request.times.endedAt : null
  const steps = stepsOf({ ...request.times, confirmedAt })
  return hasEnded(request) ? steps.map((step) => (step.state === 'done' ? step : { ...step, state: 'todo' })) : steps
}

type Waiting = Pick<ServiceRequestView, 'times' | 'state' | 'clock' | 'suspension' | 'by'>

interface Said {
  readonly words: ServiceRequestWords
  readonly time: TimeWords
  readonly now: Date
  /** Who has it in hand, in words. */
  readonly office: string
}

/** What stands below the step that waits: for whom, until when. */
export const notesOfRequest = (
  request: Waiting,
  { words, time, now, office }: Said,
): Partial<Record<StepKey, string>> => {
  if (hasEnded(request)) return request.state === 'unconfirmed' ? { confirmed: words.steps.noWord } : {}
  if (request.state === 'resolved') {
    const lastMoment = new Date(lapsesAt(new Date(request.times.resolvedAt ?? now)).getTime() - 1)
    return { confirmed: words.steps.confirmUntil(calendarDate(lastMoment, now, time)) }
  }
  const due = new Date(request.clock.deadlineAt)
  // the promise is about the answer, whether it was heard yet or not
  const step: StepKey = request.times.answeredAt === null ? 'answered' : 'resolved'
  const moment = time.before(dayAndClock(due, now, time))
  if (request.suspension?.kind === 'askedBack')
    return { [step]: request.by.you ? words.steps.waitsForYou : words.steps.waitsForAsker }
  if (request.suspension !== null) {
    const { untilOn } = request.suspension
    const until = untilOn === null ? undefined : calendarDate(startOf(untilOn as DateOn), now, time)
    return { [step]: until === undefined ? words.steps.suspended : words.steps.suspendedUntil(until) }
  }
  if (request.clock.stoppedAt !== null) return { [step]: words.steps.withOffice(office) }
  if (due < now) return { [step]: words.steps.late }
  return { [step]: step === 'answered' ? moment : words.steps.answerBefore(moment) }
}

/** Below the answer: that a neighbour gave it, and who accepted it, where no answer of this round came from anybody else. */
export const takenNote = (
  { entries, by }: Pick<ServiceRequestView, 'entries' | 'by'>,
  words: ServiceRequestWords,
  nameOf: (voice: Voice) => string,
): Partial<Record<StepKey, string>> => {
  const round = entries.slice(entries.findLastIndex(({ kind }) => kind === 'reopening') + 1)
  const first = round.find(({ kind }) => answering.includes(kind))
  if (first?.kind === 'replyAccepted') return { answered: by.you ? words.steps.youAccepted : words.steps.askerAccepted }
  if (first?.kind !== 'replyEndorsed' || first.by === null) return {}
  return { answered: words.steps.endorsedBy(nameOf(first.by)) }
}
