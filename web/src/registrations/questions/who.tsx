import { LentPapers } from '../../demo/lent-papers.tsx'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { RowLine, Rows } from '../../ui/page/rows.tsx'
import { BirthOn, DocumentKind, DocumentNumber, TrueName } from './identity-fields.tsx'
import type { QuestionProps } from './question-props.ts'

export const Papers = ({ set }: QuestionProps) => (
  <LentPapers
    use="papers"
    onUse={({ trueName, documentNumber }) => set({ trueName, documentNumber, documentKind: 'citizenId', birthOn: '' })}
  />
)

export const Who = (props: QuestionProps) => {
  const words = useWords(registrationWords)
  return (
    <>
      <TrueName {...props} />
      <DocumentKind {...props} />
      <DocumentNumber {...props} />
      {props.draft.documentKind !== 'citizenId' && <BirthOn {...props} />}
      <Rows>
        <RowLine lead="lock" title={words.onlyForRoll} note={words.onlyForRollNote} />
      </Rows>
      <Papers {...props} />
    </>
  )
}
