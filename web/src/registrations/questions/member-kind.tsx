import {
  type MemberKind as Kind,
  memberKindRules,
  memberKinds,
  tenures,
} from '@shequtong/domain/registrations/member-kinds'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import type { QuestionProps } from './question-props.ts'
import { Told } from './told.tsx'

/** Only the kinds that this community knows and that go with the home chosen or not chosen. */
export const MemberKind = ({
  draft,
  set,
  codes,
  page,
  isChild = false,
  legendHidden = false,
}: QuestionProps & { readonly legendHidden?: boolean }) => {
  const words = useWords(registrationWords)
  const fits = (kind: Kind) => {
    const rule = memberKindRules[kind]
    if (!rule.communityKinds.includes(page.communityKind)) return false
    if (isChild && !rule.forChildren) return false
    return draft.dwellingId === null ? rule.dwelling !== 'required' : rule.dwelling !== 'none'
  }
  return (
    <Told code={codes.memberKind}>
      <ChoiceList
        legend={words.ask.memberKind}
        legendHidden={legendHidden}
        choices={memberKinds.filter(fits).map((value) => ({
          value,
          label: words.memberKind[value],
          note: words.memberKindNote[value],
        }))}
        value={draft.memberKind}
        onChange={(memberKind) => set({ memberKind })}
      />
    </Told>
  )
}

export const Tenure = ({
  draft,
  set,
  codes,
  legendHidden = false,
}: QuestionProps & { readonly legendHidden?: boolean }) => {
  const words = useWords(registrationWords)
  if (draft.dwellingId === null || draft.memberKind === null || memberKindRules[draft.memberKind].tenure === 'none')
    return null
  return (
    <Told code={codes.tenure}>
      <ChoiceList
        legend={words.tenureAsk}
        legendHidden={legendHidden}
        choices={tenures.map((value) => ({ value, label: words.tenure[value], note: words.tenureNote[value] }))}
        value={draft.tenure}
        onChange={(tenure) => set({ tenure })}
      />
    </Told>
  )
}
