import { useState } from 'preact/hooks'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { memberWords } from '../messages/members.ts'
import { useWords } from '../messages/use-words.ts'
import { fieldFaultOf } from '../workbench/use-refusal.ts'

/** Shortest reason that the contract takes, in code points. */
const shortestReason = 4

/** What every decision about a member asks for: a reason that they read, and a last day. */
export const useReasonAndDay = (failure: Failure | undefined) => {
  const words = useWords(memberWords)
  const [reason, setReason] = useState('')
  const [lastDayOn, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const code = failure instanceof ProblemError ? failure.code : undefined
  const isShort = [...reason.trim()].length < shortestReason
  const reasonFault = fieldFaultOf(failure, '/reason') !== undefined
  const ofDay = code === 'last-day-passed' || code === 'last-day-too-far' || code === 'suspended-long-enough'
  const dayRefused = ofDay ? words.refusals[code] : undefined
  return {
    reason,
    lastDayOn,
    writeReason: (text: string) => {
      setReason(text)
      setTried(false)
    },
    chooseDay: (day: string) => {
      setDay(day)
      setTried(false)
    },
    reasonError: tried && (isShort || reasonFault) ? words.reasonShort : undefined,
    dayError: tried ? (lastDayOn === '' ? words.dayMissing : dayRefused) : undefined,
    /** Whether a field says the refusal. */
    isToldAtField: reasonFault || dayRefused !== undefined,
    check: (): boolean => {
      setTried(true)
      return !isShort && lastDayOn !== ''
    },
  }
}
