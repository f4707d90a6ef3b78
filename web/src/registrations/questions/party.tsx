import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { usePreferences } from '../../preferences/use-preferences.ts'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { RowLine, Rows } from '../../ui/page/rows.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Preview } from './preview.tsx'
import type { QuestionProps } from './question-props.ts'
import { Told } from './told.tsx'

/** Its own question; neither answer is chosen beforehand. */
export const Party = ({ draft, set, codes }: QuestionProps) => {
  const words = useWords(registrationWords)
  const [{ mode }] = usePreferences()
  const { seen, checked, back } = words.partyFacts
  return (
    <>
      <Told code={codes.party}>
        <ChoiceList
          legend={words.ask.party}
          legendHidden
          choices={[
            { value: 'no', label: words.partyNo },
            { value: 'yes', label: words.partyYes },
          ]}
          value={draft.party === null ? null : draft.party ? 'yes' : 'no'}
          onChange={(answer) => set({ party: answer === 'yes' })}
        />
      </Told>
      {(mode === 'standard' || draft.party === true) && (
        <Section title={words.partyWhat}>
          <Preview draft={draft} party />
          <Rows>
            <RowLine lead="people" title={seen.title} note={seen.text} />
            <RowLine lead="verified" title={checked.title} note={checked.text} />
            <RowLine lead="again" title={back.title} note={back.text} />
          </Rows>
        </Section>
      )}
    </>
  )
}
