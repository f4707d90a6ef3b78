import type { Me } from '@shequtong/contract/sessions'
import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import { useEffect, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { useCountdown } from './use-countdown.ts'

const aMinuteSeconds = 60

export type PhoneError = 'mobile-number-malformed' | 'code-wrong' | 'code-spent' | 'code-short'

/** The two steps of the phone's door: send a code, spend it. A refusal is told at its field, the rest as `failure`. */
export const usePhoneSignIn = (onSignedIn: (me: Me) => void) => {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [early, setEarly] = useState<PhoneError | undefined>(undefined)
  const [againIn, startCountdown] = useCountdown()
  const request = useMutation('requestPhoneCode')
  const spend = useMutation('signInByPhone')
  const error = (sentTo === null ? request.error : (spend.error ?? request.error)) as Failure | undefined
  const limitedSeconds =
    error instanceof ProblemError && error.slug === 'rate-limited' ? (error.retryAfterSeconds ?? 60) : null
  const told = error instanceof ProblemError ? (error.errors[0]?.code ?? error.code) : undefined
  const fieldError = early ?? (told as PhoneError | undefined)

  const arrived = (againAfterSeconds: number) => {
    setSentTo(phone)
    setCode('')
    startCountdown(againAfterSeconds)
  }
  // one was sent a moment ago and is still good: on to its field
  useEffect(() => {
    if (sentTo === null && limitedSeconds !== null && limitedSeconds <= aMinuteSeconds) arrived(limitedSeconds)
  }, [limitedSeconds])
  const sendCode = async () => {
    const checked = checkMobileNumber(phone)
    if (!checked.ok) return setEarly('mobile-number-malformed')
    setEarly(undefined)
    spend.reset()
    const sent = await request.send({ body: { phone } })
    if (sent === undefined) return
    arrived(sent.againAfterSeconds)
  }
  const enter = async (typed = code) => {
    if (!/^\d{6}$/.test(typed.trim())) return setEarly('code-short')
    setEarly(undefined)
    const me = await spend.send({ body: { phone, code: typed.trim() } })
    if (me !== undefined) onSignedIn(me)
  }
  return {
    phone,
    code,
    sentTo,
    againIn,
    fieldError,
    limitedSeconds,
    failure: fieldError === undefined && limitedSeconds === null ? error : undefined,
    isPending: request.isPending || spend.isPending,
    typePhone: (text: string) => {
      setPhone(text)
      setEarly(undefined)
      request.reset()
    },
    typeCode: (text: string) => {
      setCode(text)
      setEarly(undefined)
      spend.reset()
    },
    sendCode,
    enter,
    changePhone: () => {
      setSentTo(null)
      setEarly(undefined)
      spend.reset()
    },
  }
}
