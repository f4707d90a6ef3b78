import { checkCitizenIdNumber } from '@shequtong/domain/identity/citizen-id-number'
import { documentKinds } from '@shequtong/domain/identity/document-kinds'
import { useState } from 'preact/hooks'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { KindPicker } from '../../ui/form/kind-picker.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { doubtfulPart } from '../form/checks.ts'
import type { QuestionProps } from './question-props.ts'
import { useTold } from './told.tsx'

export const TrueName = ({ draft, set, codes }: QuestionProps) => {
  const words = useWords(registrationWords)
  const told = useTold()
  return (
    <TextField
      label={words.field.trueName}
      name="trueName"
      autoComplete="name"
      maxLength={30}
      value={draft.trueName}
      onInput={(trueName) => set({ trueName })}
      checked={[...draft.trueName.trim()].length >= 2}
      error={told(codes.trueName)}
    />
  )
}

/** The number means another thing on another document: it is not carried over. */
export const DocumentKind = ({ draft, set, elder = false }: QuestionProps & { readonly elder?: boolean }) => {
  const words = useWords(registrationWords)
  const Picker = elder ? ChoiceList : KindPicker
  return (
    <Picker
      legend={words.field.documentKind}
      legendHidden={elder}
      choices={documentKinds.map((value) => ({ value, label: words.documentKind[value] }))}
      value={draft.documentKind}
      onChange={(documentKind) => set({ documentKind, documentNumber: '', birthOn: '' })}
    />
  )
}

/** A citizen's number is checked as soon as it has its 18 characters, or when the field is left. */
export const DocumentNumber = ({ draft, set, codes, todayOn }: QuestionProps) => {
  const words = useWords(registrationWords)
  const told = useTold()
  const [left, leave] = useState(false)
  const typed = draft.documentNumber
  const citizen = draft.documentKind === 'citizenId'
  const complete = typed.replace(/\s/g, '').length >= 18
  const checked = checkCitizenIdNumber(typed, todayOn)
  const early = citizen && typed !== '' && (complete || left) && !checked.ok ? checked.violation.code : undefined
  const code = codes.documentNumber ?? early
  return (
    <TextField
      label={words.documentNumber[draft.documentKind]}
      name="documentNumber"
      autoComplete="off"
      maxLength={40}
      value={typed}
      onInput={(documentNumber) => set({ documentNumber })}
      onBlur={() => leave(true)}
      checked={citizen && checked.ok && code === undefined}
      marks={citizen && code !== undefined ? doubtfulPart(typed, todayOn) : []}
      error={told(code)}
    />
  )
}

export const BirthOn = ({ draft, set, codes }: QuestionProps) => {
  const words = useWords(registrationWords)
  const told = useTold()
  return (
    <TextField
      label={words.field.birthOn}
      name="birthOn"
      type="date"
      autoComplete="bday"
      value={draft.birthOn}
      onInput={(birthOn) => set({ birthOn })}
      error={told(codes.birthOn)}
    />
  )
}
