import { type ConsentKind, consentRules } from '@shequtong/domain/registrations/consents'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { usePreferences } from '../../preferences/use-preferences.ts'
import { Button } from '../../ui/action/button.tsx'
import { ReadAloud } from '../../ui/action/read-aloud.tsx'
import { ConsentList } from '../../ui/form/consent-list.tsx'
import { consentsAsked, unansweredConsents } from '../form/checks.ts'
import type { QuestionProps } from './question-props.ts'
import { Told } from './told.tsx'

const useIfRefused = (): ((kind: ConsentKind) => string) => {
  const { consent } = useWords(registrationWords)
  return (kind) =>
    kind === 'partyBadge'
      ? consent.ifRefusedParty
      : consentRules[kind].required
        ? consent.ifRefusedRequired
        : consent.ifRefusedSms
}

interface AskedProps {
  readonly kind: ConsentKind
  readonly now: number
  readonly all: number
  readonly onAnswer: (answer: 'agreed' | 'refused') => void
}

/** One consent on a screen of its own. */
const AskedElder = ({ kind, now, all, onAnswer }: AskedProps) => {
  const { consent } = useWords(registrationWords)
  const ifRefused = useIfRefused()(kind)
  const facts = consent[kind]
  const said = `${facts.who}。${facts.until}。`
  return (
    <div class="stack" key={kind}>
      <p class="soft">{consent.nth(now, all)}</p>
      <h2 class="register__question">{facts.plain}</h2>
      <p>{said}</p>
      <Button size="big" wide icon="check" onClick={() => onAnswer('agreed')}>
        {consent.yes}
      </Button>
      <Button size="big" wide icon="x" onClick={() => onAnswer('refused')}>
        {consent.no}
      </Button>
      <ReadAloud size="big" wide text={`${facts.plain} ${said} ${ifRefused}`} />
      <p class="small soft">{ifRefused}</p>
    </div>
  )
}

export const Consents = ({ draft, set, codes }: QuestionProps) => {
  const { consent } = useWords(registrationWords)
  const [{ mode }] = usePreferences()
  const ifRefused = useIfRefused()
  const asked = consentsAsked(draft)
  const answer = (kind: ConsentKind, given: 'agreed' | 'refused') =>
    set({ consents: { ...draft.consents, [kind]: given } })
  const [next] = unansweredConsents(draft)
  if (mode === 'elder' && next !== undefined)
    return (
      <AskedElder
        kind={next}
        now={asked.indexOf(next) + 1}
        all={asked.length}
        onAnswer={(given) => answer(next, given)}
      />
    )
  return (
    <Told code={codes.consents}>
      <ConsentList
        items={asked.map((kind) => ({
          key: kind,
          title: consent[kind].title,
          facts: (['what', 'who', 'why', 'until'] as const).map((fact) => ({
            label: consent.labels[fact],
            text: consent[kind][fact],
          })),
          ifRefused: ifRefused(kind),
          answer: draft.consents[kind] ?? null,
        }))}
        onAnswer={(kind, given) => answer(kind as ConsentKind, given)}
      />
    </Told>
  )
}
