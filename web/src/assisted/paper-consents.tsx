import { consentRules } from '@shequtong/domain/registrations/consents'
import { assistedWords } from '../messages/assisted.ts'
import { registrationWords } from '../messages/registrations.ts'
import { useWords } from '../messages/use-words.ts'
import { ReadAloud } from '../ui/action/read-aloud.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { Section } from '../ui/page/section.tsx'
import { Marked } from './marked.tsx'
import { consentsOnPaper } from './paper-checks.ts'
import type { Paper } from './use-paper.ts'

/** As ticked on the paper, one by one; the question can be read to them. */
export const PaperConsents = ({ paper }: { readonly paper: Paper }) => {
  const { form: words, agreed, notAgreed, consent: names } = useWords(assistedWords)
  const { consent, errors } = useWords(registrationWords)
  const { claim, counter, codes, setClaim } = paper
  const asked = consentsOnPaper(counter)
  const refused = codes.claim.consents === undefined ? undefined : errors['consent-needed']
  return (
    <Section title={words.consents} note={words.consentsNote}>
      <Marked error={codes.counter.open === undefined ? refused : words.errors.open}>
        <div class="counter-consents">
          {asked.map((kind) => (
            <div class="counter-consent" key={kind}>
              <KindPicker
                legend={consentRules[kind].required ? words.needed(names[kind]) : names[kind]}
                choices={[
                  { value: 'agreed', label: agreed },
                  { value: 'refused', label: notAgreed },
                ]}
                value={claim.consents[kind] ?? null}
                onChange={(answer) => setClaim({ consents: { ...claim.consents, [kind]: answer } })}
              />
              <p class="small soft">{consent[kind].plain}</p>
            </div>
          ))}
        </div>
      </Marked>
      <p>
        <ReadAloud text={asked.map((kind) => consent[kind].plain).join('')} />
      </p>
    </Section>
  )
}
