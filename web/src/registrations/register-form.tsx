import './register.css'
import type { PublicPage } from '@shequtong/contract/territory'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { HelpDialog } from '../join/help-dialog.tsx'
import { joinWords } from '../messages/join.ts'
import { type RegistrationWords, registrationWords } from '../messages/registrations.ts'
import { useWords } from '../messages/use-words.ts'
import { usePreferences } from '../preferences/use-preferences.ts'
import { Button } from '../ui/action/button.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Page } from '../ui/page/page.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'
import { TopBar } from '../ui/page/top-bar.tsx'
import { Progress } from '../ui/steps/progress.tsx'
import { blockedConsents, consentsAsked, unansweredConsents } from './form/checks.ts'
import { groupOf, type Screen, stepCount, stepOf } from './form/screens.ts'
import { type Register, useRegister } from './form/use-register.ts'
import { QuestionView } from './questions/question-view.tsx'
import { RegisterRefused } from './register-refused.tsx'

const askOf = (screen: Screen, form: Register, words: RegistrationWords, isChild: boolean): string => {
  if (screen === 'consents') return words.ask.consents(consentsAsked(form.draft).length)
  if (screen === 'dwelling') return words.ask.dwelling(String(form.draft.floor ?? ''))
  if (isChild && screen in words.child.ask) return words.child.ask[screen as keyof typeof words.child.ask]
  return words.ask[screen]
}

const nextOf = (screen: Screen, form: Register, words: RegistrationWords): string => {
  if (screen === 'who') return words.nextTo.where
  if (screen === 'where') return form.draft.livesHere ? words.nextTo.kind : words.next
  if (screen === 'kind') return words.nextTo.name
  if (screen === 'name') return words.nextTo.named(form.draft.shownName.trim().split(' ').at(-1) ?? '')
  return screen === 'party' ? words.nextTo.consents : words.next
}

const noteOf = (screen: Screen, page: PublicPage, words: RegistrationWords, isChild: boolean): string | undefined => {
  if (isChild && screen === 'who') return words.child.note
  if (screen === 'where') return words.note.where(page.compoundName)
  const notes = words.note as Readonly<Record<string, unknown>>
  const note = notes[screen]
  return typeof note === 'string' ? note : undefined
}

const barNoteOf = (form: Register, words: RegistrationWords) => {
  const { draft, screen } = form
  if (screen === 'where' && draft.buildingName !== '')
    return (
      <>
        <Icon name="lock" size="small" />
        <span>{words.roomPrivate(draft.buildingName)}</span>
      </>
    )
  if (screen !== 'consents') return undefined
  const open = unansweredConsents(draft).length
  if (open > 0) return words.consent.left(open)
  return blockedConsents(draft).length > 0 ? words.consent.blocked : words.consent.ready
}

export interface RegisterFormProps {
  readonly code: string
  readonly page: PublicPage
  /** Set where a neighbour registers their child. */
  readonly guardianMembershipId?: string | null
}

/** Four steps; in elder mode one question a screen. */
export const RegisterForm = ({ code, page, guardianMembershipId = null }: RegisterFormProps) => {
  const words = useWords(registrationWords)
  const { helpMe } = useWords(joinWords)
  const [{ mode }] = usePreferences()
  const { route } = useLocation()
  const form = useRegister(code, page, guardianMembershipId)
  const isChild = guardianMembershipId !== null
  const [helping, help] = useState(false)
  const { screen, codes, failure, refusedHref } = form
  const body = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const elder = mode === 'elder'
  const step = stepOf(screen)
  const marked = Object.entries(codes).join()

  useEffect(() => {
    scrollTo(0, 0)
    if (marked === '') heading.current?.focus({ preventScroll: true })
  }, [screen])
  useEffect(() => {
    if (refusedHref !== undefined) route(refusedHref)
  }, [refusedHref])
  useEffect(() => {
    if (marked === '') return
    body.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-doubtful] :is(input, button)')?.focus()
  }, [marked, screen])

  const waits = screen === 'consents' && unansweredConsents(form.draft).length > 0
  const last = screen === 'consents'
  return (
    <Page>
      <TopBar
        title={elder ? words.elderTitle(step, stepCount) : isChild ? words.child.title : words.title}
        {...(elder ? {} : { note: <Joined parts={[words.step(step, stepCount), words.steps[groupOf(screen)]]} /> })}
        backHref={form.backHref}
      >
        <ModeSwitch />
      </TopBar>
      <form
        id="register"
        ref={body}
        class="register"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          form.goOn()
        }}
      >
        <Progress now={step} all={stepCount} />
        {!(elder && waits) && (
          <h2 class="register__question" tabIndex={-1} ref={heading}>
            {askOf(screen, form, words, isChild)}
          </h2>
        )}
        {!elder && <p class="small soft register__note">{noteOf(screen, page, words, isChild)}</p>}
        <QuestionView
          key={screen}
          screen={screen}
          draft={form.draft}
          set={form.set}
          codes={codes}
          code={code}
          page={page}
          todayOn={form.todayOn}
          isChild={isChild}
        />
        {failure !== undefined && <RegisterRefused failure={failure} code={code} />}
        {elder && !last && (
          <Button size="big" wide icon="people" onClick={() => help(true)}>
            {helpMe}
          </Button>
        )}
        {!elder && (screen === 'who' || screen === 'where') && (
          <p>
            <Button look="quiet" onClick={() => help(true)}>
              {screen === 'who' ? words.noPapers : words.noRoom} {helpMe}
            </Button>
          </p>
        )}
      </form>
      {!(elder && waits) && (
        <StickyBar note={barNoteOf(form, words)}>
          <Button look="do" size="big" wide type="submit" form="register" busy={form.isPending} disabled={waits}>
            {last ? words.send : elder ? words.next : nextOf(screen, form, words)}
          </Button>
        </StickyBar>
      )}
      <HelpDialog
        open={helping}
        communityId={page.communityId}
        communityName={page.communityName}
        onClose={() => help(false)}
      />
    </Page>
  )
}
