import { checkOfficePhone } from '@shequtong/domain/territory/office-phone'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { officeWords } from '../messages/offices.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { ActingHat } from '../workbench/acting-hat.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { useRefusal } from '../workbench/use-refusal.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { OfficeLines } from './office-rows.tsx'

type Office = Reply<'readOffice'>['office']

const OfficeForm = ({ communityId, office }: { readonly communityId: number; readonly office: Office }) => {
  const { page: words } = useWords(officeWords)
  const refusal = useRefusal()
  const [draft, setDraft] = useState({
    phone: office?.phone ?? '',
    address: office?.address ?? '',
    hours: office?.hours ?? '',
  })
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { send, isPending, error, reset } = useMutation('changeOffice', {
    onDone: () => {
      setSaved(true)
      void invalidate('readOffice', { communityId })
    },
  })
  const write = (part: Partial<typeof draft>) => {
    setDraft({ ...draft, ...part })
    setTried(false)
    setSaved(false)
    reset()
  }
  const codeOf = (field: keyof typeof draft): string | undefined => {
    if (!tried) return undefined
    const checked = checkOfficePhone(draft.phone)
    if (field === 'phone' && !checked.ok) return checked.violation.code
    const refused = error instanceof ProblemError ? error.errors : []
    return refused.find(({ pointer }) => pointer === `/${field}`)?.code
  }
  const errorOf = (field: keyof typeof draft) => {
    const code = codeOf(field)
    if (code === undefined) return undefined
    return Object.hasOwn(words.errors, code) ? words.errors[code as keyof typeof words.errors] : words.errors.other
  }
  const faults = [errorOf('phone'), errorOf('address'), errorOf('hours')].join()
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (checkOfficePhone(draft.phone).ok) void send({ params: { communityId }, body: draft })
  }
  const isWhole = error instanceof ProblemError && error.errors.length > 0
  return (
    <form ref={form} class="stack" noValidate onSubmit={submit}>
      <p>{words.intro}</p>
      <TextField
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        inputMode="tel"
        icon="phone"
        maxLength={40}
        value={draft.phone}
        onInput={(phone) => write({ phone })}
        error={errorOf('phone')}
      />
      <TextField
        label={words.address}
        hint={words.addressHint}
        optional
        icon="pin"
        maxLength={80}
        value={draft.address}
        onInput={(address) => write({ address })}
        error={errorOf('address')}
      />
      <TextField
        label={words.hours}
        hint={words.hoursHint}
        optional
        icon="clock"
        maxLength={80}
        value={draft.hours}
        onInput={(hours) => write({ hours })}
        error={errorOf('hours')}
      />
      {error !== undefined && !isWhole && <FieldError>{refusal(error)}</FieldError>}
      <Button look="do" size="big" type="submit" busy={isPending}>
        {words.save}
      </Button>
      <div role="status">
        {saved && (
          <p class="inbox-said">
            <Icon name="check" size="small" />
            <span>{words.saved}</span>
          </p>
        )}
      </div>
    </form>
  )
}

/** What hangs beside the office's door, for everybody at the gate. */
export const Office = ({ desk }: { readonly desk: Desk }) => {
  const { page: words } = useWords(officeWords)
  const { communityId } = desk
  const { data, error, refetch } = useQuery('readOffice', { params: { communityId } })
  return (
    <WorkFrame desk={desk} here="office">
      <Pane title={words.title} note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.note]} />}>
        <div class="desk-column">
          {data !== undefined ? (
            <>
              <OfficeForm communityId={communityId} office={data.office} />
              {data.office !== null && (
                <Section title={words.preview} level={3}>
                  <OfficeLines office={data.office} />
                </Section>
              )}
            </>
          ) : error === null ? (
            <SkeletonRows />
          ) : (
            <LoadFailed error={error} again={() => void refetch()} inline />
          )}
        </div>
      </Pane>
    </WorkFrame>
  )
}
