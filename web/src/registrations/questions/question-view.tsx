import type { Screen } from '../form/screens.ts'
import { Consents } from './consents.tsx'
import { BirthOn, DocumentKind, DocumentNumber, TrueName } from './identity-fields.tsx'
import { MemberKind, Tenure } from './member-kind.tsx'
import { Party } from './party.tsx'
import type { QuestionProps } from './question-props.ts'
import { ShownName } from './shown-name.tsx'
import { Where } from './where.tsx'
import { WhereElder } from './where-elder.tsx'
import { Papers, Who } from './who.tsx'

/** The body of one screen. */
export const QuestionView = ({ screen, ...props }: QuestionProps & { readonly screen: Screen }) => {
  switch (screen) {
    case 'who':
      return <Who {...props} />
    case 'trueName':
      return (
        <>
          <TrueName {...props} />
          <Papers {...props} />
        </>
      )
    case 'documentKind':
      return <DocumentKind {...props} elder />
    case 'documentNumber':
      return <DocumentNumber {...props} />
    case 'birthOn':
      return <BirthOn {...props} />
    case 'where':
      return <Where {...props} />
    case 'subArea':
    case 'building':
    case 'staircase':
    case 'floor':
    case 'dwelling':
      return <WhereElder {...props} question={screen} />
    case 'kind':
      return (
        <>
          <MemberKind {...props} legendHidden />
          <Tenure {...props} />
        </>
      )
    case 'memberKind':
      return <MemberKind {...props} legendHidden />
    case 'tenure':
      return <Tenure {...props} legendHidden />
    case 'name':
      return <ShownName {...props} />
    case 'party':
      return <Party {...props} />
    case 'consents':
      return <Consents {...props} />
  }
}
