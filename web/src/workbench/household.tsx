import type { RegistrationReview } from '@shequtong/contract/registrations'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { Face } from '../ui/people/face.tsx'

/** What was asked and answered, and who of the same dwelling is a neighbour already. */
export const Household = ({ registration }: { readonly registration: RegistrationReview }) => {
  const { review: words } = useWords(workbenchWords)
  const { household, question, answerToQuestion } = registration
  return (
    <>
      {(question !== null || answerToQuestion !== null) && (
        <Rows>
          {question !== null && <RowLine lead="ask" title={question} note={words.question} plain />}
          <RowLine lead="reply" title={answerToQuestion ?? words.notReplied} note={words.replied} plain />
        </Rows>
      )}
      {household.length === 0 ? (
        <p class="small soft">{words.householdNone}</p>
      ) : (
        <Section title={words.household(household.length)} level={3}>
          <Rows>
            {household.map(({ shownName, tenure }) => (
              <RowLine
                key={shownName}
                lead={<Face name={shownName} size="small" />}
                title={shownName}
                {...(tenure === null ? {} : { note: words.tenures[tenure] })}
                plain
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}
