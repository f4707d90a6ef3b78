import { type DocumentKind, documentKinds } from '@shequtong/domain/identity/document-kinds'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { memberWords } from '../messages/members.ts'
import { useWords } from '../messages/use-words.ts'
import { isPhoneRefusal, NewPhoneFields } from '../phone/new-phone-fields.tsx'
import { useNewPhone } from '../phone/use-new-phone.ts'
import { Button } from '../ui/action/button.tsx'
import { CheckBox } from '../ui/form/check-box.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { Facts } from '../ui/page/facts.tsx'
import { useMemberRefusal } from './use-member-refusal.ts'

export interface DeskPhoneFormProps {
  readonly communityId: number
  readonly member: Reply<'readMember'>
  readonly onDone: (phone: string) => void
}

const shortestReason = 4

export const DeskPhoneForm = ({ communityId, member, onDone }: DeskPhoneFormProps) => {
  const all = useWords(memberWords)
  const { desk: words } = all
  const refusal = useMemberRefusal()
  const door = useNewPhone()
  const [documentKind, choose] = useState<DocumentKind>(member.masks.documentKind ?? 'citizenId')
  const [documentNumber, write] = useState('')
  const [reason, state] = useState('')
  const [forgetWechat, forget] = useState(false)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { membershipId } = member
  const { send, isPending, error, reset } = useMutation('movePhoneAtDesk', {
    onDone: () => {
      void invalidate('readMember', { communityId, membershipId })
      onDone(door.phone.trim())
    },
  })
  const isShort = [...reason.trim()].length < shortestReason
  const isNumberRefused = error instanceof ProblemError && error.errors.some((one) => one.pointer === '/documentNumber')
  const numberError =
    tried && documentNumber.trim() === '' ? words.numberMissing : isNumberRefused ? words.numberWrong : undefined
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tried, door.early, error])
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!door.check() || documentNumber.trim() === '' || isShort) return
    const body = {
      documentKind,
      documentNumber,
      phone: door.phone.trim(),
      code: door.code.trim(),
      reason,
      forgetWechat,
    }
    void send({ params: { communityId, membershipId }, body })
  }
  return (
    <form ref={form} class="stack" noValidate onSubmit={submit}>
      <p>{words.intro}</p>
      <KindPicker
        legend={words.kind}
        choices={documentKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
        value={documentKind}
        onChange={choose}
      />
      <TextField
        label={words.number}
        autoComplete="off"
        icon="doc"
        maxLength={40}
        value={documentNumber}
        onInput={(text) => {
          write(text)
          setTried(false)
          reset()
        }}
        error={numberError}
        {...(member.masks.documentNumber === null ? {} : { hint: words.numberHint(member.masks.documentNumber) })}
      />
      <NewPhoneFields door={door} label={words.phone} hint={words.phoneHint} refused={error} />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        maxLength={200}
        value={reason}
        onInput={(text) => {
          state(text)
          setTried(false)
        }}
        error={tried && isShort ? all.reasonShort : undefined}
      />
      <CheckBox label={words.wechat} note={words.wechatNote} checked={forgetWechat} onChange={forget} />
      <Facts title={words.happens} facts={words.happensList} icon="check" />
      {error !== undefined && !isNumberRefused && !isPhoneRefusal(error) && <FieldError>{refusal(error)}</FieldError>}
      <Button look="do" size="big" wide type="submit" busy={isPending}>
        {words.confirm}
      </Button>
    </form>
  )
}
