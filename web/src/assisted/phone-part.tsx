import { checkMobileNumber } from '@shequtong/domain/identity/phone'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { SmsOnScreen } from '../demo/sms-on-screen.tsx'
import { assistedWords } from '../messages/assisted.ts'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { Marked } from './marked.tsx'
import type { Paper } from './use-paper.ts'

/** Their phone, proven by the code that they read aloud; or none. */
export const PhonePart = ({ paper }: { readonly paper: Paper }) => {
  const { form: words } = useWords(assistedWords)
  const signIn = useWords(signInWords)
  const inWords = useFailure()
  const { counter, codes, code, setCounter, setCode } = paper
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [malformed, setMalformed] = useState(false)
  const request = useMutation('requestPhoneCode')
  const told = (found: string | undefined) =>
    found === undefined ? undefined : ((words.errors as Readonly<Record<string, string>>)[found] ?? words.errors.other)
  const send = async () => {
    const phone = counter.phone.trim()
    const checked = checkMobileNumber(phone)
    setMalformed(!checked.ok)
    if (checked.ok && (await request.send({ body: { phone } })) !== undefined) setSentTo(phone)
  }
  const failure = request.error === undefined ? undefined : inWords(request.error)
  const phoneError = malformed
    ? told('mobile-number-malformed')
    : failure !== undefined
      ? `${failure.title}。${failure.safe}`
      : counter.hasPhone === true && codes.counter.phone === 'needed'
        ? words.errors.phoneNumber
        : told(codes.counter.phone)
  return (
    <>
      <Marked error={counter.hasPhone === null && codes.counter.phone !== undefined ? words.errors.phone : undefined}>
        <KindPicker
          legend={words.phone}
          choices={[
            { value: 'none', label: words.noPhone },
            { value: 'own', label: words.ownPhone },
          ]}
          value={counter.hasPhone === null ? null : counter.hasPhone ? 'own' : 'none'}
          onChange={(value) => setCounter({ hasPhone: value === 'own' })}
        />
      </Marked>
      {counter.hasPhone === true && (
        <>
          <TextField
            label={signIn.phone}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            icon="phone"
            maxLength={40}
            value={counter.phone}
            onInput={(phone) => {
              setMalformed(false)
              setSentTo(null)
              setCounter({ phone })
            }}
            error={phoneError}
            end={
              <Button size="small" busy={request.isPending} onClick={() => void send()}>
                {sentTo === null ? words.sendCode : signIn.again}
              </Button>
            }
          />
          <TextField
            label={words.codeRead}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={code}
            onInput={setCode}
            {...(sentTo === null ? {} : { hint: signIn.codeHint(sentTo) })}
            error={codes.counter.phoneCode === 'needed' ? words.errors.phoneCode : told(codes.counter.phoneCode)}
          />
          {sentTo !== null && <SmsOnScreen phone={sentTo} onCode={setCode} />}
        </>
      )}
      {counter.hasPhone === false && <p class="small soft">{words.noPhoneNote}</p>}
    </>
  )
}
