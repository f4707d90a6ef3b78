import { type Presence, presences } from '@shequtong/domain/memberships/helping'
import { serviceRequestKinds } from '@shequtong/domain/service-requests/states'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { invalidate } from '../api/query-client.ts'
import type { Reply } from '../api/types.ts'
import { BuildingField } from '../compose/building-field.tsx'
import { PlaceField } from '../compose/place-field.tsx'
import { refusedFields } from '../compose/refused-fields.ts'
import { useDraft } from '../compose/use-draft.ts'
import { WordsField } from '../compose/words-field.tsx'
import { assistedWords } from '../messages/assisted.ts'
import { composeWords } from '../messages/compose.ts'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { PhotoSection } from '../photos/photo-section.tsx'
import { usePhotoUploads } from '../photos/use-photo-uploads.ts'
import { useKeptWords } from '../service-requests/kept-words.ts'
import { Button } from '../ui/action/button.tsx'
import { ChoiceList } from '../ui/form/choice-list.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { inboxItemPath } from '../workbench/work-paths.ts'
import { type Member, MemberPicker } from './member-picker.tsx'
import { RequestSlip } from './request-slip.tsx'

const sheetLimit = 3

/** A matter in the words of a member who stands at the counter: theirs, with who wrote it down beside it. */
export const RequestTab = ({ desk }: { readonly desk: Desk }) => {
  const { request: words, form: formWords, presenceName } = useWords(assistedWords)
  const compose = useWords(composeWords)
  const { kind: kinds } = useWords(serviceRequestWords)
  const { communityId } = desk
  const { draft, change, forget } = useDraft(`assisted.${desk.hat.hatId}`, '')
  const [member, setMember] = useState<Member | undefined>(undefined)
  const [tried, setTried] = useState(false)
  const [presence, setPresence] = useState<Presence>('present')
  const [isWaiting, wait] = useState(false)
  const [paperKept, keepPaper] = useKeptWords(`paper.${desk.hat.hatId}`)
  const photos = usePhotoUploads({
    communityId,
    photoIds: draft.photoIds,
    onChange: (photoIds) => change({ photoIds }),
  })
  const paper = usePhotoUploads({
    communityId,
    photoIds: paperKept.photoIds,
    onChange: (photoIds) => keepPaper({ photoIds }),
  })
  const [slip, setSlip] = useState<Reply<'fileServiceRequestOnBehalf'> | undefined>(undefined)
  const form = useRef<HTMLFormElement>(null)
  const file = useMutation('fileServiceRequestOnBehalf')
  const refused = refusedFields(file.error, compose.errors)
  const needs = (missing: boolean, sentence: string) => (tried && missing ? sentence : undefined)
  const textError = needs(draft.text.trim() === '', compose.errors.empty) ?? refused.text
  const placeError = needs(draft.place.trim() === '', compose.errors.placeEmpty) ?? refused.place
  const said = [tried && member === undefined, textError, placeError].join()
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [said])
  const edit = (edited: Parameters<typeof change>[0]) => {
    setTried(false)
    file.reset()
    change(edited)
  }
  const send = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    const { kind, text, place, buildingId, staircaseId, visibility } = draft
    if (member === undefined || text.trim() === '' || place.trim() === '') return
    wait(true)
    const [photoIds, paperPhotoIds] = [[...(await photos.settled())], [...(await paper.settled())]]
    wait(false)
    const { membershipId: forMembershipId } = member
    const body = {
      forMembershipId,
      kind,
      text,
      place,
      buildingId,
      staircaseId,
      visibility,
      photoIds,
      presence,
      paperPhotoIds,
    }
    const done = await file.send({ params: { communityId }, body })
    if (done === undefined) return
    forget()
    keepPaper({ photoIds: [] })
    photos.restart()
    paper.restart()
    setMember(undefined)
    setTried(false)
    setSlip(done)
    void invalidate('listInbox', { communityId })
  }
  if (slip !== undefined)
    return (
      <RequestSlip
        slip={slip}
        threadHref={inboxItemPath(communityId, slip.serviceRequestId)}
        next={{ label: words.next, onPress: () => setSlip(undefined) }}
      />
    )
  return (
    <form ref={form} class="compose" noValidate onSubmit={(event) => void send(event)}>
      <MemberPicker
        communityId={communityId}
        value={member}
        onChange={setMember}
        error={needs(member === undefined, words.whoseNeeded)}
      />
      <KindPicker
        legend={formWords.presence}
        choices={presences.map((value) => ({ value, label: presenceName[value] }))}
        value={presence}
        onChange={setPresence}
      />
      <KindPicker
        legend={compose.kindLegend}
        choices={serviceRequestKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={draft.kind}
        onChange={(kind) => edit({ kind })}
      />
      <WordsField value={draft.text} onChange={(text) => edit({ text })} error={textError} />
      <PhotoSection title={words.photosTitle} note={words.photosHint} uploads={photos} />
      {refused.photos !== undefined && <FieldError>{refused.photos}</FieldError>}
      <BuildingField
        communityId={communityId}
        buildingId={draft.buildingId}
        staircaseId={draft.staircaseId}
        onChange={edit}
      />
      <PlaceField value={draft.place} onChange={(place) => edit({ place })} building={null} error={placeError} />
      <ChoiceList
        legend={compose.whoSees}
        choices={[
          { value: 'community', label: compose.community, note: compose.communityNote },
          { value: 'private', label: compose.private, note: compose.privateNote },
        ]}
        value={draft.visibility}
        onChange={(visibility) => edit({ visibility })}
      />
      <PhotoSection title={words.paper} note={words.paperHint} uploads={paper} limit={sheetLimit} />
      {refused.whole !== undefined && <FieldError>{refused.whole}</FieldError>}
      <div class="stack">
        <p class="small soft" role="status">
          {isWaiting ? words.photosOnWay : words.promise}
        </p>
        <Button look="do" size="big" type="submit" wide busy={isWaiting || file.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
