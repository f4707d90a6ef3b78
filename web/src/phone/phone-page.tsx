import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import { meWords } from '../messages/me.ts'
import { useWords } from '../messages/use-words.ts'
import { OfficeRows } from '../offices/office-rows.tsx'
import { useSession } from '../session/session.tsx'
import { SignedInOnly } from '../session/signed-in-only.tsx'
import { useFailure } from '../session/use-failure.ts'
import { ResidentShell } from '../shells/resident/resident-shell.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Facts } from '../ui/page/facts.tsx'
import { Page } from '../ui/page/page.tsx'
import { Section } from '../ui/page/section.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { isPhoneRefusal, NewPhoneFields } from './new-phone-fields.tsx'
import { useNewPhone } from './use-new-phone.ts'

const Move = ({ onDone }: { readonly onDone: (phone: string) => void }) => {
  const { phonePage: words } = useWords(meWords)
  const failureWords = useFailure()
  const door = useNewPhone()
  const form = useRef<HTMLFormElement>(null)
  const { send, isPending, error } = useMutation('moveMyPhone', {
    onDone: () => {
      void invalidate('listSessions')
      onDone(door.phone.trim())
    },
  })
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [door.early, error])
  const submit = (event: Event) => {
    event.preventDefault()
    if (door.check()) void send({ body: { phone: door.phone.trim(), code: door.code.trim() } })
  }
  return (
    <form ref={form} class="stack" noValidate onSubmit={submit}>
      <p>{words.intro}</p>
      <NewPhoneFields door={door} label={words.phone} hint={words.phoneHint} refused={error} />
      <Facts title={words.happens} facts={words.happensList} icon="check" />
      <Button look="do" size="big" wide type="submit" busy={isPending}>
        {words.confirm}
      </Button>
      {error !== undefined && !isPhoneRefusal(error) && <FieldError>{failureWords(error).title}</FieldError>}
    </form>
  )
}

/** The way for whoever cannot come in any more, told while they still can. */
const Lost = () => {
  const { phonePage: words } = useWords(meWords)
  const { hat, me } = useSession()
  const communityId = hat?.communityId ?? me.hats.find((one) => one.communityId !== null)?.communityId ?? null
  return (
    <Section title={words.lostTitle}>
      <div class="stack">
        <p>{words.lostText}</p>
        {communityId !== null && <OfficeRows communityId={communityId} />}
      </div>
    </Section>
  )
}

/** A new number for whoever is signed in, and what to do for whoever is not. */
const PhonePage = () => {
  const { phonePage: words } = useWords(meWords)
  const [moved, setMoved] = useState<string | undefined>(undefined)
  return (
    <SignedInOnly>
      <ResidentShell tab="me">
        <Page>
          <TopBar title={words.title} backHref="/me" />
          {moved === undefined ? (
            <>
              <Move onDone={setMoved} />
              <Lost />
            </>
          ) : (
            <EmptyState
              icon="check"
              title={words.doneTitle}
              text={words.doneText(moved.slice(-4))}
              actions={
                <ButtonLink href="/me" look="do" size="big">
                  {words.back}
                </ButtonLink>
              }
            />
          )}
        </Page>
      </ResidentShell>
    </SignedInOnly>
  )
}

export default PhonePage
