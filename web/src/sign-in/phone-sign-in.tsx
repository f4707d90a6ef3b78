import type { Me } from '@shequtong/contract/sessions'
import { useEffect, useRef } from 'preact/hooks'
import { LentPapers } from '../demo/lent-papers.tsx'
import { SmsOnScreen } from '../demo/sms-on-screen.tsx'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { ErrorState } from '../ui/state/error-state.tsx'
import { usePhoneSignIn } from './use-phone-sign-in.ts'

export interface PhoneSignInProps {
  readonly onSignedIn: (me: Me) => void
  /** What pressing the last button does. */
  readonly enterLabel: string
}

/** Phone, then code. In elder mode each is a question of its own, which it is anyway: one after the other. */
export const PhoneSignIn = ({ onSignedIn, enterLabel }: PhoneSignInProps) => {
  const words = useWords(signInWords)
  const inWords = useFailure()
  const [{ mode }] = usePreferences()
  const door = usePhoneSignIn(onSignedIn)
  const form = useRef<HTMLFormElement>(null)
  const { fieldError, limitedSeconds, sentTo } = door
  const error =
    fieldError !== undefined
      ? (words.errors[fieldError] ?? words.failed)
      : limitedSeconds !== null
        ? words.errors.limited(limitedSeconds)
        : undefined
  useEffect(() => {
    if (sentTo !== null || error !== undefined) form.current?.querySelector('input')?.focus()
  }, [sentTo, error])
  const label = (elder: string, standard: string) => (mode === 'elder' ? elder : standard)
  return (
    <form
      ref={form}
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void (sentTo === null ? door.sendCode() : door.enter())
      }}
    >
      {sentTo === null ? (
        <>
          <TextField
            label={label(words.elderPhone, words.phone)}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            name="phone"
            maxLength={40}
            icon="phone"
            hint={words.privacy}
            value={door.phone}
            onInput={door.typePhone}
            error={error}
          />
          <Button look="do" size="big" wide type="submit" busy={door.isPending}>
            {words.getCode}
          </Button>
          <LentPapers use="phone" onUse={(papers) => door.typePhone(papers.phone)} />
        </>
      ) : (
        <>
          <TextField
            label={label(words.elderCode, words.code)}
            inputMode="numeric"
            autoComplete="one-time-code"
            name="code"
            maxLength={12}
            hint={words.codeHint(sentTo)}
            value={door.code}
            onInput={door.typeCode}
            error={error}
          />
          <SmsOnScreen
            phone={sentTo}
            onCode={(code) => {
              door.typeCode(code)
              form.current?.querySelector('input')?.focus()
            }}
          />
          <Button look="do" size="big" wide type="submit" busy={door.isPending}>
            {enterLabel}
          </Button>
          <div class="line">
            <Button disabled={door.againIn > 0} onClick={() => void door.sendCode()}>
              {door.againIn > 0 ? words.againIn(door.againIn) : words.again}
            </Button>
            <Button look="quiet" onClick={door.changePhone}>
              {words.changePhone}
            </Button>
          </div>
        </>
      )}
      {door.failure !== undefined && (
        <ErrorState title={inWords(door.failure).title} safe={inWords(door.failure).safe} />
      )}
    </form>
  )
}
