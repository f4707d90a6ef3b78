import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { useCountdown } from '../sign-in/use-countdown.ts'

const aMinuteSeconds = 60

/** A number that is to replace another, and the code that proves it. `failure`: why the code could not be sent. */
export interface NewPhone {
  readonly phone: string
  readonly code: string
  readonly sentTo: string | null
  readonly againIn: number
  readonly isSending: boolean
  /** What is wrong before anything is sent. */
  readonly early: 'mobile-number-malformed' | 'code-short' | undefined
  readonly limitedSeconds: number | null
  readonly failure: Failure | undefined
  readonly typePhone: (text: string) => void
  readonly typeCode: (text: string) => void
  readonly sendCode: () => Promise<void>
  /** Whether both may be sent; shows why not. */
  readonly check: () => boolean
}

export const useNewPhone = (): NewPhone => {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [early, setEarly] = useState<NewPhone['early']>(undefined)
  const [againIn, startCountdown] = useCountdown()
  const { send, isPending, error, reset } = useMutation('requestPhoneCode')
  const limitedSeconds =
    error instanceof ProblemError && error.slug === 'rate-limited' ? (error.retryAfterSeconds ?? aMinuteSeconds) : null
  return {
    phone,
    code,
    sentTo,
    againIn,
    isSending: isPending,
    early,
    limitedSeconds,
    failure: limitedSeconds === null ? error : undefined,
    typePhone: (text) => {
      setPhone(text)
      setSentTo(null)
      setEarly(undefined)
      reset()
    },
    typeCode: (text) => {
      setCode(text)
      setEarly(undefined)
    },
    sendCode: async () => {
      if (!checkMobileNumber(phone).ok) return setEarly('mobile-number-malformed')
      const sent = await send({ body: { phone: phone.trim() } })
      if (sent === undefined) return
      setSentTo(phone.trim())
      startCountdown(sent.againAfterSeconds)
    },
    check: () => {
      const fault = !checkMobileNumber(phone).ok
        ? 'mobile-number-malformed'
        : /^\d{6}$/.test(code.trim())
          ? undefined
          : 'code-short'
      setEarly(fault)
      return fault === undefined
    },
  }
}
