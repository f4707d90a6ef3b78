import { serviceRequestKinds } from '@shequtong/domain/service-requests/states'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import type { Reply } from '../api/types.ts'
import { PlaceField } from '../compose/place-field.tsx'
import { refusedFields } from '../compose/refused-fields.ts'
import { useDraft } from '../compose/use-draft.ts'
import { WordsField } from '../compose/words-field.tsx'
import { composeWords } from '../messages/compose.ts'
import { householdWords } from '../messages/household.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import type { MemberHat } from '../session/member-only.tsx'
import { Button } from '../ui/action/button.tsx'
import { ChoiceList } from '../ui/form/choice-list.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'

export interface SpeakFormProps {
  readonly hat: MemberHat
  readonly member: Reply<'listHousehold'>['members'][number]
  readonly onDone: (slip: Reply<'fileServiceRequestOnBehalf'>) => void
}

/** Their matter in the words of the family; the draft of each person is kept by itself. */
export const SpeakForm = ({ hat, member, onDone }: SpeakFormProps) => {
  const { speakPage: words } = useWords(householdWords)
  const compose = useWords(composeWords)
  const { kind: kinds } = useWords(serviceRequestWords)
  const { communityId, buildingName } = hat
  const { draft, change, forget } = useDraft(`household.${member.membershipId}`, '')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const file = useMutation('fileServiceRequestOnBehalf', {
    onDone: (slip) => {
      forget()
      onDone(slip)
    },
  })
  const refused = refusedFields(file.error, compose.errors)
  const textError = (tried && draft.text.trim() === '' ? compose.errors.empty : undefined) ?? refused.text
  const placeError = (tried && draft.place.trim() === '' ? compose.errors.placeEmpty : undefined) ?? refused.place
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [textError, placeError])
  const edit = (edited: Parameters<typeof change>[0]) => {
    setTried(false)
    file.reset()
    change(edited)
  }
  const send = (event: Event) => {
    event.preventDefault()
    setTried(true)
    const { kind, text, place, visibility } = draft
    if (text.trim() === '' || place.trim() === '') return
    const body = { forMembershipId: member.membershipId, kind, text, place, visibility }
    void file.send({ params: { communityId }, body })
  }
  return (
    <form ref={form} class="compose" noValidate onSubmit={send}>
      <KindPicker
        legend={compose.kindLegend}
        choices={serviceRequestKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={draft.kind}
        onChange={(kind) => edit({ kind })}
      />
      <WordsField value={draft.text} onChange={(text) => edit({ text })} error={textError} />
      <PlaceField
        value={draft.place}
        onChange={(place) => edit({ place })}
        building={buildingName}
        error={placeError}
      />
      <ChoiceList
        legend={compose.whoSees}
        choices={[
          { value: 'community', label: compose.community, note: compose.communityNote },
          { value: 'private', label: compose.private, note: compose.privateNote },
        ]}
        value={draft.visibility}
        onChange={(visibility) => edit({ visibility })}
      />
      {refused.whole !== undefined && <FieldError>{refused.whole}</FieldError>}
      <Button look="do" size="big" type="submit" wide busy={file.isPending}>
        {words.send(member.shownName)}
      </Button>
    </form>
  )
}
