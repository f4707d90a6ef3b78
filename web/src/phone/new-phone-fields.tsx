import { ProblemError } from '../api/problem-error.ts'
import type { Failure } from '../api/query.ts'
import { SmsOnScreen } from '../demo/sms-on-screen.tsx'
import { meWords } from '../messages/me.ts'
import { signInWords } from '../messages/sign-in.ts'
import { useWords } from '../messages/use-words.ts'
import { useFailure } from '../session/use-failure.ts'
import { Button } from '../ui/action/button.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import type { NewPhone } from './use-new-phone.ts'

export interface NewPhoneFieldsProps {
  readonly door: NewPhone
  readonly label: string
  readonly hint: string
  /** Why the number was not taken. */
  readonly refused: Failure | undefined
}

const atPhone = ['mobile-number-malformed', 'phone-taken']
const atCode = ['code-wrong', 'code-spent', 'code-short']

/** Whether one of the two fields says it, so that the form around need not. */
export const isPhoneRefusal = (failure: Failure | undefined): boolean => {
  const code = codeOf(failure)
  return code !== undefined && [...atPhone, ...atCode].includes(code)
}

const codeOf = (failure: Failure | undefined): string | undefined =>
  failure instanceof ProblemError ? (failure.errors[0]?.code ?? failure.code) : undefined

export const NewPhoneFields = ({ door, label, hint, refused }: NewPhoneFieldsProps) => {
  const { phonePage: words } = useWords(meWords)
  const signIn = useWords(signInWords)
  const failureWords = useFailure()
  const code = door.early ?? codeOf(refused)
  const told = (codes: readonly string[]) =>
    code !== undefined && codes.includes(code) ? words.errors[code as keyof typeof words.errors] : undefined
  const unsent =
    door.limitedSeconds !== null
      ? signIn.errors.limited(door.limitedSeconds)
      : door.failure === undefined
        ? undefined
        : failureWords(door.failure).title
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        icon="phone"
        maxLength={40}
        value={door.phone}
        onInput={door.typePhone}
        error={told(atPhone) ?? unsent}
      />
      <Button busy={door.isSending} disabled={door.againIn > 0} onClick={() => void door.sendCode()}>
        {door.againIn > 0 ? signIn.againIn(door.againIn) : door.sentTo === null ? words.send : words.again}
      </Button>
      <TextField
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={door.code}
        onInput={door.typeCode}
        error={told(atCode)}
        {...(door.sentTo === null ? {} : { hint: words.codeHint(door.sentTo) })}
      />
      {door.sentTo !== null && <SmsOnScreen phone={door.sentTo} onCode={door.typeCode} />}
    </>
  )
}
